import { type FormEvent, useState } from 'react';
import type { EmergencyStepKind } from '../../hub/gql/graphql.ts';
import { Line, Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { useWords } from '../../persons/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RaiseEmergency, RecordEmergencyStep, TellEmergency } from './emergency.query.ts';

const steps = ['CALLED_911', 'HANDED_OVER', 'OVER'] as const satisfies readonly EmergencyStepKind[];

/** 911 first, then what to say, then where they are; the supervisor is alerted by one key, whatever is known. */
export function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const raising = useAct(RaiseEmergency, 'EmergencyChanged');
  const telling = useAct(TellEmergency, 'EmergencyChanged');
  const stepping = useAct(RecordEmergencyStep, 'EmergencyChanged');
  const [id, raised] = useState<string | null>(null);
  const [where, type] = useState({ address: '', number: '' });
  const [done, did] = useState<readonly EmergencyStepKind[]>([]);
  const [told, tell] = useState(false);
  const refused = raising.refused ?? telling.refused ?? stepping.refused;
  const busy = raising.busy || telling.busy || stepping.busy;
  const wrong = (field: string) => (refused?.field === field ? refused.message : null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    tell(false);
    if (id) return void tell(Boolean(await telling.act({ emergencyId: id, ...where })));
    const answer = await raising.act(where);
    if (answer?.__typename === 'EmergencyChanged') {
      raised(answer.emergency.id);
      tell(true);
    }
  };
  const step = async (kind: (typeof steps)[number]) => {
    if (!id || !(await stepping.act({ emergencyId: id, step: kind, to: kind === 'HANDED_OVER' ? '911' : null }))) return;
    if (kind === 'OVER') return onClose();
    did([...done, kind]);
  };
  return (
    <Dialog label={t('emergency.title')} onClose={onClose}>
      <form className={css.dialog} autoComplete="off" noValidate onSubmit={event => void send(event)}>
        <h2>{t('emergency.title')}</h2>
        <div className={css.danger}>
          <b>{t('emergency.first')}</b>
          <p>{t('emergency.say')}</p>
          <a className={css.phone} href="tel:911">
            <Icon name="phone" size={18} /> {t('emergency.call911')}
          </a>
        </div>
        {(['address', 'number'] as const).map(field => (
          <Line key={field} label={t(`emergency.${field}`)} error={wrong(field)}>
            {(id, describedBy) => (
              <input
                {...{ id, 'aria-describedby': describedBy, autoComplete: 'off', spellCheck: false, value: where[field] }}
                type={field === 'number' ? 'tel' : 'text'}
                onChange={event => type({ ...where, [field]: event.target.value })}
              />
            )}
          </Line>
        ))}
        <p className={css.quiet}>{t('emergency.kept')}</p>
        {refused && !wrong('address') && !wrong('number') && <Wrong>{refused.message}</Wrong>}
        {id && told && (
          <p role="status" className={css.careful}>
            {t('emergency.alerted')}
          </p>
        )}
        <div className={css.acts}>
          <button type="submit" data-first disabled={busy}>
            {t(id ? 'emergency.tell' : 'emergency.alert')}
          </button>
          {id &&
            steps.map(kind => (
              <button key={kind} type="button" disabled={busy || done.includes(kind)} onClick={() => void step(kind)}>
                {done.includes(kind) && <Icon name="check" size={16} />} {t(`emergency.step.${kind}`)}
              </button>
            ))}
          <button type="button" onClick={onClose}>
            {t('close')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
