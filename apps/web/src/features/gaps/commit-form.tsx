import { type FormEvent, useId, useState } from 'react';
import type { CommitmentPer, CommitmentUnit } from '../../hub/gql/graphql.ts';
import { useConnection } from '../../hub/connection.ts';
import { useStep } from '../../needs/use-step.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import type { Text } from '../../ui/sureness.ts';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

type CommitFormProps = { gap: GapInFull; own: readonly { id: string; name: Text }[]; onDone: () => void; onCancel: () => void };

const units: readonly CommitmentUnit[] = ['HOUSEHOLD', 'MEAL', 'BASKET', 'TRIP', 'NIGHT', 'MASK', 'HOUR'];
const pers: readonly CommitmentPer[] = ['ONCE', 'DAY', 'WEEK'];

/** So much of it, once or as often, until a day; the hub holds the limit that leaves some for others. */
export function CommitForm({ gap, own, onDone, onCancel }: CommitFormProps) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const textOf = useText();
  const id = useId();
  const offline = useConnection().state === 'offline';
  const [organizationId, choose] = useState((own.find(one => one.id === gap.assignedTo?.id) ?? own[0])?.id ?? '');
  const [quantity, count] = useState('');
  const [unit, measure] = useState<CommitmentUnit>('HOUSEHOLD');
  const [per, repeat] = useState<CommitmentPer>('ONCE');
  const [until, end] = useState('');
  const { take, busy, refused } = useStep(onDone);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline) return;
    void take('commit', { gapId: gap.id, organizationId, quantity: Math.round(+quantity), unit, per, until: until || null });
  };
  return (
    <form className={css.own} onSubmit={send}>
      {own.length > 1 && (
        <>
          <label htmlFor={`${id}-for`}>{t('commit.for')}</label>
          <select id={`${id}-for`} value={organizationId} onChange={event => choose(event.target.value)}>
            {own.map(one => (
              <option key={one.id} value={one.id}>
                {textOf(one.name)}
              </option>
            ))}
          </select>
        </>
      )}
      <div className={css.amount}>
        <p>
          <label htmlFor={`${id}-quantity`}>{t('commit.quantity')}</label>
          <input
            id={`${id}-quantity`}
            type="number"
            min={1}
            inputMode="numeric"
            required
            aria-invalid={refused?.field === 'quantity' || undefined}
            value={quantity}
            onChange={event => count(event.target.value)}
          />
        </p>
        <p>
          <label htmlFor={`${id}-unit`}>{t('commit.unit')}</label>
          <select id={`${id}-unit`} value={unit} onChange={event => measure(event.target.value as CommitmentUnit /* one of those below */)}>
            {units.map(one => (
              <option key={one} value={one}>
                {n(`units.${one}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor={`${id}-per`}>{t('commit.per')}</label>
          <select id={`${id}-per`} value={per} onChange={event => repeat(event.target.value as CommitmentPer /* one of those below */)}>
            {pers.map(one => (
              <option key={one} value={one}>
                {n(`per.${one}`)}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor={`${id}-until`}>{t('commit.until')}</label>
          <input id={`${id}-until`} type="date" value={until} onChange={event => end(event.target.value)} />
        </p>
      </div>
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused.message}
        </p>
      )}
      <p className={css.ownActs}>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" data-first disabled={offline} aria-disabled={busy}>
          {t('commit.send')}
        </button>
      </p>
    </form>
  );
}
