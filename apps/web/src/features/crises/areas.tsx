import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Localized, useText } from '../../ui/localized.tsx';
import { PhaseSteps } from '../../ui/phase-steps.tsx';
import { useRuns } from '../../ui/use-runs.ts';
import { AddArea } from './add-area.tsx';
import { ChangeLead } from './change-lead.tsx';
import { ChangePhase } from './change-phase.tsx';
import css from './crises.module.css';
import { DeclareEmergency, Emergency, EndEmergency } from './emergency.tsx';
import { Part } from './part.tsx';
import type { Area, Crisis } from './use-crisis.ts';
import { useWords } from './words.ts';

type AreasProps = { crisis: Crisis; concerned: number | undefined; mayChange: boolean };

/** Where it goes on: in which phase, who leads there, and the emergency that was declared. */
export function Areas({ crisis, concerned, mayChange }: AreasProps) {
  const { t } = useWords();
  const [adding, add] = useState(false);
  const several = crisis.areas.length > 1;
  return (
    <Part
      at="areas"
      title={t('areas', { count: crisis.areas.length })}
      act={
        mayChange &&
        several && {
          word: t('changeEverywhere'),
          form: close => <ChangePhase crisis={crisis} area={null} concerned={concerned} onClose={close} />,
        }
      }
    >
      <ul className={css.areas}>
        {crisis.areas.map(area => (
          <OneArea key={area.id} area={area} {...{ crisis, concerned, mayChange }} />
        ))}
      </ul>
      {mayChange && (
        <p className={css.ways}>
          <button type="button" className={css.act} aria-expanded={adding} onClick={() => add(!adding)}>
            {t('addArea')}
          </button>
        </p>
      )}
      {adding && <AddArea crisis={crisis} onClose={() => add(false)} />}
    </Part>
  );
}

/** What was pressed is gone: its place is taken by what it opened. */
const goTo = (arrived: HTMLElement | null) => arrived?.querySelector('button')?.focus();

/** On a phone, what may be done of an area waits behind one button. */
function OneArea({ crisis, area, concerned, mayChange }: AreasProps & { area: Area }) {
  const { t } = useWords();
  const textOf = useText();
  const [open, become] = useState<'phase' | 'declare' | 'end' | 'lead' | null>(null);
  const runs = useRuns(area.emergency);
  const narrow = useMediaQuery('(max-width: 59.99em)', false, { getInitialValueInEffect: false });
  const [acting, act] = useState(false);
  const close = () => become(null);
  const button = (what: NonNullable<typeof open>, word: string) => (
    <button
      type="button"
      className={css.act}
      aria-expanded={open === what}
      aria-label={t('actOf', { act: word, where: textOf(area.territory.name) })}
      onClick={() => become(open === what ? null : what)}
    >
      {word}
    </button>
  );
  return (
    <li>
      <h3>
        <Localized of={area.territory.name} />
      </h3>
      <PhaseSteps phase={area.phase} />
      <p className={css.quiet}>{area.lead ? t('lead', { name: textOf(area.lead.name) }) : t('noLead')}</p>
      {area.emergency && <Emergency of={area.emergency} />}
      {mayChange && narrow && !acting && (
        <p className={css.acts}>
          <button
            type="button"
            className={css.act}
            aria-label={t('actOf', { act: t('change'), where: textOf(area.territory.name) })}
            onClick={() => act(true)}
          >
            {t('change')}
          </button>
        </p>
      )}
      {mayChange && (!narrow || acting) && (
        <p className={css.acts} ref={acting ? goTo : undefined}>
          {button('phase', t('changePhase'))}
          {area.phase !== 'CLOSED' && button('declare', t(runs ? 'renewEmergency' : 'declareEmergency'))}
          {button('lead', t('changeLead'))}
          {runs && button('end', t('endEmergency'))}
        </p>
      )}
      {open === 'phase' && <ChangePhase {...{ crisis, area, concerned }} onClose={close} />}
      {open === 'declare' && <DeclareEmergency {...{ crisis, area }} onClose={close} />}
      {open === 'lead' && <ChangeLead {...{ crisis, area }} onClose={close} />}
      {open === 'end' && <EndEmergency {...{ crisis, area }} onClose={close} />}
    </li>
  );
}
