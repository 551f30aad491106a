import type { FragmentType } from '@apollo/client';
import { Button } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Act } from '../hub/act.ts';
import { usePart } from '../hub/graphql.ts';
import type { ChangeSheet_ServiceFragment } from '../hub/gql/graphql.ts';
import { Field } from '../ui/field.tsx';
import { useText } from '../ui/localized.tsx';
import type { Report } from './acts.ts';
import { Begun } from './begun.tsx';
import { CapacityChoice } from './capacity-choice.tsx';
import { Changeable } from './changeable.ts';
import css from './change-sheet.module.css';
import { counts } from './draft.ts';
import { intoSight } from './into-sight.ts';
import { MoreChoices } from './more-choices.tsx';
import { NoteChoice } from './note-choice.tsx';
import { PlaceChoice } from './place-choice.tsx';
import { PublicWord } from './public-word.tsx';
import { StateChoice } from './state-choice.tsx';
import { UntilChoice } from './until-choice.tsx';
import { useReport } from './use-report.ts';
import { WhenChoice } from './when-choice.tsx';
import { useWords } from './words.ts';

type ChangeSheetProps = {
  service: FragmentType<ChangeSheet_ServiceFragment>;
  /** A report the hub refused: what was typed is still here, its refusal beside its field. */
  refused?: Act<Report>;
  /** From the organization, by telephone: also when that was. */
  heard?: boolean;
  onDone: () => void;
};

export function ChangeSheet({ service, ...writing }: ChangeSheetProps) {
  const part = usePart(Changeable, service);
  return part ? <Form service={part} {...writing} /> : null;
}

function Form({ service, refused, heard, onDone }: Omit<ChangeSheetProps, 'service'> & { service: ChangeSheet_ServiceFragment }) {
  const { t } = useWords();
  const textOf = useText();
  const writing = useReport({ service, refused, heard, onDone });
  const { report, saying, errors, closing, about, set, become, aboutPlace, publish, notClosed } = writing;
  const { capacity } = about;
  const publishByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) publish(event);
  };
  const unit = textOf(capacity?.unit) || t('capacity.places', { ns: 'status' });

  return (
    <form className={css.form} onSubmit={publish} onKeyDown={publishByKey} noValidate>
      <div className={css.fields} onChange={event => intoSight((event.target as Element).closest('fieldset'))}>
        {writing.begun && <Begun {...writing.begun} onAnew={writing.anew} />}
        {service.statusByLocation.length > 1 && (
          <Field label={t('sheet.where')} error={errors.locationId}>
            <PlaceChoice places={service.statusByLocation} value={report.locationId ?? null} onChange={aboutPlace} />
          </Field>
        )}
        <Field label={t('sheet.state')} labelUnseen error={errors.state}>
          <StateChoice value={report.state} onChange={become} focusFirst={!refused} />
        </Field>
        <Field label={t('sheet.from')} error={errors.effectiveFrom ?? errors.observedAt}>
          <WhenChoice value={report} heard={heard} onChange={set} />
        </Field>
        {report.state !== 'CLOSED' && (
          <Field
            label={t(report.state === 'SUSPENDED' ? 'sheet.backWhen' : 'sheet.untilWhen')}
            optional={t('sheet.optional')}
            error={errors.goodUntil}
          >
            <UntilChoice
              key={report.state}
              value={report.goodUntil ?? null}
              after={report.effectiveFrom || null}
              onChange={goodUntil => set({ goodUntil })}
            />
          </Field>
        )}
        {capacity && report.state && counts(report.state) && (
          <Field label={t('sheet.left', { unit })} optional={t('sheet.optional')} error={errors.capacity}>
            <CapacityChoice value={report.capacity} last={capacity} onChange={count => set({ capacity: count })} />
          </Field>
        )}
        <Field label={t('sheet.note')} optional={t('sheet.optional')} error={errors.note}>
          <NoteChoice key={report.state} state={report.state} value={report.note ?? null} onChange={note => set({ note })} />
        </Field>
        <MoreChoices writing={writing} serviceId={service.id} />
      </div>
      <div className={css.foot}>
        {saying && (
          <section className={css.preview} aria-live="polite">
            <p>{t('sheet.everyoneWillSee')}</p>
            <PublicWord {...saying} from={report.effectiveFrom} />
          </section>
        )}
        {closing && (
          <p className={css.asks} role="alert">
            {t('sheet.closedAsks')}
          </p>
        )}
        <Button type="submit" fullWidth h={54} color={closing ? 'danger' : undefined}>
          {t(closing ? 'sheet.closeForGood' : 'sheet.publish')}
        </Button>
        {closing && (
          <Button fullWidth variant="default" onClick={notClosed}>
            {t('sheet.notClosed')}
          </Button>
        )}
      </div>
    </form>
  );
}
