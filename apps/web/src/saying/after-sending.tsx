import { Button } from '@mantine/core';
import type { Answered } from '../hub/act.ts';
import type { ChangeSheet_ServiceFragment } from '../hub/gql/graphql.ts';
import { useAnswered, useOutbox } from '../hub/use-outbox.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/localized.tsx';
import { now } from '../ui/pulse.ts';
import { useStatusSentences } from '../ui/use-status-sentences.ts';
import type { Said } from '../ui/sureness.ts';
import { useHowSure } from '../ui/use-how-sure.ts';
import { useTimes } from '../ui/use-times.ts';
import { allAnsweredOn, reportAnswer, type Report } from './acts.ts';
import css from './says.module.css';
import { PublicWord } from './public-word.tsx';
import { useWords } from './words.ts';

/** As much as says what everyone is told of a service. */
export type Spoken = Pick<ChangeSheet_ServiceFragment, 'id' | 'status' | 'statusByLocation'>;

type AfterSendingProps = { service: Spoken; name: string; answered: Answered; onCorrect: () => void };

/** What everyone sees now, what the hub has to say of it, and what somebody else said meanwhile. */
export function AfterSending({ service, name, answered, onCorrect }: AfterSendingProps) {
  const { t } = useWords();
  const textOf = useText();
  const outbox = useOutbox();
  const all = allAnsweredOn(service.id, useAnswered());
  const seen = () => all.forEach(({ act }) => outbox.seen(act)); // what was corrected since too
  const { locationId } = answered.act.input as Report; // shown for reports only
  const place = service.statusByLocation.find(({ location }) => location.id === locationId);
  const answer = reportAnswer(answered);

  return (
    <div className={css.after}>
      <p className={css.afterTitle}>
        {t('after.worldSees')}
        {place && <span> {t('after.place', { place: textOf(place.location.name) || (place.location.address ?? '') })}</span>}
      </p>
      <PublicWord {...(place?.status ?? service.status)} />
      <Planned status={place?.status ?? service.status} />
      {answer?.other && <Other of={answer.other} mine={answer.report.observedAt} />}
      {answer?.notices.map(notice => (
        <p key={notice}>{t(`after.${notice}`)}</p>
      ))}
      <div className={css.actions}>
        <Button variant="light" leftSection={<Icon name="check" />} aria-label={t('after.doneOf', { name })} onClick={seen}>
          {t('after.done')}
        </Button>
        <Button
          variant="default"
          data-change
          leftSection={<Icon name="undo" />}
          aria-label={t('act.correctOf', { name })}
          onClick={onCorrect}
        >
          {t('act.correct')}
        </Button>
      </div>
    </div>
  );
}

function Planned({ status }: { status: Said }) {
  const { planned } = useHowSure(status);
  return planned && <p>{planned}</p>;
}

type OtherWord = NonNullable<NonNullable<ReturnType<typeof reportAnswer>>['other']>;

function Other({ of, mine }: { of: OtherWord; mine: string }) {
  const { t } = useWords();
  const { when } = useTimes();
  const words = useStatusSentences();
  const later = Date.parse(of.observedAt) > Date.parse(mine);
  const source = t(`source.${of.source as 'PARTNER'}`, { ns: 'status' }); // the words hold every source of the contract
  return (
    <p>
      {t(later ? 'after.otherStands' : 'after.otherSaid', {
        state: words.stateOf(of).toLocaleLowerCase(),
        when: when(of.observedAt, now()),
        source,
      })}
    </p>
  );
}
