import { useTranslation } from 'react-i18next';
import { addWords } from '../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../ui/words.ts' {
  interface Words {
    saying: typeof fr;
  }
}

const name = addWords('saying', { fr, en });

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
