import { type FormEvent, useState } from 'react';
import { Line, Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { useWords } from '../../persons/words.ts';
import { DayAndHour } from '../../saying/day-and-hour.tsx';
import { type Named, OrganizationChoice } from '../../saying/organization-choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { OpenRound } from './rounds.query.ts';

const texts = ['name', 'legalBasis', 'fr', 'en'] as const;
const fieldOf = { name: 'name', legalBasis: 'legalBasis', fr: 'script.fr', en: 'script.en' };

/** From whom, by which law, until when, and what is read on the telephone. */
export function OpenDialog({ onDone, onClose }: { onDone: (roundId: string) => void; onClose: () => void }) {
  const { t } = useWords();
  const { act, busy, refused } = useAct(OpenRound, 'RoundChanged');
  const [said, type] = useState({ name: '', legalBasis: '', fr: '', en: '' });
  const [giver, choose] = useState<Named | null>(null);
  const [endsAt, plan] = useState<string | null>(null);
  const [early, notYet] = useState(false);
  const wrong = (field: string) => (refused?.field === field ? refused.message : null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    notYet(true);
    if (busy || !giver || !endsAt) return;
    const script = { fr: said.fr.trim() || null, en: said.en.trim() || null };
    const answer = await act({ name: said.name, legalBasis: said.legalBasis, script, givenBy: giver.id, endsAt, tries: 3 });
    if (answer?.__typename === 'RoundChanged') onDone(answer.round.id);
  };
  const known = ['givenBy', 'endsAt', ...Object.values(fieldOf)].some(wrong);
  return (
    <Dialog label={t('rounds.open')} onClose={onClose}>
      <form className={css.dialog} noValidate onSubmit={event => void send(event)}>
        <h2>{t('rounds.open')}</h2>
        <OrganizationChoice
          label={t('rounds.giver')}
          value={giver}
          error={wrong('givenBy') ?? (early && !giver ? t('rounds.giverMissing') : null)}
          onChange={choose}
        />
        {texts.map(field => (
          <Line key={field} label={t(`rounds.field.${field}`)} error={wrong(fieldOf[field])}>
            {(id, describedBy) => {
              const shared = { id, 'aria-describedby': describedBy, value: said[field] };
              return field === 'fr' || field === 'en' ? (
                <textarea {...shared} lang={field} rows={3} onChange={event => type({ ...said, [field]: event.target.value })} />
              ) : (
                <input {...shared} onChange={event => type({ ...said, [field]: event.target.value })} />
              );
            }}
          </Line>
        ))}
        <Field label={t('rounds.ends')} error={wrong('endsAt') ?? (early && !endsAt ? t('rounds.endsMissing') : null)}>
          <DayAndHour value={endsAt} onChange={plan} />
        </Field>
        <p className={css.quiet}>{t('rounds.destroyedThen')}</p>
        {refused && !known && <Wrong>{refused.message}</Wrong>}
        <div className={css.acts}>
          <button type="submit" data-first disabled={busy}>
            {t('rounds.openDo')}
          </button>
          <button type="button" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
