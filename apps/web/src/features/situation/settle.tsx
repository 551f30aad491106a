import { useMutation } from '@apollo/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../../hub/connection.ts';
import type { SettlementBasis, SettlementOutcome } from '../../hub/gql/graphql.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import type { Disputed } from './dispute.tsx';
import css from './situation.module.css';
import { SettleContradiction } from './situation.query.ts';
import { useWords } from './words.ts';

const bases: SettlementBasis[] = ['CALLED_ORGANIZATION', 'SITE_VISIT', 'LEGAL_ORDER', 'NO_ANSWER_3_TRIES'];

const blank = { outcome: null as SettlementOutcome | null, basis: bases[0]!, note: '' };

/** Both words side by side: one is kept, and how one knows is said. */
export function Settle({ node, onDone, onClose }: { node: Disputed; onDone: () => void; onClose: () => void }) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const offline = useConnection().state === 'offline';
  const [{ outcome, basis, note }, write, forget] = useDraft(`settlement ${node.id}`, blank);
  const [key] = useState(() => crypto.randomUUID());
  const [refused, refuse] = useState<string | null>(null);
  const [send, { loading }] = useMutation(SettleContradiction);
  const { service, says } = node;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (loading || offline) return;
    if (!outcome) return refuse(t('disputes.chooseOne'));
    refuse(null);
    const report = outcome === 'REPLACED' ? { serviceId: service.id, state: says, heardFrom: { channel: 'TELEPHONE' } } : undefined;
    const input = { contradictionId: node.id, outcome, basis, report, note: note.trim() || undefined, idempotencyKey: `${key} ${outcome}` };
    const answer = await send({ variables: { input } }).catch(() => null);
    const result = answer?.data?.settleContradiction;
    if (result?.__typename === 'ContradictionSettled') return void (forget(), onDone());
    refuse(result && 'message' in result ? result.message : t('notSaved'));
  };

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <form ref={form} className={css.settle} onSubmit={event => void submit(event)} onKeyDown={event => event.key === 'Escape' && onClose()}>
      <fieldset>
        <legend>{t('disputes.which')}</legend>
        {(['KEPT', 'REPLACED'] as const).map(one => (
          <label key={one}>
            <input type="radio" name={`outcome ${node.id}`} checked={outcome === one} onChange={() => write({ outcome: one })} />
            <StatusShape state={one === 'KEPT' ? service.status.state : says} size={18} />
            {t(`disputes.outcome.${one}`, { state: say(`state.${one === 'KEPT' ? service.status.state : says}`) })}
          </label>
        ))}
      </fieldset>
      <label>
        <span>{t('disputes.basis')}</span>
        <select value={basis} onChange={event => write({ basis: event.target.value as SettlementBasis })}>
          {bases.map(one => (
            <option key={one} value={one}>
              {t(`disputes.bases.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('disputes.note')}</span>
        <input type="text" value={note} maxLength={500} onChange={event => write({ note: event.target.value })} />
      </label>
      {refused && <p role="alert">{refused}</p>}
      {offline && <p>{t('offline')}</p>}
      <button type="submit" disabled={offline} aria-disabled={loading}>
        {t('disputes.settle')}
      </button>
    </form>
  );
}
