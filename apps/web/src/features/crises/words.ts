import { useTranslation } from 'react-i18next';
import { addWords } from '../../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../../ui/words.ts' {
  interface Words {
    crises: typeof fr;
  }
}

const name = addWords('crises', { fr, en });

export const useWords = () => useTranslation(name);

/** What an event may be; another nature is said as it was written. */
export const natures = ['FLOOD', 'STORM', 'HEAT', 'ICE', 'HEALTH', 'FIRE', 'OUTAGE', 'DISPLACEMENT', 'OTHER'] as const;

export function useNature(): (nature: string) => string {
  const { t } = useWords();
  return nature => {
    const known = natures.find(one => one === nature);
    return known ? t(`nature.${known}`) : nature;
  };
}
