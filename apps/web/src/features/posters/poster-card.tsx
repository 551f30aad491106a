import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Localized, useText } from '../../ui/localized.tsx';
import { oneStop } from '../../ui/one-stop.ts';
import { now, useInTime } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './posters.module.css';
import { PrintPoster, RenewPosterPin, RevokePoster } from './posters.query.ts';
import type { Poster } from './use-posters.ts';
import { useStep } from './use-step.ts';
import { useWords } from './words.ts';

type PosterCardProps = { poster: Poster; onPrint: (address: string) => void; onDone: (said: string) => void };
type Sure = 'renew' | 'revoke';

/** The number of the week, large enough to read aloud; when it was printed and used; and what can be done with it. */
export function PosterCard({ poster, onPrint, onDone }: PosterCardProps) {
  const { t } = useWords();
  const textOf = useText();
  const [asked, ask] = useState<Sure | null>(null);
  const { wrong, doing, step } = useStep();
  const [print] = useMutation(PrintPoster, { fetchPolicy: 'no-cache' });
  const [renew] = useMutation(RenewPosterPin, { fetchPolicy: 'no-cache' });
  const [revoke] = useMutation(RevokePoster, { fetchPolicy: 'no-cache' });
  const name = textOf(poster.organization.name);
  const input = { posterId: poster.id };

  const printed = async () => {
    const answer = await step(async () => (await print({ variables: { input } })).data?.answer);
    if (answer?.__typename === 'PosterPrinted') onPrint(`${location.origin}${answer.path}`);
  };
  const sure = async (what: Sure) => {
    const variables = { input: { ...input, idempotencyKey: crypto.randomUUID() } };
    const done = await step(async () => (await (what === 'renew' ? renew : revoke)({ variables })).data?.answer);
    if (!done) return;
    ask(null);
    onDone(t(`done.${what}`, { name }));
  };
  return (
    <article className={css.card} aria-labelledby={`poster-${poster.id}`}>
      <h2 id={`poster-${poster.id}`}>
        <Localized of={poster.organization.name} />
      </h2>
      <Numbers poster={poster} />
      <Use poster={poster} />
      {wrong && (
        <p className={css.wrong} role="alert">
          {wrong}
        </p>
      )}
      {asked && <p role="alert">{t(`sure.${asked}`)}</p>}
      <p className={css.ways}>
        {asked ? (
          <>
            <Button color={asked === 'revoke' ? 'danger' : undefined} disabled={doing} onClick={() => void sure(asked)}>
              {t(asked)}
            </Button>
            <Button variant="default" onClick={() => ask(null)}>
              {t('keep')}
            </Button>
          </>
        ) : (
          <>
            <Button disabled={doing} onClick={() => void printed()} aria-label={t('printOf', { name })}>
              {t(poster.printedAt ? 'printAgain' : 'print')}
            </Button>
            <Button variant="default" onClick={() => ask('renew')} aria-label={t('renewOf', { name })}>
              {t('renew')}
            </Button>
            <Button variant="default" onClick={() => ask('revoke')} aria-label={t('revokeOf', { name })}>
              {t('revoke')}
            </Button>
          </>
        )}
      </p>
    </article>
  );
}

function Numbers({ poster: { thisWeek, nextWeek, waitsUntil } }: { poster: Poster }) {
  const { t } = useWords();
  const times = useTimes();
  const waits = useInTime(at => (waitsUntil && Date.parse(waitsUntil) > at ? times.until(waitsUntil, at) : null));
  return (
    <>
      <p className={css.numbers}>
        <span>{t('thisWeek')}</span>
        <b className={css.pin}>{thisWeek.pin}</b>
      </p>
      <p className={css.quiet}>{t('nextWeek', { from: times.from(nextWeek.from, now()), pin: nextWeek.pin })}</p>
      {waits && <p className={css.waits}>{oneStop(t('waits', { until: waits }))}</p>}
    </>
  );
}

function Use({ poster: { printedAt, lastUsedAt, answers } }: { poster: Poster }) {
  const { t } = useWords();
  const times = useTimes();
  const used = useInTime(at => (lastUsedAt ? t('used', { age: times.age(lastUsedAt, at) }) : t('unused')));
  return (
    <>
      <p className={css.quiet}>
        {printedAt ? t('printedAt', { when: times.when(printedAt, now()) }) : t('unprinted')} · {used}
      </p>
      {answers.length > 0 && (
        <details>
          <summary>{t('answers')}</summary>
          <ul className={css.answers}>
            {answers.map(({ saidAt, firstName, services }, n) => (
              <li key={n}>
                <b>{firstName}</b>, {times.moment(saidAt, now())} · {t('services', { count: services })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
