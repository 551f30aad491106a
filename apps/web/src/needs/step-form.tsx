import { useQuery } from '@apollo/client/react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { GapAroundQuery, GapLineFragment } from '../hub/gql/graphql.ts';
import { useConnection } from '../hub/connection.ts';
import { type Named, OrganizationChoice } from '../saying/organization-choice.tsx';
import { Icon } from '../ui/icon.tsx';
import { Localized } from '../ui/localized.tsx';
import { GapAround } from './gaps.query.ts';
import { Meanwhile } from './meanwhile.tsx';
import css from './needs.module.css';
import { type StepName, useStep } from './use-step.ts';
import { useWords } from './words.ts';

/** The steps that ask for something. */
export type AskedStep = 'assign' | 'address' | 'close' | 'reopen';
export const asksFirst = (step: StepName): step is AskedStep => ['assign', 'address', 'close', 'reopen'].includes(step);

type Could = NonNullable<GapAroundQuery['gap']>['couldAnswer'][number];
type StepFormProps = {
  gap: GapLineFragment;
  step: AskedStep;
  onDone: (gap: GapLineFragment) => void;
  onCancel?: () => void;
};

/** What a step asks for: whom, what now exists, what was learned. What is typed stays, whatever the hub answers. */
export function StepForm({ gap, step, onDone, onCancel }: StepFormProps) {
  const { t } = useWords();
  const { state } = useConnection();
  const { take, busy, refused } = useStep(onDone);
  const [organization, choose] = useState<Named | null>(null);
  const [serviceId, answerBy] = useState<string | null>(null);
  const [note, type] = useState('');
  const [missing, miss] = useState(false);
  const offline = state === 'offline';

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (busy || offline) return;
    if (step === 'assign' && !organization) return miss(true);
    const said = { gapId: gap.id, note: note.trim() || null };
    if (step === 'assign')
      void take(step, { ...said, organizationId: organization!.id }); // missed above
    else if (step === 'address') void take(step, { ...said, serviceId });
    else void take(step, said);
  };
  return (
    <form
      className={css.form}
      onSubmit={send}
      onKeyDown={event => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && event.currentTarget.requestSubmit()}
    >
      <Meanwhile gap={gap} />
      {step === 'assign' && (
        <Organizations
          gapId={gap.id}
          value={organization}
          error={missing && !organization ? t('form.whom') : refused?.field === 'organizationId' ? refused.message : null}
          onChange={choose}
        />
      )}
      {step === 'address' && <Services gapId={gap.id} value={serviceId} onChange={answerBy} />}
      <Text label={t(`form.note.${step}`)} hint={t(`form.hint.${step}`)} value={note} onChange={type} />
      {refused && refused.field !== 'organizationId' && (
        <p role="alert" className={css.wrong}>
          <Icon name="warning" size={16} /> {refused.message}
        </p>
      )}
      {offline && <p className={css.quiet}>{t('offline')}</p>}
      <p className={css.foot}>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {t('form.cancel')}
          </button>
        )}
        <button type="submit" data-first disabled={offline} aria-disabled={busy}>
          {t(`form.send.${step}`)}
        </button>
      </p>
    </form>
  );
}

function Text({ label, hint, value, onChange }: { label: string; hint: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div className={css.line}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2_000}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <span id={`${id}-hint`} className={css.quiet}>
        {hint}
      </span>
    </div>
  );
}

type OrganizationsProps = { gapId: string; value: Named | null; error: string | null; onChange: (organization: Named | null) => void };

/** Those whose services could answer, the likeliest first; or any other one. */
function Organizations({ gapId, value, error, onChange }: OrganizationsProps) {
  const { t } = useWords();
  const { data, loading } = useQuery(GapAround, { variables: { id: gapId } });
  const all = data?.gap?.couldAnswer ?? [];
  const suggested = [...new Map(all.toReversed().map(one => [one.service.organization.id, one])).values()].toReversed().slice(0, 5);
  return (
    <fieldset className={css.choices} aria-busy={loading}>
      <legend>{t('form.organizations')}</legend>
      {suggested.map(one => (
        <Choice
          key={one.service.organization.id}
          group="organization"
          checked={value?.id === one.service.organization.id}
          onChoose={() => onChange(one.service.organization)}
        >
          <b>
            <Localized of={one.service.organization.name} />
          </b>
          <Why of={one} />
        </Choice>
      ))}
      {data && suggested.length === 0 && <p className={css.quiet}>{t('form.nobodyAround')}</p>}
      <OrganizationChoice
        label={t('form.otherOrganization')}
        value={value && !suggested.some(({ service }) => service.organization.id === value.id) ? value : null}
        error={error}
        onChange={onChange}
      />
    </fieldset>
  );
}

/** What now exists that answers it: a service around, or something that no sheet tells of yet. */
function Services({ gapId, value, onChange }: { gapId: string; value: string | null; onChange: (serviceId: string | null) => void }) {
  const { t } = useWords();
  const { data, loading } = useQuery(GapAround, { variables: { id: gapId } });
  const around = data?.gap?.couldAnswer.slice(0, 8) ?? [];
  return (
    <fieldset className={css.choices} aria-busy={loading}>
      <legend>{t('form.services')}</legend>
      <Choice group="service" checked={value === null} onChoose={() => onChange(null)}>
        <b>{t('form.noService')}</b>
      </Choice>
      {around.map(one => (
        <Choice key={one.service.id} group="service" checked={value === one.service.id} onChoose={() => onChange(one.service.id)}>
          <b>
            <Localized of={one.service.name} />
          </b>
          <span>
            <Localized of={one.service.organization.name} />
          </span>
        </Choice>
      ))}
    </fieldset>
  );
}

type ChoiceProps = { group: string; checked: boolean; onChoose: () => void; children: ReactNode };

function Choice({ group, checked, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <label className={css.choice} data-chosen={checked || undefined} htmlFor={id}>
      <input id={id} type="radio" name={group} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}

export function Why({ of }: { of: Pick<Could, 'why' | 'service'> }) {
  const { t } = useWords();
  return (
    <span>
      <Localized of={of.service.name} /> · {of.why.map(why => t(`why.${why}`)).join(', ')}
    </span>
  );
}
