import { useState } from 'react';
import type { LocalizedTextInput } from '../../hub/gql/graphql.ts';
import { fieldsOf, instantOfFields } from '../../ui/day-hour.ts';
import { useTimes } from '../../ui/use-times.ts';
import { ActForm } from './act-form.tsx';
import { SetInstruction } from './crises.acts.ts';
import { DayAndHour } from './day-and-hour.tsx';
import { BothLanguages, isSaid, Line, saidIn } from './inputs.tsx';
import type { Instruction } from './instructions.tsx';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { useAct } from './use-act.ts';
import { useDraft } from '../../hub/use-draft.ts';
import { useWords } from './words.ts';

type ChangeInstructionProps = { crisisId: string; instruction?: Instruction; onClose: () => void };

const wordsOf = (text: LocalizedTextInput | undefined): LocalizedTextInput => ({ fr: text?.fr ?? '', en: text?.en ?? '' });

/** A question and its answer, in both languages; who answers for it, until when, and the number to give. */
export function ChangeInstruction({ crisisId, instruction, onClose }: ChangeInstructionProps) {
  const { t } = useWords();
  const { zone } = useTimes();
  const [draft, write, forget] = useDraft(`instruction ${crisisId} ${instruction?.id ?? ''}`, {
    question: wordsOf(instruction?.question),
    answer: wordsOf(instruction?.answer),
    phone: instruction?.phone ?? '',
    owner: instruction?.owner ?? (null as Named | null),
    until: instruction?.validUntil ? fieldsOf(Date.parse(instruction.validUntil), zone) : { day: '', hour: '' },
  });
  const [missing, miss] = useState<'question' | 'answer' | null>(null);
  const { act, loading, refused } = useAct(SetInstruction);
  const change = (more: Partial<typeof draft>) => (miss(null), write(more));
  const said = (field: string) => (refused?.field === field ? refused.message : null);

  const submit = async () => {
    if (!isSaid(draft.question)) return miss('question');
    if (!isSaid(draft.answer)) return miss('answer');
    const until = instantOfFields(draft.until.day, draft.until.hour, zone);
    const done = await act({
      crisisId,
      instructionId: instruction?.id,
      question: saidIn(draft.question),
      answer: saidIn(draft.answer),
      phone: draft.phone.trim() || null,
      ownerOrganizationId: draft.owner?.id ?? null,
      validUntil: until === null ? null : new Date(until).toISOString(),
    });
    if (!done) return;
    forget();
    onClose();
  };
  return (
    <ActForm
      label={t('instruction')}
      send={t('save')}
      busy={loading}
      refused={refused && refused.field !== 'validUntil' ? refused.message : null}
      onSend={() => void submit()}
      onClose={onClose}
    >
      <BothLanguages
        label={t('question')}
        value={draft.question}
        most={300}
        error={missing === 'question' ? t('missing.question') : null}
        onChange={question => change({ question })}
      />
      <BothLanguages
        label={t('answer')}
        value={draft.answer}
        most={4_000}
        rows={4}
        error={missing === 'answer' ? t('missing.answer') : null}
        onChange={answer => change({ answer })}
      />
      <Line label={t('numberToGive')}>
        {id => <input id={id} type="tel" maxLength={40} value={draft.phone} onChange={event => change({ phone: event.target.value })} />}
      </Line>
      <OrganizationChoice label={t('owner')} value={draft.owner} onChange={owner => change({ owner })} />
      <DayAndHour label={t('validUntil')} value={draft.until} error={said('validUntil')} onChange={until => change({ until })} />
    </ActForm>
  );
}
