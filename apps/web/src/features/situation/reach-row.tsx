import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { SituationQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { telephone } from '../../ui/telephone.ts';
import { following, useStatusSentences } from '../../ui/use-status-sentences.ts';
import { Called } from './called.tsx';
import css from './situation.module.css';
import { useWords } from './words.ts';

export type ToReach = NonNullable<SituationQuery['toReach']>['edges'][number]['node'];

/** One who is to be called; once dialled, the row asks what they said. */
export function ReachRow({ node, onDone }: { node: ToReach; onDone: () => void }) {
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const words = useStatusSentences();
  const [called, call] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const close = () => {
    call(false);
    row.current?.querySelector<HTMLElement>('[data-row-action]')?.focus();
  };
  const { service, importance } = node;
  const { status } = service;
  const said = useInTime(now =>
    status.state === 'UNKNOWN' ? words.sinceOf(status, now) : `${words.stateOf(status)}, ${following(words.sinceOf(status, now))}`,
  );
  const [phone] = service.phones;
  const number = phone && telephone(phone.number);
  return (
    <li ref={row} className={css.row} data-open={called || undefined}>
      <StatusShape state={status.state} stale size={22} />
      <div className={css.said}>
        <b>
          <Link to={`/services/${service.id}`}>
            <Localized of={service.name} />
          </Link>
        </b>
        <span>
          {said}
          {importance > 1 && <span className={css.weight}> · {t('reach.importance', { n: importance })}</span>}
        </span>
      </div>
      {number ? (
        <a
          className={css.act}
          data-row-action
          href={number.href}
          aria-label={t('reach.callOf', { number: number.shown, name: textOf(service.name) })}
          onClick={() => call(true)}
        >
          <Icon name="phone" size={16} /> {number.shown}
          {phone.extension && ` ${t('reach.extension', { extension: phone.extension })}`}
        </a>
      ) : (
        <button type="button" className={css.act} data-row-action aria-expanded={called} onClick={() => call(!called)}>
          {t('reach.noPhone')}
        </button>
      )}
      {called && may('status:report') && <Called service={service} onDone={onDone} onClose={close} />}
    </li>
  );
}
