import { type FormEvent, useId, useState } from 'react';
import { useStep } from '../../needs/use-step.ts';
import { useWords as useNeedWords } from '../../needs/words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Text } from '../../ui/sureness.ts';
import { Localized } from '../../ui/localized.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { CommitForm } from './commit-form.tsx';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { useWords } from './words.ts';

type Commitment = GapInFull['commitments'][number];

type CommitmentsProps = { gap: GapInFull; own: readonly { id: string; name: Text }[]; onDone: () => void };

/** Who takes how much of it; one's own is delivered and let go here. */
export function Commitments({ gap, own, onDone }: CommitmentsProps) {
  const { t } = useWords();
  const [committing, commit] = useState(false);
  const isOwn = (one: Commitment) => own.some(({ id }) => id === one.organization.id);
  return (
    <section className={css.panel} aria-labelledby="commitments">
      <h2 id="commitments">{t('commitments')}</h2>
      {gap.commitments.length === 0 && <p className={css.quiet}>{t('noCommitment')}</p>}
      <ul className={css.commitments}>
        {gap.commitments.map(one => (
          <li key={one.id} data-over={one.releasedAt ? true : undefined}>
            <b>
              <Localized of={one.organization.name} />
            </b>
            <Said one={one} />
            {isOwn(one) && !one.releasedAt && <Own one={one} onDone={onDone} />}
          </li>
        ))}
      </ul>
      {committing && <CommitForm gap={gap} own={own} onDone={() => (commit(false), onDone())} onCancel={() => commit(false)} />}
      {!committing && own.length > 0 && gap.state !== 'CLOSED' && (
        <p className={css.ownActs}>
          <button
            type="button"
            data-first={(gap.answer && own.some(({ id }) => id === gap.assignedTo?.id)) || undefined}
            onClick={() => commit(true)}
          >
            {t('ours.commit')}
          </button>
        </p>
      )}
    </section>
  );
}

function Said({ one: { quantity, unit, per, delivered, until, releasedAt, releaseReason } }: { one: Commitment }) {
  const { t } = useWords();
  const { t: n } = useNeedWords();
  const { language } = useTimes();
  const dated = new Intl.DateTimeFormat(`${language}-CA`, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const units = ['HOUSEHOLD', 'MEAL', 'BASKET', 'TRIP', 'NIGHT', 'MASK', 'HOUR'] as const;
  const known = units.find(each => each === unit.toUpperCase());
  return (
    <p>
      {known ? n(`unit.${known}`, { count: quantity }) : quantity} {n(`per.${per}`)}
      {until && <>, {t('until', { day: dated.format(new Date(until)) })}</>} · {t('delivered', { count: delivered })}
      {releasedAt && (
        <span className={css.released}>
          {t('released')} {releaseReason && <q>{releaseReason}</q>}
        </span>
      )}
    </p>
  );
}

/** What its own organization does with it. */
function Own({ one, onDone }: { one: Commitment; onDone: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [doing, become] = useState<'deliver' | 'release' | null>(null);
  const [said, say] = useState('');
  const { take, busy, refused } = useStep(() => (become(null), say(''), onDone()));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (doing === 'deliver') void take('deliver', { commitmentId: one.id, quantity: Math.round(+said) });
    else void take('release', { commitmentId: one.id, reason: said });
  };
  if (!doing)
    return (
      <p className={css.ownActs}>
        {(['deliver', 'release'] as const).map(each => (
          <button key={each} type="button" onClick={() => (become(each), say(each === 'deliver' ? String(left(one)) : ''))}>
            {t(`own.${each}`)}
          </button>
        ))}
      </p>
    );
  return (
    <form className={css.own} onSubmit={send}>
      <label htmlFor={id}>{t(`own.ask.${doing}`)}</label>
      {doing === 'deliver' ? (
        <input
          id={id}
          type="number"
          min={1}
          inputMode="numeric"
          required
          autoFocus
          value={said}
          onChange={event => say(event.target.value)}
        />
      ) : (
        <input id={id} type="text" maxLength={2_000} required autoFocus value={said} onChange={event => say(event.target.value)} />
      )}
      <p className={css.ownActs}>
        <button type="button" onClick={() => become(null)}>
          {t('cancel')}
        </button>
        <button type="submit" data-first aria-disabled={busy}>
          {t(`own.${doing}`)}
        </button>
      </p>
      {refused && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused.message}
        </p>
      )}
    </form>
  );
}

const left = ({ quantity, delivered, per }: Commitment): number => (per === 'ONCE' ? Math.max(1, quantity - delivered) : quantity);
