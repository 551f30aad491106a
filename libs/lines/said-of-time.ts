import type { Language } from '#libs/kernel';

const locales: Record<Language, string> = { fr: 'fr-CA', en: 'en-CA' };

/** The first of a month is « le 1er », which formats do not know; an hour stays as it is. */
const asSaid = (language: Language, text: string): string => (language === 'fr' ? text.replace(/\b1(?=\s[a-zéû]{3,})/gu, '1er') : text);

/** From when to when, as people say it where the region is. */
export function spanSaid(language: Language, from: Date, to: Date, timeZone: string): string {
  const parts = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  return asSaid(language, new Intl.DateTimeFormat(locales[language], { ...parts, timeZone }).formatRange(from, to));
}

export const momentSaid = (language: Language, at: Date, timeZone: string): string =>
  asSaid(language, new Intl.DateTimeFormat(locales[language], { dateStyle: 'full', timeStyle: 'short', timeZone }).format(at));
