import { useTranslation } from 'react-i18next';
import type { Text } from './sureness.ts';

type In = { text: string; lang: 'fr' | 'en' | undefined };

/** A text in the reader's language, or in the other one, which is then said. */
export function textIn(text: Text | null | undefined, language: string): In {
  const [own, other] = language === 'en' ? (['en', 'fr'] as const) : (['fr', 'en'] as const);
  if (text?.[own]) return { text: text[own], lang: undefined };
  return text?.[other] ? { text: text[other], lang: other } : { text: '', lang: undefined };
}

/** For names that are heard: labels and announcements. */
export function useText(): (text: Text | null | undefined) => string {
  const { i18n } = useTranslation();
  return text => textIn(text, i18n.language).text;
}

/** A text on screen, its language marked where it is not the page's. */
export function Localized({ of }: { of: Text | null | undefined }) {
  const { i18n } = useTranslation();
  const { text, lang } = textIn(of, i18n.language);
  return lang ? <span lang={lang}>{text}</span> : text;
}
