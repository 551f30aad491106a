import type { Language } from '#libs/kernel';
import { html, Html, type Told } from '../http/html.ts';
import type { Letter } from './letter.ts';

export interface Row {
  name: string;
  /** Of a status: its code, which gives its shape and colour, and its word, which says it. */
  state?: { code: string; word: string };
  note?: string;
}

export type Part =
  | { paragraph: string; strong?: boolean }
  /** The one thing to do. In the text part its address stands under it. */
  | { button: string; href: string }
  | { rows: readonly Row[]; title?: string; more?: string }
  | { link: string; href: string; language?: Language };

export interface Laying {
  language: Language;
  subject: string;
  parts: readonly Part[];
  /** Why one gets it, and how not to any more. */
  small?: readonly ({ text: string } | { link: string; href: string })[];
}

type Laid = Pick<Letter, 'language' | 'subject' | 'text' | 'html'>;

/** The same letter for eyes that see markup and eyes that do not. */
export const laidOut = (letter: Laying): Laid => ({
  language: letter.language,
  subject: letter.subject,
  text: textOf(letter),
  html: page(letter).markup,
});

/** The shape says it before the colour does. */
const states: Record<string, readonly [shape: string, light: string]> = {
  OPEN: ['●', '#0B7350'],
  LIMITED: ['◐', '#9A5B00'],
  FULL: ['■', '#8B2A72'],
  SUSPENDED: ['▲', '#BE3A12'],
  RELOCATED: ['➜', '#0C66A6'],
  CLOSED: ['✕', '#333B45'],
  UNKNOWN: ['?', '#5C6874'],
};
const stateOf = (code: string) => states[code] ?? states.UNKNOWN!; // it is there

const inDark = `body,.ground{background:#0E141C!important}.sheet{background:#161E29!important;border-color:#2B3746!important}
.ink,.ink a{color:#EAF0F6!important}.faint,.faint a{color:#93A2B1!important}.line{border-color:#2B3746!important}
.button{background:#8DB8F2!important}.button a{color:#0B1826!important}.link{color:#8DB8F2!important}
.OPEN{color:#4FCB9B!important}.LIMITED{color:#F3B94A!important}.FULL{color:#E394CC!important}.SUSPENDED{color:#FF8F66!important}
.RELOCATED{color:#6DB9F5!important}.CLOSED{color:#C3CCD6!important}.UNKNOWN{color:#9AA7B4!important}`;

const styles = new Html(
  `<style>:root{color-scheme:light dark;supported-color-schemes:light dark}@media(prefers-color-scheme:dark){${inDark}}</style>`,
);

const font = "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const written = `${font};font-size:17px;line-height:26px;color:#14202E`;
const table = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

function paragraph(text: string, strong: boolean): Html {
  const weight = strong ? ';font-weight:bold' : '';
  return html`<p class="ink" style="margin:0 0 18px;white-space:pre-line;${written}${weight}">${text}</p>`;
}

const button = (words: string, href: string): Html =>
  html`${new Html(`<table ${table} style="margin:6px 0 24px"><tr>`)}
    <td class="button" bgcolor="#1B4B8F" style="border-radius:8px;background:#1B4B8F">
      <a
        href="${href}"
        style="display:inline-block;padding:15px 28px;${font};font-size:18px;line-height:24px;font-weight:bold;color:#FFFFFF;text-decoration:none"
        >${words}</a
      >
    </td>
    ${new Html('</tr></table>')}`;

function row({ name, state, note }: Row): Html {
  const [shape, colour] = stateOf(state?.code ?? 'UNKNOWN');
  const said =
    state &&
    html`<span class="${state.code}" style="color:${colour};font-weight:bold;white-space:nowrap"
      ><span aria-hidden="true">${shape}</span>&nbsp;${state.word}</span
    >`;
  return html`<tr>
    <td class="ink line" style="padding:10px 12px 10px 0;border-top:1px solid #D5DBE2;${written}">
      ${name}${note && html`<br /><span class="faint" style="font-size:14px;line-height:20px;color:#5A6772">${note}</span>`}
    </td>
    <td class="line" align="right" valign="top" style="padding:10px 0;border-top:1px solid #D5DBE2;${written}">${said}</td>
  </tr>`;
}

const rows = (title: string | undefined, each: readonly Row[], more: string | undefined): Told => [
  title !== undefined && paragraph(title, true),
  new Html(`<table ${table} width="100%" style="margin:0 0 24px">`),
  each.map(row),
  more !== undefined &&
    html`<tr>
      <td colspan="2" class="faint" style="padding:10px 0;${font};font-size:14px;color:#5A6772">${more}</td>
    </tr>`,
  new Html('</table>'),
];

/** Where its address does not follow, nothing leads to it. */
const inMarkup = (link: string): string => link.replace(/\s*:$/, '');

function shown(part: Part): Told {
  if ('paragraph' in part) return part.paragraph.split(/\n{2,}/).map(text => paragraph(text, part.strong ?? false));
  if ('button' in part) return button(part.button, part.href);
  if ('rows' in part) return rows(part.title, part.rows, part.more);
  return html`<p class="ink" style="margin:0 0 18px;${written}" ${part.language && html`lang="${part.language}"`}>
    <a class="link" href="${part.href}" style="color:#1B4B8F">${inMarkup(part.link)}</a>
  </p>`;
}

const smallPrint = (each: NonNullable<Laying['small']>): Told =>
  each.map(print =>
    'text' in print ? html`${print.text} ` : html`<a href="${print.href}" style="color:#5A6772">${inMarkup(print.link)}</a> `,
  );

const page = ({ language, subject, parts, small = [] }: Laying): Html =>
  html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        ${styles}
      </head>
      <body class="ground" style="margin:0;padding:0;background:#F3F5F7">
        ${new Html(`<table ${table} width="100%"><tr>`)}
        <td class="ground" align="center" style="padding:20px 10px;background:#F3F5F7">
          ${new Html(`<table ${table} width="100%" style="max-width:600px"><tr>`)}
          <td class="sheet" align="left" style="padding:28px 24px 18px;background:#FFFFFF;border:1px solid #D5DBE2;border-radius:12px">
            <p class="faint" style="margin:0 0 18px;${font};font-size:15px;line-height:20px;font-weight:bold;color:#5A6772">Fanal</p>
            ${parts.map(shown)}
          </td>
          ${new Html('</tr><tr>')}
          <td class="faint" align="left" style="padding:16px 24px;${font};font-size:14px;line-height:21px;color:#5A6772">${smallPrint(small)}</td>
          ${new Html('</tr></table>')}
        </td>
        ${new Html('</tr></table>')}
      </body>
    </html>`;

function plain(part: Part, language: Language): string {
  if ('paragraph' in part) return part.paragraph;
  if ('button' in part) return `${part.button}\n${part.href}`;
  if ('link' in part) return `${part.link}\n${part.href}`;
  const lines = part.rows.map(({ name, state, note }) =>
    [`- ${name}`, state && `${language === 'fr' ? '\u00a0' : ''}: ${state.word}`, note && ` (${note})`].filter(Boolean).join(''),
  );
  return [part.title, ...lines, part.more].filter(line => line !== undefined).join('\n');
}

function textOf({ language, parts, small = [] }: Laying): string {
  const print = small.map(each => ('text' in each ? each.text : `${each.link}\n${each.href}`));
  return [...parts.map(part => plain(part, language)), ...(print.length > 0 ? [`-- \n${print.join('\n')}`] : [])].join('\n\n');
}
