import { type Frame, inWords, told } from '#libs/finder';
import type { Localized } from '#libs/kernel';
import { html, type Html, say, type Told } from '#libs/platform';

export interface Sheet {
  readonly frame: Frame;
  readonly title: string;
  readonly body: Told;
  /** Whose page it is. */
  readonly organization?: Localized | null;
  /** What the script needs to know; none where there is nothing for it to do. */
  readonly script?: { readonly nonce: string; readonly token: string };
  readonly manifest?: string;
}

export const inLanguage = (address: string, language: string): string => {
  const [path, query] = address.split('?');
  const asked = new URLSearchParams(query);
  asked.set('lang', language);
  return `${path}?${asked}`;
};

export const callLine = (frame: Frame): Html => html`<a class="call" href="tel:211">${inWords(frame, 'PLAIN_CALL')}</a>`;

/** A page that somebody came to by a link, without an account. */
export function letterhead({ frame, title, body, organization, script, manifest }: Sheet): string {
  const { language, address, demonstration, now } = frame;
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>${title} · Fanal</title>
        <link rel="stylesheet" href="/answer.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        ${manifest && html`<link rel="manifest" href="${manifest}" />`} ${script && html`<script src="/answer.js" defer></script>`}
      </head>
      <body ${script && html`data-nonce="${script.nonce}" data-token="${script.token}" data-now="${now.toISOString()}"`}>
        ${demonstration && html`<p class="demonstration">${inWords(frame, 'PLAIN_DEMONSTRATION')}</p>`}
        <header>
          <div>
            <p><b>Fanal</b>${organization && html`<small>${told(frame, organization)}</small>`}</p>
            <a href="${inLanguage(address, other)}" lang="${other}" hreflang="${other}">${say(other, 'PLAIN_LANGUAGE')}</a>
          </div>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>${html`<p>${inWords(frame, 'ANSWER_HELP')} ${callLine(frame)}</p>`}</footer>
      </body>
    </html>`.markup;
}
