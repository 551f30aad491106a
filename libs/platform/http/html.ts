/** Markup that may be sent as it is. */
export class Html {
  constructor(readonly markup: string) {}
  toString(): string {
    return this.markup;
  }
}

export type Told = Html | string | number | null | undefined | false | readonly Told[];

/** Whatever is put into it is text, unless it is markup itself; what is nothing is left out. */
export function html(parts: TemplateStringsArray, ...told: readonly Told[]): Html {
  return new Html(parts.reduce((before, part, at) => before + markupOf(told[at - 1]) + part));
}

function markupOf(told: Told): string {
  if (told === null || told === undefined || told === false) return '';
  if (told instanceof Html) return told.markup;
  return typeof told === 'object' ? told.map(markupOf).join('') : escaped(String(told));
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
