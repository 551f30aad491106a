import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Screen } from '../../ui/screen.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { CrisisCard } from './crisis-card.tsx';
import css from './crises.module.css';
import { type Listed, useCrises } from './use-crises.ts';
import { useWords } from './words.ts';

const kinds = {
  running: ({ closedAt, exercise }: Listed) => !closedAt && !exercise,
  drills: ({ closedAt, exercise }: Listed) => !closedAt && exercise,
  over: ({ closedAt }: Listed) => Boolean(closedAt),
};

/** What goes on, what is rehearsed, and what is over. */
export function CrisesScreen() {
  const { t } = useWords();
  const { may } = useSession();
  const { crises, failed, reread } = useCrises();
  return (
    <Screen title={t('title')} under={t('under')}>
      <div className={css.screen}>
        {may('crisis:open') && (
          <p className={css.ways}>
            <Link to="/crises/new">{t('open')}</Link>
          </p>
        )}
        {failed && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" onClick={reread}>
              {t('again')}
            </button>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        )}
        {!crises && !failed && <Waiting word={t('loading')} rows={3} high={112} />}
        {crises && !crises.some(kinds.running) && (
          <Calm title={t('none')}>
            <Link to="/">{t('toServices')}</Link>
          </Calm>
        )}
        {(['running', 'drills', 'over'] as const).map(kind => (
          <Group key={kind} title={t(`group.${kind}`)} crises={crises?.filter(kinds[kind]) ?? []} />
        ))}
      </div>
    </Screen>
  );
}

function Group({ title, crises }: { title: string; crises: readonly Listed[] }) {
  if (crises.length === 0) return null;
  return (
    <section className={css.group} aria-label={title}>
      <h2>
        {title} <span>{crises.length}</span>
      </h2>
      <ul>
        {crises.map(crisis => (
          <CrisisCard key={crisis.id} crisis={crisis} />
        ))}
      </ul>
    </section>
  );
}
