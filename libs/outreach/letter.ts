import { type Language, type Localized } from '#libs/kernel';
import { html, type Html, say } from '#libs/platform';
import type { ServiceState } from '#libs/schema';
import type { Addressed, Asking, ServiceTold } from './letter-facts.query.ts';

export interface Worded {
  subject: string;
  text: string;
  html: string;
}

interface Where {
  /** The page that answers. */
  link: string;
  reminder: boolean;
}

const LONGEST_LIST = 30;

const stateWords: Record<ServiceState, string> = {
  OPEN: 'STATE_OPEN',
  LIMITED: 'STATE_LIMITED',
  FULL: 'STATE_FULL',
  SUSPENDED: 'STATE_SUSPENDED',
  RELOCATED: 'STATE_RELOCATED',
  CLOSED: 'STATE_CLOSED',
  UNKNOWN: 'STATE_UNKNOWN',
};

const told = (text: Localized, language: Language): string => text[language] ?? text.fr ?? text.en ?? '';

/** The same words for eyes that see markup and eyes that do not. */
export function letterOf(
  asking: Asking,
  { organization, services, zone }: Addressed,
  language: Language,
  { link, reminder }: Where,
): Worded {
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const due = new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(asking.dueAt);
  const parts = {
    hello: say(language, 'LETTER_HELLO', { organization: told(organization, language) }),
    reminded: reminder ? say(language, 'LETTER_REMINDED') : null,
    message: told(asking.message, language),
    today: say(language, 'LETTER_TODAY'),
    services: listOf(services, language),
    more: services.length > LONGEST_LIST ? say(language, 'LETTER_MORE', { n: services.length - LONGEST_LIST }) : null,
    button: say(language, 'LETTER_BUTTON'),
    due: say(language, 'LETTER_DUE', { due }),
    forward: say(language, 'LETTER_FORWARD'),
    why: say(language, 'LETTER_WHY', { organization: told(organization, language) }),
    promise: say(language, 'LETTER_PROMISE'),
    help: say(language, 'LETTER_HELP'),
    stop: say(language, 'LETTER_STOP'),
    otherwise: say(other, 'LETTER_OTHER_LANGUAGE'),
  };
  const subject = told(asking.subject, language);
  const links = { link, unsubscribe: `${link}/unsubscribe`, otherwise: `${link}?lang=${other}` };
  return {
    subject: reminder ? say(language, 'LETTER_REMINDER_SUBJECT', { subject }) : subject,
    text: textOf(parts, links),
    html: page(parts, links, { language, other }).markup,
  };
}

interface Parts {
  hello: string;
  reminded: string | null;
  message: string;
  today: string;
  services: readonly string[];
  more: string | null;
  button: string;
  due: string;
  forward: string;
  why: string;
  promise: string;
  help: string;
  stop: string;
  otherwise: string;
}

interface LinksOf {
  link: string;
  unsubscribe: string;
  otherwise: string;
}

function listOf(services: readonly ServiceTold[], language: Language): string[] {
  return services.slice(0, LONGEST_LIST).map(({ name, of, state, stale }) => {
    const said = { name: told(name, language), state: say(language, stateWords[state]) };
    const line = say(language, stale ? 'LETTER_SERVICE_STALE' : 'LETTER_SERVICE', said);
    return of ? say(language, 'LETTER_SERVICE_OF', { line, organization: told(of, language) }) : line;
  });
}

function textOf(parts: Parts, { link, unsubscribe, otherwise }: LinksOf): string {
  const { services, more } = parts;
  const list = services.length > 0 ? [parts.today, ...services.map(each => `- ${each}`), more].filter(Boolean).join('\n') : null;
  return [
    parts.hello,
    parts.reminded,
    parts.message,
    list,
    `${parts.button}\n${link}`,
    parts.due,
    parts.forward,
    parts.promise,
    parts.help,
    `${parts.otherwise}\n${otherwise}`,
    `--\n${parts.why}\n${parts.stop}\n${unsubscribe}`,
  ]
    .filter(part => part !== null)
    .join('\n\n');
}

const paragraphs = (text: string): Html[] =>
  text.split(/\n{2,}/).map(each => html`<p style="margin:0 0 16px;white-space:pre-line">${each}</p>`);

const page = (
  parts: Parts,
  { link, unsubscribe, otherwise }: LinksOf,
  { language, other }: { language: Language; other: Language },
): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body style="margin:0;padding:16px">
        <div style="max-width:560px;margin:0 auto;font:17px/1.5 Arial,Helvetica,sans-serif">
          <p style="margin:0 0 16px">${parts.hello}</p>
          ${parts.reminded !== null && html`<p style="margin:0 0 16px"><strong>${parts.reminded}</strong></p>`} ${paragraphs(parts.message)}
          ${
            parts.services.length > 0 &&
            html`<p style="margin:0 0 8px"><strong>${parts.today}</strong></p>
              <ul style="margin:0 0 24px;padding-left:24px">
                ${parts.services.map(each => html`<li style="margin:0 0 4px">${each}</li>`)}${parts.more !== null && html`<li>${parts.more}</li>`}
              </ul>`
          }
          <p style="margin:0 0 24px">
            <a
              href="${link}"
              style="display:inline-block;padding:14px 24px;border-radius:8px;background:#1f4e8c;color:#ffffff;font-weight:bold;text-decoration:none"
              >${parts.button}</a
            >
          </p>
          <p style="margin:0 0 16px"><strong>${parts.due}</strong></p>
          <p style="margin:0 0 16px">${parts.forward}</p>
          <p style="margin:0 0 16px">${parts.promise}</p>
          <p style="margin:0 0 16px">${parts.help}</p>
          <p style="margin:0 0 24px" lang="${other}"><a href="${otherwise}">${parts.otherwise}</a></p>
          <p style="margin:0;padding-top:16px;border-top:1px solid #999999;font-size:14px">
            ${parts.why} <a href="${unsubscribe}">${parts.stop}</a>
          </p>
        </div>
      </body>
    </html>`;
