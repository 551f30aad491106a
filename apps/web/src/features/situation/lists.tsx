import { type ReactNode, useId, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { Answers } from './answers.tsx';
import { silenceOf, isSilent, servicesOf } from './board.ts';
import { addressOf, type Chosen } from './chosen.ts';
import { Dispute } from './dispute.tsx';
import { FirstNeeds } from './first-needs.tsx';
import { ReachRow } from './reach-row.tsx';
import { Silence } from './silence.tsx';
import css from './situation.module.css';
import type { Board } from './use-board.ts';
import { useFew } from './use-few.ts';
import { useStay } from './use-stay.ts';
import { useWords } from './words.ts';

/** So few more are shown too: a button for them would take as much room. */
const SPARED = 2;

/** What needs somebody: a list of problems is a list of verbs. */
export function Lists({ board, chosen, onTown }: { board: Board; chosen: Chosen; onTown: (territory: string) => void }) {
  const { t } = useWords();
  const { may } = useSession();
  const few = useFew();
  const silent = servicesOf(board.held).filter(isSilent);
  const reach = board.toReach.filter(({ service }) => silent.some(({ id }) => id === service.id));
  return (
    <section className={css.panel} data-part="lists" aria-label={t('toDo')}>
      {may('campaign:read') && <Answers />}
      <List
        title={t('reach.title')}
        count={silent.length}
        what={t(board.names ? 'reach.order' : 'reach.by211')}
        none={t('reach.none')}
        rows={
          board.names
            ? reach.map(node => <ReachRow key={node.service.id} node={node} onDone={board.reread} />)
            : silenceOf(board.held).map(({ code, n }) => <Silence key={code} code={code} n={n} onChoose={onTown} />)
        }
        few={board.names ? few : 15}
        plain={!board.names}
        ways={silent.length > 0 && <Ways chosen={chosen} />}
      />
      {may('gap:read') && <FirstNeeds chosen={chosen} />}
      {board.contradictions && (
        <List
          title={t('disputes.title')}
          count={board.contradictions.length}
          what={t('disputes.what')}
          none={t('disputes.none')}
          rows={board.contradictions.map(node => (
            <Dispute key={node.id} node={node} maySettle={board.names && may('contradiction:settle')} onDone={board.reread} />
          ))}
          few={4}
        />
      )}
    </section>
  );
}

/** The same selection: called one by one, or asked all at once. */
function Ways({ chosen }: { chosen: Chosen }) {
  const { t } = useWords();
  const { may } = useSession();
  const search = addressOf({ ...chosen, buckets: [] });
  const asked = new URLSearchParams([...search, ['silent', '1']]);
  return (
    <>
      {may('call:make') && <Link to={`/to-reach${chosen.territory ? `?territory=${chosen.territory}` : ''}`}>{t('reach.callAll')}</Link>}
      {may('campaign:send') && <Link to={`/campaigns/new?${asked.toString()}`}>{t('reach.askAll')}</Link>}
    </>
  );
}

type ListProps = {
  title: string;
  count: number;
  what: string;
  none: string;
  rows: ReactNode[];
  few: number;
  plain?: boolean;
  ways?: ReactNode;
};

function List({ title, count, what, none, rows, few, plain, ways }: ListProps) {
  const { t } = useWords();
  const [all, seeAll] = useState(false);
  const cut = rows.length > few + SPARED;
  const id = useId();
  const list = useRef<HTMLElement>(null);
  useStay(list);
  return (
    <section aria-labelledby={id} ref={list}>
      <div className={css.listHead}>
        <h2 id={id} data-list tabIndex={-1}>
          {title} <span data-count>{count}</span>
        </h2>
        <span>{count > 0 && what}</span>
        {ways}
        {cut && (
          <button type="button" aria-expanded={all} onClick={() => seeAll(!all)}>
            {all ? t('seeFew') : t(rows.length < count ? 'seeFirst' : 'seeAll', { count: rows.length })}
          </button>
        )}
      </div>
      {count === 0 && <p className={css.none}>{none}</p>}
      <ul className={`${css.rows} ${plain ? css.towns : ''}`}>{cut && !all ? rows.slice(0, few) : rows}</ul>
    </section>
  );
}
