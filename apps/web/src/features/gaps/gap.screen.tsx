import { useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { mayBe } from '../../needs/columns.ts';
import { StepDialog } from '../../needs/step-dialog.tsx';
import { type AskedStep, StepForm } from '../../needs/step-form.tsx';
import { useFollowing, useStep } from '../../needs/use-step.ts';
import { useGapsTold } from '../../needs/use-told.ts';
import { useGapName } from '../../needs/words.ts';
import { useKeys } from '../../ui/keys.ts';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { Acts } from './acts.tsx';
import { Around } from './around.tsx';
import { Commitments } from './commitments.tsx';
import { Coordination } from './coordination.tsx';
import css from './gap.module.css';
import type { GapInFull } from './gap-in-full.ts';
import { OneGap } from './gaps.query.ts';
import { History } from './history.tsx';
import { Requests } from './requests.tsx';
import { Ours } from './ours.tsx';
import { Reasons } from './reasons.tsx';
import { Steps } from './steps.tsx';
import { useOwn } from './use-own.ts';
import { Weighed } from './weighed.tsx';
import { useWords } from './words.ts';

export function GapScreen() {
  const { id = '' } = useParams();
  return <One key={id} id={id} />;
}

/** One gap, as it stands and as it grows. */
function One({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(OneGap, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = useGapsTold({ only: id, position: data?.position, error, refetch });
  const gap = data?.gap;
  if (gap) return <Page gap={gap} onDone={reread} />;
  return (
    <>
      <Screen title={t('aGap')} wide>
        {null}
      </Screen>
      {error && !data && (
        <Calm title={t('failedOne')} alert>
          <p>{t('failedSafe')}</p>
          <button type="button" onClick={reread}>
            {t('again')}
          </button>
        </Calm>
      )}
      {!data && !error && <Waiting word={t('loading')} rows={3} />}
      {data && (
        <Calm title={t('unknown')}>
          <Link to="/besoins">{t('seeAll')}</Link>
        </Calm>
      )}
    </>
  );
}

function Page({ gap, onDone }: { gap: GapInFull; onDone: () => void }) {
  const { t } = useWords();
  const nameOf = useGapName();
  const [address] = useSearchParams();
  const { may } = useSession();
  const own = useOwn();
  const [asking, ask] = useState<AskedStep | null>(null);
  const { take, busy, refused } = useStep(onDone);
  const follow = useFollowing(gap.id);
  const panel = useRef<HTMLElement>(null);
  const mayChange = may('gap:change');

  const toAssign = () => panel.current?.querySelector<HTMLElement>('input')?.focus();
  const acknowledge = () => mayChange && mayBe(gap.state, 'acknowledge') && void take('acknowledge', { gapId: gap.id });
  const open = (step: AskedStep) => {
    if (!mayChange || !mayBe(gap.state, step)) return;
    if (step === 'assign') toAssign();
    else ask(step);
  };
  useKeys(
    mayChange
      ? [
          { keys: ['p'], words: t('keys.p'), press: () => void acknowledge() },
          { keys: ['a'], words: t('keys.a'), press: () => open('assign') },
          { keys: ['d'], words: t('keys.d'), press: () => open('address') },
          { keys: ['c'], words: t('keys.c'), press: () => open('close') },
          { keys: ['r'], words: t('keys.r'), press: () => open('reopen') },
        ]
      : [],
  );
  return (
    <>
      <Screen title={nameOf(gap)} under={<Under gap={gap} />} wide>
        {null}
      </Screen>
      <div className={css.page}>
        <p className={css.back}>
          <Link to={{ pathname: '/besoins', search: address.toString() }}>{t('back')}</Link>
        </p>
        <Acts
          gap={gap}
          busy={busy}
          refused={refused?.message ?? null}
          onAcknowledge={acknowledge}
          onStep={open}
          onFollow={() => follow(!gap.following)}
        />
        <Steps gap={gap} />
        {own.some(({ id }) => id === gap.assignedTo?.id) && gap.state === 'ASSIGNED' && <Ours gap={gap} own={own} onDone={onDone} />}
        <div className={css.grid}>
          <Requests gap={gap} />
          <Reasons gap={gap} />
          <div className={css.column}>
            <Around gap={gap} />
            <History gap={gap} onDone={onDone} />
          </div>
          <div className={css.column}>
            {mayChange && mayBe(gap.state, 'assign') && (
              <section ref={panel} className={css.panel} aria-labelledby="assign">
                <h2 id="assign">{t('assignTo')}</h2>
                <StepForm key={gap.assignedTo?.id ?? ''} gap={gap} step="assign" onDone={onDone} />
                <p className={css.quiet}>{t('told', { count: gap.flaggedBy })}</p>
              </section>
            )}
            <Commitments gap={gap} own={own} onDone={onDone} />
            <section className={css.panel} aria-labelledby="why-here">
              <h2 id="why-here">{t('weight.title')}</h2>
              <Weighed weight={gap.weight} state={gap.state} count={gap.count} />
            </section>
            {mayChange && <Coordination gap={gap} onDone={onDone} />}
          </div>
        </div>
      </div>
      {asking && <StepDialog gap={gap} step={asking} onDone={() => (ask(null), onDone())} onClose={() => ask(null)} />}
    </>
  );
}

function Under({ gap }: { gap: GapInFull }) {
  const { t } = useWords();
  const times = useTimes();
  const age = useInTime(now => times.age(gap.openedAt, now));
  return (
    <>
      {t('aGap')}
      {gap.crisis && (
        <>
          {' · '}
          <Localized of={gap.crisis.name} />
        </>
      )}
      {' · '}
      {t('openedAgo', { age })}
    </>
  );
}
