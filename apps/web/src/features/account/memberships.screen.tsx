import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ClaimsQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { Instant } from '../../ui/instant.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './account.module.css';
import { InviteForm } from './invite-form.tsx';
import { Claims, SettleClaim } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

type Claim = ClaimsQuery['membershipClaims']['edges'][number]['node'];
type Alone = ClaimsQuery['organizationsLeftAlone'][number];

/** Who asks to speak for an organization, and for whom nobody speaks any more. */
export function MembershipsScreen() {
  const { t } = useWords();
  const { me, may } = useSession();
  if (me === undefined || may('membership:approve')) return <Memberships />;
  return (
    <Screen title={t('memberships.title')} narrow>
      <div className={css.screen}>
        <Calm title={t('memberships.notYours')}>
          <Link to={me ? '/me' : '/sign-in?next=/memberships'}>{t(me ? 'me.title' : 'me.signIn')}</Link>
        </Calm>
      </div>
    </Screen>
  );
}

function Memberships() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(Claims, { fetchPolicy: 'cache-and-network' });
  const [said, say] = useState('');
  const reread = () => void refetch().catch(() => undefined); // `error` says so
  useReread(error !== undefined, reread);
  const done = (what: string) => {
    say(what);
    reread();
  };
  const claims = data?.membershipClaims.edges.map(({ node }) => node);
  return (
    <Screen title={t('memberships.title')} narrow>
      <div className={css.screen}>
        {!data && !error && <Waiting word={t('memberships.loading')} rows={3} />}
        {!data && error && (
          <Calm title={t('memberships.failed')} alert>
            <p>{t('me.failedSafe')}</p>
          </Calm>
        )}
        <p role="status" className="unseen">
          {said}
        </p>
        {claims && (
          <section className={css.card} aria-labelledby="claims">
            <h2 id="claims">{t('memberships.claims', { count: data?.membershipClaims.totalCount ?? 0 })}</h2>
            {claims.length === 0 && <p>{t('memberships.none')}</p>}
            <ul className={css.displays}>
              {claims.map(claim => (
                <Asked key={claim.id} claim={claim} done={done} />
              ))}
            </ul>
          </section>
        )}
        {data && data.organizationsLeftAlone.length > 0 && (
          <section className={css.card} aria-labelledby="alone">
            <h2 id="alone">{t('memberships.alone')}</h2>
            <p className={css.quiet}>{t('memberships.aloneWhat')}</p>
            <ul className={css.displays}>
              {data.organizationsLeftAlone.map(alone => (
                <LeftAlone key={alone.organization.id} alone={alone} done={done} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </Screen>
  );
}

function Asked({ claim, done }: { claim: Claim; done: (said: string) => void }) {
  const { t } = useWords();
  const { id, displayName, email, vouched, confirmedAt, organization } = claim;
  const { wrong, doing, act } = useAnswer();
  const [settle] = useMutation(SettleClaim, { fetchPolicy: 'no-cache' });
  const answer = async (approve: boolean) => {
    const settled = await act(async () => (await settle({ variables: { input: { claimId: id, approve } } })).data?.answer);
    if (settled) done(t(approve ? 'memberships.approved' : 'memberships.refused', { name: displayName }));
  };
  return (
    <li>
      <b>{displayName}</b>
      <span>{email}</span>
      <Localized of={organization.name} />
      <span className={css.quiet}>
        {t(vouched ? 'memberships.vouched' : 'memberships.notVouched')} · <Age at={confirmedAt} />
      </span>
      <Wrong why={wrong} />
      <span className={css.ways}>
        <Button disabled={doing} onClick={() => void answer(true)} aria-label={t('memberships.approveOf', { name: displayName })}>
          {t('memberships.approve')}
        </Button>
        <Button
          variant="default"
          disabled={doing}
          onClick={() => void answer(false)}
          aria-label={t('memberships.refuseOf', { name: displayName })}
        >
          {t('memberships.refuse')}
        </Button>
      </span>
    </li>
  );
}

function LeftAlone({ alone: { organization, since }, done }: { alone: Alone; done: (said: string) => void }) {
  const { t } = useWords();
  const textOf = useText();
  const [inviting, invite] = useState(false);
  const name = textOf(organization.name);
  return (
    <li>
      <Localized of={organization.name} />
      <span className={css.quiet}>
        {t('memberships.since')} <Age at={since} />
      </span>
      {inviting ? (
        <InviteForm organizationId={organization.id} done={email => (invite(false), done(t('team.invited', { email })))} />
      ) : (
        <span className={css.ways}>
          <Button variant="default" onClick={() => invite(true)} aria-label={t('memberships.inviteTo', { name })}>
            {t('team.invite')}
          </Button>
        </span>
      )}
    </li>
  );
}

function Age({ at }: { at: string }) {
  const times = useTimes();
  return <Instant at={at}>{useInTime(now => times.age(at, now))}</Instant>;
}
