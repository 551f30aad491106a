import { useState } from 'react';
import { Link } from 'react-router';
import type { OutgoingLineFragment } from '../../hub/gql/graphql.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Instant } from '../../ui/instant.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './outgoing.module.css';
import { whyOf } from './reason.ts';
import type { Choice, Said } from './use-choice.ts';
import { useTemplate, useWords } from './words.ts';

export const mayGoAgain = ({ state }: OutgoingLineFragment): boolean => state === 'DEAD' || state === 'UNSURE';

const signs: Record<OutgoingLineFragment['state'] | 'BOUNCED', IconName> = {
  PENDING: 'clock',
  HANDED: 'arrow',
  SENT: 'check',
  DEAD: 'close',
  UNSURE: 'warning',
  WITHDRAWN: 'minus',
  BOUNCED: 'undo',
};

type LineProps = {
  line: OutgoingLineFragment;
  /** Of which campaign it is, where that is not said above. */
  withCampaign: boolean;
  said: Said | null;
  onChoose: ((choice: Choice) => void) | null;
};

/** One that left or did not: to whom, what, why not; and what can be done about it. */
export function Line({ line, withCampaign, said, onChoose }: LineProps) {
  const { t } = useWords();
  const template = useTemplate();
  const { channel, recipient, groupId, error, state } = line;
  const standing = line.bouncedAt ? 'BOUNCED' : state;
  return (
    <li className={css.row} data-state={standing}>
      <p className={css.standing}>
        <Icon name={signs[standing]} size={18} /> {t(`state.${standing}`)}
      </p>
      <div className={css.what}>
        <p>
          <b>{template(line.template)}</b> {recipient && <span>{t('to', { name: recipient })}</span>}
        </p>
        <p className={css.quiet}>
          {t(`channel.${channel}`)} · <When line={line} />
          {line.tries > 1 && ` · ${t('tries', { count: line.tries })}`}
          {withCampaign && groupId && (
            <>
              {' '}
              · <Link to={`/campaigns/${groupId}`}>{t('itsCampaign')}</Link>
            </>
          )}
        </p>
        {error && state !== 'SENT' && <p className={css.why}>{t(`why.${whyOf(error)}`, { code: error })}</p>}
        {error && state === 'SENT' && line.bouncedAt && <p className={css.why}>{t(`why.${whyOf(error)}`, { code: error })}</p>}
        {said && 'wrong' in said && (
          <p role="alert" className={css.why}>
            {said.wrong}
          </p>
        )}
      </div>
      {onChoose && <Acts line={line} onChoose={onChoose} />}
    </li>
  );
}

function When({ line: { state, held, dueAt, sentAt, bouncedAt, createdAt, tries } }: { line: OutgoingLineFragment }) {
  const { t } = useWords();
  const { when } = useTimes();
  const said = (key: 'bouncedAt' | 'sentAt' | 'againAt' | 'dueAt' | 'since', at: string) => (
    <Instant at={at}>{t(key, { when: when(at, now()) })}</Instant>
  );
  if (bouncedAt) return said('bouncedAt', bouncedAt);
  if (sentAt) return said('sentAt', sentAt);
  if (state === 'PENDING' && held) return t('held');
  if (state === 'PENDING' && tries > 0) return said('againAt', dueAt);
  if (state === 'PENDING' && Date.parse(dueAt) > now()) return said('dueAt', dueAt);
  return said('since', createdAt);
}

/** Letting go is asked once more. */
function Acts({ line, onChoose }: { line: OutgoingLineFragment; onChoose: (choice: Choice) => void }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  const waits = line.state === 'PENDING' && !line.held;
  if (!mayGoAgain(line) && !waits) return null;
  return (
    <div className={css.acts}>
      {!asked && (
        <button type="button" onClick={() => onChoose('retry')}>
          {t(waits ? 'sendNow' : 'retry')}
        </button>
      )}
      <button type="button" data-grave={asked || undefined} onClick={() => (asked ? onChoose('giveUp') : ask(true))}>
        {t(asked ? 'giveUpIndeed' : 'giveUp')}
      </button>
      {asked && (
        <button type="button" onClick={() => ask(false)}>
          {t('not')}
        </button>
      )}
    </div>
  );
}
