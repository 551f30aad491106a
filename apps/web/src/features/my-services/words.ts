import { useTranslation } from 'react-i18next';
import { addWords } from '../../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../../ui/words.ts' {
  interface Words {
    'my-services': typeof fr;
  }
}

const name = addWords('my-services', { fr, en });

/** The words of this screen, by key; a key that is not in the French file does not compile. */
export const useWords = () => useTranslation(name);

export type SayableState = keyof typeof fr.phrases;

/** What is usually counted, in both languages. */
export const units = (Object.keys(fr.units) as (keyof typeof fr.units)[]).map(key => ({ fr: fr.units[key], en: en.units[key] })); // keys of its own

/** Phrases at hand, in both languages: what one taps is said in both. */
export const phrasesFor = (state: SayableState): { fr: string; en: string }[] =>
  Object.entries(fr.phrases[state]).map(([key, french]) => ({
    fr: french,
    en: Object.entries(en.phrases[state]).find(([other]) => other === key)?.[1] ?? french,
  }));
