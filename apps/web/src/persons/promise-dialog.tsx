import { type FormEvent, useState } from 'react';
import type { FollowUpGroup } from '../hub/gql/graphql.ts';
import { DayAndHour } from '../saying/day-and-hour.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { PromiseFollowUp } from './follow-ups.query.ts';
import { Line, Wrong } from './line.tsx';
import css from './persons.module.css';
import { useAct } from './use-act.ts';
import { useWords } from './words.ts';

const groups: readonly FollowUpGroup[] = [
  'SENIOR',
  'ISOLATED',
  'DISABILITY',
  'MENTAL_HEALTH',
  'FAMILY',
  'VIOLENCE',
  'HOMELESS',
  'NEWCOMER',
  'OTHER',
];
const fields = ['knownAs', 'phone', 'language', 'safeContact'] as const;

/** What it is about, from the desk: codes, nobody's name. */
export type PromisedFor = { contactId?: string | null; category: string; kind: string; territory?: string | null; language?: string };
type PromiseDialogProps = { about: PromisedFor; onDone: (followUpId: string) => void; onClose: () => void };

/** « Promettre un suivi »: whom to call back, and when. What is typed here is kept by the hub alone, sealed. */
export function PromiseDialog({ about, onDone, onClose }: PromiseDialogProps) {
  const { t } = useWords();
  const { act, busy, refused } = useAct(PromiseFollowUp, 'FollowUpChanged');
  const [group, choose] = useState<FollowUpGroup>('SENIOR');
  const [person, type] = useState({ knownAs: '', phone: '', language: about.language ?? 'fr', safeContact: '' });
  const [dueAt, plan] = useState<string | null>(null);
  const [early, notYet] = useState(false);
  const wrong = (field: string) => (refused?.field === field ? refused.message : null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    notYet(!dueAt);
    if (!dueAt || busy) return;
    const { language: _, ...codes } = about;
    const answer = await act({ ...codes, ...person, safeContact: person.safeContact.trim() || null, group, dueAt });
    if (answer?.__typename === 'FollowUpChanged') onDone(answer.followUp.id);
  };
  const known = [...fields, 'dueAt'].some(field => wrong(field));
  return (
    <Dialog label={t('promise.title')} onClose={onClose}>
      <form className={css.dialog} autoComplete="off" noValidate onSubmit={event => void send(event)}>
        <h2>{t('promise.title')}</h2>
        <p className={css.quiet}>{t('promise.kept')}</p>
        <Line label={t('promise.group')}>
          {id => (
            <select id={id} value={group} onChange={event => choose(event.target.value as FollowUpGroup)}>
              {groups.map(one => (
                <option key={one} value={one}>
                  {t(`group.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Line>
        {fields.map(field => (
          <Line key={field} label={t(`promise.${field}`)} error={wrong(field)}>
            {(id, describedBy) => (
              <input
                {...{ id, 'aria-describedby': describedBy, autoComplete: 'off', spellCheck: false, value: person[field] }}
                type={field === 'phone' ? 'tel' : 'text'}
                onChange={event => type({ ...person, [field]: event.target.value })}
              />
            )}
          </Line>
        ))}
        <Field label={t('promise.due')} error={wrong('dueAt') ?? (early && !dueAt ? t('promise.when') : null)}>
          <DayAndHour value={dueAt} onChange={plan} />
        </Field>
        {refused && !known && <Wrong>{refused.message}</Wrong>}
        <div className={css.acts}>
          <button type="submit" data-first disabled={busy}>
            {t('promise.do')}
          </button>
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
