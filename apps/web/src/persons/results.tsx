import { useKeys } from '../ui/keys.ts';
import css from './persons.module.css';
import { useWords } from './words.ts';

type ResultsProps<R extends string> = {
  label: string;
  results: readonly R[];
  wordOf: (result: R) => string;
  off: boolean;
  onResult: (result: R) => void;
};

/** What came of a call, in one key. */
export function Results<R extends string>({ label, results, wordOf, off, onResult }: ResultsProps<R>) {
  const { t } = useWords();
  useKeys([
    {
      keys: results.map((_, n) => String(n + 1)),
      words: t('keys.result'),
      press: key => void (off || onResult(results[Number(key) - 1]!)),
    },
  ]); // as many as there are
  return (
    <ol className={css.keys} aria-label={label}>
      {results.map((result, n) => (
        <li key={result}>
          <button
            type="button"
            disabled={off}
            aria-keyshortcuts={String(n + 1)}
            data-first={n === 0 || undefined}
            onClick={() => onResult(result)}
          >
            <kbd aria-hidden>{n + 1}</kbd> {wordOf(result)}
          </button>
        </li>
      ))}
    </ol>
  );
}
