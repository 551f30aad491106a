import { useState } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { telephone } from '../../ui/telephone.ts';
import { useTimes } from '../../ui/use-times.ts';
import { ActForm } from './act-form.tsx';
import { ChangeInstruction } from './change-instruction.tsx';
import { WithdrawInstruction } from './crises.acts.ts';
import css from './crises.module.css';
import { Part } from './part.tsx';
import { useAct } from './use-act.ts';
import type { Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

export type Instruction = Crisis['instructions'][number];

/** What people ask, and what is to be read to them; one past its end is said not to be read. */
export function Instructions({ crisis, mayChange }: { crisis: Crisis; mayChange: boolean }) {
  const { t } = useWords();
  return (
    <Part
      at="instructions"
      title={t('instructions')}
      act={mayChange && { word: t('addInstruction'), form: close => <ChangeInstruction crisisId={crisis.id} onClose={close} /> }}
    >
      {crisis.instructions.length === 0 && <p className={css.quiet}>{t('noInstructions')}</p>}
      <ul className={css.rows}>
        {crisis.instructions.map(instruction => (
          <OneInstruction key={instruction.id} crisisId={crisis.id} instruction={instruction} mayChange={mayChange} />
        ))}
      </ul>
    </Part>
  );
}

type OneProps = { crisisId: string; instruction: Instruction; mayChange: boolean };

function OneInstruction({ crisisId, instruction, mayChange }: OneProps) {
  const { t } = useWords();
  const textOf = useText();
  const times = useTimes();
  const [open, become] = useState<'change' | 'withdraw' | null>(null);
  const { question, answer, phone, owner, validUntil, setAt } = instruction;
  const over = useInTime(at => validUntil != null && Date.parse(validUntil) <= at);
  const number = phone ? telephone(phone) : null;
  const close = () => become(null);
  return (
    <li data-over={over || undefined}>
      <h3>
        <Localized of={question} />
      </h3>
      {over && (
        <p className={css.overdue}>
          <Icon name="warning" size={18} /> <b>{t('instructionOver')}</b>
        </p>
      )}
      <p className={css.answer}>
        <Localized of={answer} />
      </p>
      {number && (
        <a className={css.number} href={number.href}>
          <Icon name="phone" size={18} /> {number.shown}
        </a>
      )}
      <p className={css.quiet}>
        {owner && `${textOf(owner.name)} · `}
        {t('saidAt', { when: times.when(setAt, now()) })}
        {validUntil && !over && ` · ${t('holds', { until: times.until(validUntil, now()) })}`}
      </p>
      {mayChange && (
        <p className={css.acts}>
          {(['change', 'withdraw'] as const).map(what => (
            <button
              key={what}
              type="button"
              className={css.act}
              aria-expanded={open === what}
              aria-label={t('actOf', { act: t(what), where: textOf(question) })}
              onClick={() => become(open === what ? null : what)}
            >
              {t(what)}
            </button>
          ))}
        </p>
      )}
      {open === 'change' && <ChangeInstruction {...{ crisisId, instruction }} onClose={close} />}
      {open === 'withdraw' && <Withdraw {...{ crisisId, instruction }} onClose={close} />}
    </li>
  );
}

type WithdrawProps = { crisisId: string; instruction: Instruction; onClose: () => void };

function Withdraw({ crisisId, instruction, onClose }: WithdrawProps) {
  const { t } = useWords();
  const { act, loading, refused } = useAct(WithdrawInstruction);
  const submit = async () => void ((await act({ crisisId, instructionId: instruction.id })) && onClose());
  return (
    <ActForm
      label={t('withdraw')}
      send={t('withdrawSure')}
      busy={loading}
      refused={refused?.message}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <p className={css.ask}>{t('askWithdraw')}</p>
    </ActForm>
  );
}
