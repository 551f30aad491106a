import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useConnection } from '../../hub/connection.ts';
import type { CallResult } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { useActs, useAnswered, useOutbox } from '../../hub/use-outbox.ts';
import { actOn, answeredOn } from '../../saying/acts.ts';
import { ChangeSheet } from '../../saying/change-sheet.tsx';
import { canConfirm } from '../../saying/sayable.ts';
import { seenAt } from '../../saying/seen-at.ts';
import { useOutcomes } from '../../saying/use-outcomes.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { now, useInTime } from '../../ui/pulse.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { type Asked, CallService } from './call-service.tsx';
import { LastTry, Liking, useClaim } from './facts.tsx';
import { PhoneLink } from './phone-link.tsx';
import { Results } from './results.tsx';
import css from './to-reach.module.css';
import { OneToReach } from './to-reach.query.ts';
import type { useCall } from './use-call.ts';
import { useWords } from './words.ts';

type CallProps = { id: string; readAt: number; call: ReturnType<typeof useCall>; onEnd: (said: string | null) => void };

/** Who is called: how to reach them, what was said last, what they say now, what came of it. */
export function Call({ id, readAt, call, onEnd }: CallProps) {
  const { t } = useWords();
  const textOf = useText();
  const { data, error, refetch } = useQuery(OneToReach, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const one = data?.organizationToReach;
  const answered = useAnswered().length;
  const again = useRef(false);
  useEffect(() => {
    if (again.current) void refetch().catch(() => undefined); // `error` says why
    again.current = true;
  }, [readAt, answered]);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus({ preventScroll: true }), [id, one === undefined]);
  const claim = useClaim(one?.claim ?? null);
  const offline = useConnection().state === 'offline';

  if (error && !one) return <Calm title={t('failed')} alert />;
  if (data && !one) return <Calm title={t('unknown')} />;
  if (!one) return <Waiting word={t('loading')} />;
  const name = textOf(one.organization.name);
  const mine = claim?.mine ? claim : null;
  const release = async () => {
    if (!mine || (await call.release(mine.id))) onEnd(null);
  };
  const record = async (result: CallResult, note: string | null, callBackAt: string | null) => {
    if (mine && (await call.record({ callId: mine.id, result, note, callBackAt })))
      onEnd(t('recorded', { name, result: t(`result.${result}`) }));
  };
  return (
    <>
      <div className={css.callHead}>
        <div>
          <h2 ref={head} tabIndex={-1}>
            <Localized of={one.organization.name} />
          </h2>
          <Liking row={one} />
        </div>
        {mine ? (
          <Left endsAt={mine.claimEndsAt} onRenew={() => void call.claim(id)} />
        ) : (
          claim && <span className={css.taken}>{t('takenBy', { name: claim.by })}</span>
        )}
        <button type="button" className={css.close} onClick={() => void release()} aria-label={t('releaseOf', { name })}>
          <kbd aria-hidden>{t('escape')}</kbd> {t('release')}
        </button>
      </div>
      <p className={css.phones}>
        {one.phones.map(phone => (
          <PhoneLink key={`${phone.number} ${phone.extension}`} phone={phone} name={name} className={css.phone} described />
        ))}
        {one.phones.length === 0 && <span>{t('noPhone')}</span>}
      </p>
      {one.tries.length > 0 && (
        <ul className={css.tries} aria-label={t('triesBefore')}>
          {one.tries.map(one => (
            <li key={one.id}>
              <LastTry of={one} />
            </li>
          ))}
        </ul>
      )}
      <Services asked={one.services} />
      {mine ? (
        <Results
          busy={call.busy}
          offline={offline}
          refused={call.refused}
          onResult={(...said) => void record(...said)}
          onRelease={() => void release()}
        />
      ) : (
        !claim && (
          <p className={css.lapsed}>
            {t('lapsed')}{' '}
            <Button size="compact-sm" variant="light" disabled={offline} onClick={() => void call.claim(id)}>
              {t('claimAgain')}
            </Button>
          </p>
        )
      )}
    </>
  );
}

/** For how long nobody else calls them. */
function Left({ endsAt, onRenew }: { endsAt: string; onRenew: () => void }) {
  const { t } = useWords();
  const minutes = useInTime(at => Math.max(0, Math.ceil((Date.parse(endsAt) - at) / 60_000)));
  return (
    <span className={css.left} data-soon={minutes <= 3 || undefined}>
      {t('yours', { count: minutes })}{' '}
      <button type="button" onClick={onRenew}>
        {t('renew')}
      </button>
    </span>
  );
}

/** Those to be asked of first; the order holds still while they are spoken of. */
function Services({ asked }: { asked: readonly Asked[] }) {
  const { t } = useWords();
  const { may } = useSession();
  const outbox = useOutbox();
  const acts = useActs();
  const answered = useAnswered();
  const [address, setAddress] = useSearchParams();
  const order = useRef<string[]>([]);
  const added = asked.map(({ service }) => service.id).filter(id => !order.current.includes(id));
  order.current.push(...added);
  const services = order.current.flatMap(id => asked.find(({ service }) => service.id === id) ?? []);
  useOutcomes(services.map(({ service }) => service));
  const changing = services.find(({ service }) => service.id === address.get('change'))?.service;
  const change = (id: string | null) =>
    setAddress(
      before => {
        if (id) before.set('change', id);
        else before.delete('change');
        return before;
      },
      { replace: true },
    );
  const refused = changing && acts.findLast(act => act.input.serviceId === changing.id && act.refusal);
  const same = services
    .filter(
      ({ service, why }) =>
        why.length > 0 &&
        canConfirm(service, now()) &&
        !service.status.capacity &&
        !actOn(service.id, acts) &&
        !answeredOn(service.id, answered),
    )
    .map(({ service }) => service.id);
  const maySay = may('status:report');
  return (
    <section className={css.services} aria-label={t('services', { count: services.length })}>
      {!maySay && <p className={css.maySay}>{t('notSaying')}</p>}
      {maySay && same.length > 1 && (
        <Button
          variant="light"
          leftSection={<Icon name="check" />}
          onClick={() => void outbox.put('confirmation', { serviceIds: same, observedAt: seenAt() })}
        >
          {t('nothingChanged', { count: same.length })}
        </Button>
      )}
      {services.map(each => (
        <CallService key={each.service.id} asked={each} maySay={maySay} onChange={() => change(each.service.id)} />
      ))}
      <Sheet
        title={changing && <Localized of={changing.name} />}
        opened={Boolean(changing)}
        onClose={() => change(null)}
        closeWord={t('close')}
        otherwiseFocus={`ask-${changing?.id}`}
      >
        {changing && (
          <ChangeSheet key={refused?.key ?? changing.id} service={changing} refused={refused} heard onDone={() => change(null)} />
        )}
      </Sheet>
    </section>
  );
}
