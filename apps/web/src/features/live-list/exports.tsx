import type { ServiceFilter } from '../../hub/gql/graphql.ts';
import { exportAddress } from './export-address.ts';
import css from './live-list.module.css';
import { useWords } from './words.ts';

const kinds = [
  ['csv', 'exportCsv'],
  ['xlsx', 'exportXlsx'],
  ['geojson', 'exportGeojson'],
] as const;

/** Exactly what the list is of, as a file. */
export function Exports({ filter }: { filter: ServiceFilter }) {
  const { t, i18n } = useWords();
  return (
    <details className={css.exports}>
      <summary>{t('export')}</summary>
      <ul>
        {kinds.map(([kind, word]) => (
          <li key={kind}>
            <a href={exportAddress(kind, filter, i18n.language)} download>
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
