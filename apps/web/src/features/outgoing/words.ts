import { useTranslation } from 'react-i18next';
import { addWords } from '../../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../../ui/words.ts' {
  interface Words {
    outgoing: typeof fr;
  }
}

const name = addWords('outgoing', { fr, en });

export const useWords = () => useTranslation(name);

const templates = Object.keys(fr.template) as (keyof typeof fr.template)[];

/** What a message is, by the name that the hub gives it. */
export function useTemplate(): (name: string) => string {
  const { t } = useWords();
  return name => t(`template.${templates.find(one => one === name) ?? 'other'}`);
}
