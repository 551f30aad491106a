import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { SituationQuery } from '../../hub/gql/graphql.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { following, useStatusSentences } from '../../ui/use-status-sentences.ts';
import { useTimes } from '../../ui/use-times.ts';
import { Settle } from './settle.tsx';
import css from './situation.module.css';
import { useWords } from './words.ts';

export type Disputed = NonNullable<SituationQuery['contradictions']>['edges'][number]['node'];

/** What the service says, and what somebody says they found. */
export function Dispute({ node, maySettle, onDone }: { node: Disputed; maySettle: boolean; onDone: () => void }) {
  const { t } = useWords();
  const textOf = useText();
  const words = useStatusSentences();
  const times = useTimes();
  const [settling, settle] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    settle(false);
    button.current?.focus();
  };
  const { service, says, by, madeAt, note } = node;
  const when = useInTime(now => times.when(madeAt, now));
  return (
    <li className={css.row} data-open={settling || undefined}>
      <StatusShape state={service.status.state} size={22} />
      <div className={css.said}>
        <b>
          <Link to={`/services/${service.id}`}>
            <Localized of={service.name} />
          </Link>
        </b>
        <span>
          {t('disputes.twoWords', {
            own: following(words.stateOf(service.status)),
            who: t(`disputes.by.${by}`),
            other: following(words.stateOf({ state: says })),
            when,
          })}
          {note && (
            <>
              {' '}
              <q>
                <Localized of={note} />
              </q>
            </>
          )}
        </span>
      </div>
      {maySettle ? (
        <button
          ref={button}
          type="button"
          className={css.act}
          data-row-action
          aria-expanded={settling}
          aria-label={t('disputes.settleOf', { name: textOf(service.name) })}
          onClick={() => settle(!settling)}
        >
          {t('disputes.settle')}
        </button>
      ) : (
        <span className={css.by211}>{t('disputes.by211')}</span>
      )}
      {settling && <Settle node={node} onDone={onDone} onClose={close} />}
    </li>
  );
}
