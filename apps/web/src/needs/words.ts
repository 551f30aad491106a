import { useTranslation } from 'react-i18next';
import type { GapLineFragment } from '../hub/gql/graphql.ts';
import { useText } from '../ui/localized.tsx';
import { addWords } from '../ui/words.ts';
import en from './words.en.json';
import fr from './words.fr.json';

declare module '../ui/words.ts' {
  interface Words {
    needs: typeof fr;
  }
}

const name = addWords('needs', { fr, en });

export const useWords = () => useTranslation(name);

type Named = Pick<GapLineFragment, 'kindName' | 'territory'>;

/** « Livraison d’épicerie, Pont-Viau ». */
export function useGapName(): (gap: Named) => string {
  const { t } = useWords();
  const textOf = useText();
  return gap => t('named', { kind: textOf(gap.kindName), place: textOf(gap.territory.name) });
}
