import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { GapLineFragment } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { mayBe } from '../../needs/columns.ts';
import { StepDialog } from '../../needs/step-dialog.tsx';
import { useFirstGaps } from '../../needs/use-first-gaps.ts';
import { useStep } from '../../needs/use-step.ts';
import { useGapName, useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Chosen } from './chosen.ts';
import css from './situation.module.css';
import { useWords } from './words.ts';

const FEW = 3;

/** What nobody could offer: the first by order, each with what is to be done with it next. */
export function FirstNeeds({ chosen: { territory, crisis } }: { chosen: Chosen }) {
  const { t } = useWords();
  const id = useId();
  const filter = { ...(territory && { territories: [territory] }), ...(crisis && { crisisId: crisis }) };
  const read = useFirstGaps(filter, FEW);
  if (!read) return null;
  const search = new URLSearchParams({ ...(territory && { territory }), ...(crisis && { crisis }) }).toString();
  return (
    <section aria-labelledby={id}>
      <div className={css.listHead}>
        <h2 id={id} data-list tabIndex={-1}>
          {t('needs.title')} <span data-count>{read.total}</span>
        </h2>
        <span>{read.total > 0 && t('needs.order')}</span>
        {read.total > FEW && <Link to={`/besoins?${search}`}>{t('seeAll', { count: read.total })}</Link>}
      </div>
      {read.total === 0 && <p className={css.none}>{t('needs.none')}</p>}
      <ul className={css.rows}>
        {read.gaps.map(gap => (
          <Need key={gap.id} gap={gap} onDone={read.reread} />
        ))}
      </ul>
    </section>
  );
}

function Need({ gap, onDone }: { gap: GapLineFragment; onDone: () => void }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const nameOf = useGapName();
  const { may } = useSession();
  const [asking, ask] = useState(false);
  const { take, busy, refused } = useStep(onDone);
  const { weight } = gap;
  const step = mayBe(gap.state, 'acknowledge') ? 'acknowledge' : mayBe(gap.state, 'assign') ? 'assign' : null;
  return (
    <li className={css.row}>
      <b className={css.number}>{gap.count}</b>
      <div className={css.said}>
        <b>
          <Link to={`/besoins/${gap.id}`}>{nameOf(gap)}</Link>
        </b>
        <span>
          {n(`state.${gap.state}`)} · {n('trend', { recent: weight.recent, before: weight.before })}
        </span>
        {refused && (
          <span role="alert">
            <Icon name="warning" size={14} /> {refused.message}
          </span>
        )}
      </div>
      {may('gap:change') && step && gap.state !== 'ASSIGNED' && (
        <button
          type="button"
          className={css.act}
          data-row-action
          aria-disabled={busy}
          aria-label={t(`needs.${step}Of`, { name: nameOf(gap) })}
          onClick={() => (step === 'assign' ? ask(true) : void take('acknowledge', { gapId: gap.id }))}
        >
          {t(`needs.${step}`)}
        </button>
      )}
      {asking && <StepDialog gap={gap} step="assign" onDone={() => (ask(false), onDone())} onClose={() => ask(false)} />}
    </li>
  );
}
