import type { CampaignLineFragment } from '../../hub/gql/graphql.ts';
import css from './campaigns.module.css';
import { useWords } from './words.ts';

export const parts = ['answered', 'opened', 'sent', 'pending', 'bounced', 'declined', 'expired'] as const;

/** Of those who were written to: how far each has come. It fills from the left. */
export function Progress({ counts, quiet }: { counts: CampaignLineFragment['counts']; quiet?: boolean }) {
  const { t } = useWords();
  const all = parts.reduce((sum, part) => sum + counts[part], 0);
  const said = parts.filter(part => counts[part] > 0);
  return (
    <div className={css.progress}>
      <div
        className={css.bar}
        role="img"
        aria-label={all > 0 ? said.map(part => t(`part.${part}`, { count: counts[part] })).join(', ') : t('nobodyWritten')}
      >
        {said.map(part => (
          <i key={part} data-part={part} style={{ flexGrow: counts[part] }} />
        ))}
      </div>
      {!quiet && (
        <ul className={css.legend} aria-hidden>
          {said.map(part => (
            <li key={part}>
              <i data-part={part} /> {t(`part.${part}`, { count: counts[part] })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
