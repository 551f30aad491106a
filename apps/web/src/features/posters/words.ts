import { useTranslation } from 'react-i18next';
import { addWords } from '../../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../../ui/words.ts' {
  interface Words {
    posters: typeof fr;
  }
}

const name = addWords('posters', { fr, en });

export const useWords = () => useTranslation(name);

/** Both languages at once: a sheet on a wall is for whoever passes. */
export const useBoth = () => {
  const { i18n } = useTranslation(name);
  return { fr: i18n.getFixedT('fr', name), en: i18n.getFixedT('en', name) };
};
