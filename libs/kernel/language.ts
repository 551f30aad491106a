export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

export interface Localized {
  fr?: string | null;
  en?: string | null;
}

/** The first of ours that an `Accept-Language` header or a BCP 47 tag names; null if none. */
export function languageAsked(accepted: string | null | undefined): Language | null {
  const named = (accepted ?? '').split(',').map(range => {
    const [tag = '', quality] = range.trim().split(';q=');
    return { language: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
  const ours = named.filter(({ language, quality }) => quality > 0 && languages.some(known => known === language));
  return (ours.sort((a, b) => b.quality - a.quality)[0]?.language as Language | undefined) ?? null; // filtered above
}

/** The same, and French if none. */
export const languageFrom = (accepted: string | null | undefined): Language => languageAsked(accepted) ?? 'fr';

/** Two columns as one text; null when both are missing. */
export const localized = (fr: string | null, en: string | null): Localized | null => (fr || en ? { fr, en } : null);
