import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Each part adds its own words to this, beside the JSON that holds them. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- each part merges into it
export interface Words {}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: Words;
    enableSelector: false;
  }
}

export type Language = 'fr' | 'en';
const languages = ['fr', 'en'] as const;

const remembered = (): string => {
  try {
    return localStorage.getItem('language') ?? navigator.language.slice(0, 2);
  } catch {
    return 'fr'; // storage may be forbidden
  }
};

void i18next.use(initReactI18next).init({
  lng: remembered() === 'en' ? 'en' : 'fr',
  supportedLngs: ['fr', 'en'],
  fallbackLng: false,
  initAsync: false,
  interpolation: { escapeValue: false }, // React escapes
  returnNull: false,
});
document.documentElement.lang = i18next.language;

export function speak(language: Language): void {
  try {
    localStorage.setItem('language', language);
  } catch {
    // storage may be forbidden: the choice then lasts as long as the page
  }
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

/** Both languages at once: a change of language must work without a line. */
export function addWords<N extends keyof Words>(name: N, words: Record<Language, object>): N {
  for (const language of languages) i18next.addResourceBundle(language, name, words[language]);
  return name;
}
