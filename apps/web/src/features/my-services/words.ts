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
