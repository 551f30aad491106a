import { Button } from '@mantine/core';
import { useOutbox } from '../../hub/use-outbox.ts';
import type { Sayable } from '../../saying/sayable.ts';
import { seenAt } from '../../saying/seen-at.ts';
import { useUnsent } from '../../saying/use-unsent.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { states, type State } from '../../ui/tokens.mjs';
import type { Text } from '../../ui/sureness.ts';
import { useTimes } from '../../ui/use-times.ts';
import { oneStop } from '../../ui/one-stop.ts';
import { askOf, whyNotAtOnce } from './due.ts';
import css from './ask-banner.module.css';
import { useWords } from './words.ts';

type Named = Sayable & { name: Text };

/** What is asked of the person, in a sentence, and the one tap that answers it. */
export function AskBanner({ services }: { services: readonly Named[] }) {
  const { t } = useWords();
  const textOf = useText();
  const outbox = useOutbox();
  const times = useTimes();
  useInTime(at => JSON.stringify([askOf(services, at).due.length, askOf(services, at).atOnce.length])); // drawn again when that changes
  const age = useInTime(at => {
    const { lastWordAt } = askOf(services, at);
    return lastWordAt && times.age(lastWordAt, at);
  });
  const ask = askOf(services, now());
  const unsent = useUnsent(services.map(({ id }) => id)).length;

  if (ask.due.length === 0 && unsent > 0)
    return (
      <p className={css.upToDate} data-unsent>
        <Icon name="clock" />
        <span>
          <b>{t('ask.unsent', { count: unsent })}</b> {t('ask.unsentWhat')}
        </span>
      </p>
    );
  if (ask.due.length === 0)
    return (
      <p className={css.upToDate}>
        <Icon name="check" />
        <span>
          <b>{t('ask.upToDate')}</b> {ask.next && oneStop(t('ask.next', { when: times.when(ask.next, now()) }))}
        </span>
      </p>
    );

  const count = ask.due.length;
  const counts = states
    .map(state => [state, ask.atOnce.filter(({ status }) => status.state === state).length] as const)
    .filter(([, n]) => n > 0);
  return (
    <section className={css.banner} aria-labelledby="asked">
      <Icon name="clock" />
      <h2 id="asked">{ask.before ? t('ask.dueBefore', { count, moment: times.moment(ask.before, now()) }) : t('ask.due', { count })}</h2>
      {age && <p>{t('ask.lastWord', { age })}</p>}
      {ask.atOnce.length > 0 && (
        <>
          <Button
            className={css.usual}
            h={52}
            leftSection={<Icon name="check" />}
            aria-describedby="says-again"
            onClick={() => outbox.put('confirmation', { serviceIds: ask.atOnce.map(({ id }) => id), observedAt: seenAt() })}
          >
            {t('ask.asUsual')}
          </Button>
          <p id="says-again" className={css.again}>
            {t('ask.saysAgain')} <Counts counts={counts} />
          </p>
        </>
      )}
      {ask.oneByOne.length > 0 && (
        <div className={css.again}>
          <p>{t('ask.oneByOne')}</p>
          <ul>
            {ask.oneByOne.map(service => (
              <li key={service.id}>
                {textOf(service.name)} <LeftOutBecause service={service} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function LeftOutBecause({ service }: { service: Named }) {
  const { t } = useWords();
  const why = useInTime(at => whyNotAtOnce(service, at));
  return why && why !== 'CLOSED' ? `(${t(`ask.why.${why}`)})` : null;
}

function Counts({ counts }: { counts: (readonly [State, number])[] }) {
  const { t } = useWords();
  return counts.map(([state, count]) => (
    <span key={state} className={css.count}>
      <StatusShape state={state} size={16} /> {t(`state.${state}`, { ns: 'status' })} × {count}
    </span>
  ));
}
