import { useMutation } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../hub/connection.ts';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import { statusWords } from '../../ui/status-words.ts';
import { now } from '../../ui/pulse.ts';
import { states } from '../../ui/tokens.mjs';
import type { ToReach } from './reach-row.tsx';
import css from './situation.module.css';
import { ReachConfirm, ReachReport } from './situation.query.ts';
import { useWords } from './words.ts';

type CalledProps = { service: ToReach['service']; onDone: () => void; onClose: () => void };
type Result = { __typename: string; message?: string; leftOutBecause?: readonly object[] };

/** What they said on the phone: still true, changed, or nobody answered. */
export function Called({ service, onDone, onClose }: CalledProps) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const offline = useConnection().state === 'offline';
  const [changed, change] = useState(false);
  const [refused, refuse] = useState<string | null>(null);
  const [seenAt] = useState(() => new Date(now()).toISOString());
  const [keys] = useState(() => [crypto.randomUUID(), crypto.randomUUID()] as const);
  const [confirm, confirming] = useMutation(ReachConfirm);
  const [report, reporting] = useMutation(ReachReport);
  const busy = confirming.loading || reporting.loading;
  const acts = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (changed) acts.current?.querySelector('button')?.focus();
  }, [changed]);

  const settle = (result: Result | undefined) => {
    if (result?.leftOutBecause?.length) return refuse(t('reach.newer'));
    if (result && !('message' in result)) return void onDone();
    refuse(result?.message ?? t('notSaved'));
  };
  const same = async () => {
    if (busy) return;
    const input = { serviceIds: [service.id], observedAt: seenAt, idempotencyKey: keys[0] };
    const answer = await confirm({ variables: { input } }).catch(() => null);
    settle(answer?.data?.confirmServiceStatus);
  };
  const other = async (state: ServiceState) => {
    if (busy) return;
    const input = { serviceId: service.id, state, heardFrom: { channel: 'TELEPHONE' }, idempotencyKey: `${keys[1]} ${state}` };
    const answer = await report({ variables: { input } }).catch(() => null);
    settle(answer?.data?.reportServiceStatus);
  };
  const never = service.status.state === 'UNKNOWN';
  return (
    <div ref={acts} className={css.called} role="group" aria-label={t('reach.whatSaid')}>
      {!changed && !never && (
        <button type="button" disabled={offline} aria-disabled={busy} onClick={() => void same()}>
          {t('reach.same')}
        </button>
      )}
      {!changed && (
        <button type="button" disabled={offline} onClick={() => change(true)}>
          {t(never ? 'reach.say' : 'reach.changed')}
        </button>
      )}
      {!changed && (
        <button type="button" onClick={onClose}>
          {t('reach.noAnswer')}
        </button>
      )}
      {changed &&
        states
          .filter(state => state !== 'UNKNOWN')
          .map(state => (
            <button key={state} type="button" disabled={offline} aria-disabled={busy} onClick={() => void other(state)}>
              {say(`state.${state}`)}
            </button>
          ))}
      {offline && <p>{t('offline')}</p>}
      {refused && <p role="alert">{refused}</p>}
    </div>
  );
}
