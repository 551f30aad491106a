import { useKeys as useKeysHere } from '../../ui/keys.ts';
import { step } from '../../ui/step.ts';
import { type Bucket, buckets } from './board.ts';
import { toggled } from './chosen.ts';
import { useWords } from './words.ts';

type KeysProps = { buckets: readonly Bucket[]; onBuckets: (b: Bucket[]) => void; onWall: () => void };

/** The strip, then from row to row and from list to list. */
export function useKeys({ buckets: chosen, onBuckets, onWall }: KeysProps) {
  const { t } = useWords();
  const toggle = (key: string) => onBuckets(toggled(chosen, buckets[Number(key) - 1]!)); // as many as there are buckets
  useKeysHere([
    { keys: buckets.map((_, n) => String(n + 1)), words: t('keys.strip'), press: toggle },
    { keys: ['j', 'k'], words: t('keys.rows'), press: key => step('[data-row-action]', key === 'j' ? 1 : -1) },
    { keys: ['[', ']'], words: t('keys.lists'), press: key => step('[data-list]', key === ']' ? 1 : -1) },
    { keys: ['Enter'], words: t('keys.act') },
    { keys: ['m'], words: t('keys.wall'), press: onWall },
  ]);
}
