import { useTranslation } from 'react-i18next';
import { addWords } from '../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../ui/words.ts' {
  interface Words {
    persons: typeof fr;
  }
}

const name = addWords('persons', { fr, en });

export const useWords = () => useTranslation(name);
