import { useTranslation } from 'react-i18next';
import { addWords } from '../../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../../ui/words.ts' {
  interface Words {
    campaigns: typeof fr;
  }
}

const name = addWords('campaigns', { fr, en });

export const useWords = () => useTranslation(name);

const begins = (part: keyof typeof fr.beginning) => ({ fr: fr.beginning[part], en: en.beginning[part] });

/** What a letter begins as, in both languages. */
export const beginnings = { subject: begins('subject'), message: begins('message') };
