import type { Language } from '#libs/kernel';

/** From when to when, as people say it where the region is. */
export function whenCalled(language: Language, from: Date, to: Date, timeZone: string): string {
  const locale = { fr: 'fr-CA', en: 'en-CA' }[language];
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  });
  return format.formatRange(from, to);
}
