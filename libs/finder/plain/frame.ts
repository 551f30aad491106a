import type { Language, RefusalParams } from '#libs/kernel';
import { html, type Html, say, type Told } from '#libs/platform';

/** Of what moment, in which words, and where the page itself is. */
export interface Frame {
  readonly language: Language;
  readonly now: Date;
  /** Null where nobody could be asked. */
  readonly zone: string | null;
  /** What is shown is invented, at least in part. */
  readonly demonstration: boolean;
  /** Path and query, as they were asked. */
  readonly address: string;
}

export interface Page {
  readonly frame: Frame;
  readonly title: string;
  readonly body: Told;
}

type Text = { fr?: string | null; en?: string | null } | null | undefined;

export const inWords = ({ language }: Frame, code: string, params?: RefusalParams): string => say(language, code, params);

/** A text in the page's language, or in the other one, marked as such. */
export function told({ language }: Frame, text: Text): Told {
  const other = language === 'fr' ? 'en' : 'fr';
  return text?.[language] || (text?.[other] && html`<span lang="${other}">${text[other]}</span>`);
}

/** The database writes instants as JSON has them. */
export function when({ language, zone }: Frame, at: Date | string, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(`${language}-CA`, { timeZone: zone ?? 'UTC', ...style }).format(new Date(at));
}

/** An instant that a machine reads too. */
export const instant = (frame: Frame, at: Date | string): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${when(frame, at, dayAndHour)}</time>`;
const dayAndHour = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;

export const serviceAddress = ({ language }: Frame, id: string): string => `/services/${id}?plain&lang=${language}`;
export const backToList = (frame: Frame): Html => html`<p><a href="/?plain&lang=${frame.language}">${inWords(frame, 'PLAIN_BACK')}</a></p>`;

/** The same page in another language. */
function inLanguage(address: string, language: Language): string {
  const [path, query] = address.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('plain');
  asked.set('lang', language);
  return `${path}?plain&${asked}`;
}

export function shown({ frame, title, body }: Page): string {
  const { language, address, demonstration } = frame;
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Fanal</title>
        <link rel="stylesheet" href="/plain.css" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        ${demonstration && html`<p class="demonstration">${inWords(frame, 'PLAIN_DEMONSTRATION')}</p>`}
        <header>
          <a href="/?plain&lang=${language}"><b>Fanal</b></a>
          <a href="${inLanguage(address, other)}" lang="${other}" hreflang="${other}">${say(other, 'PLAIN_LANGUAGE')}</a>
          <a class="call" href="tel:211">${inWords(frame, 'PLAIN_CALL')}</a>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          <p>
            ${frame.zone !== null && html`${inWords(frame, 'PLAIN_READ_AT')} ${instant(frame, frame.now)}. `}<a href="${address}"
              >${inWords(frame, 'PLAIN_READ_AGAIN')}</a
            >
          </p>
          <p><a href="${address.split('?')[0]}">${inWords(frame, 'PLAIN_WITH_SCRIPTS')}</a></p>
        </footer>
      </body>
    </html>`.markup;
}
