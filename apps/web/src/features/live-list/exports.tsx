import type { ServiceFilter } from '../../hub/gql/graphql.ts';
import css from './live-list.module.css';
import { useWords } from './words.ts';

const kinds = [
  ['csv', 'exportCsv'],
  ['xlsx', 'exportXlsx'],
  ['geojson', 'exportGeojson'],
] as const;

/** Exactly what the list is of, as a file. */
export function Exports({ filter }: { filter: ServiceFilter }) {
  const { t } = useWords();
  const asked = new URLSearchParams(Object.keys(filter).length > 0 ? { filter: JSON.stringify(filter) } : {}).toString();
  return (
    <details className={css.exports}>
      <summary>{t('export')}</summary>
      <ul>
        {kinds.map(([kind, word]) => (
          <li key={kind}>
            <a href={`/exports/services.${kind}${asked && `?${asked}`}`} download>
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
