import { useMutation, useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '../../hub/session.ts';
import { useReread } from '../../hub/use-reread.ts';
import { useText } from '../../ui/localized.tsx';
import css from './account.module.css';
import { InviteForm } from './invite-form.tsx';
import { RevokeInvitation, Team as TeamOf } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

type Organization = Me['memberships'][number]['organization'];

/** Who speaks for the organization beside oneself, and who is invited to; read when it is opened. */
export function Team({ organization }: { organization: Organization }) {
  const { t } = useWords();
  const textOf = useText();
  const [open, setOpen] = useState(false);
  return (
    <details className={css.card} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('team.title', { name: textOf(organization.name) })}</summary>
      {open && <Members organizationId={organization.id} />}
    </details>
  );
}

function Members({ organizationId }: { organizationId: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(TeamOf, { variables: { organizationId }, fetchPolicy: 'cache-and-network' });
  const [said, say] = useState('');
  const reread = () => void refetch().catch(() => undefined); // `error` says so
  useReread(error !== undefined, reread);
  const done = (what: string) => {
    say(what);
    reread();
  };
  const team = data?.organizationMembers;
  return (
    <>
      {error && !data && <Wrong why={t('team.failed')} />}
      <ul className={css.displays}>
        {team?.members.map(({ membershipId, displayName, email, self, role }) => (
          <li key={membershipId}>
            <b>
              {displayName} {self && t('team.self')}
            </b>
            <span className={css.quiet}>
              {t(`role.${role as 'ADMINISTRATOR'}`)} · {email}
            </span>
          </li>
        ))}
        {team?.invitations.map(invitation => (
          <Invited key={invitation.id} {...invitation} done={() => done(t('team.revoked', { email: invitation.email }))} />
        ))}
      </ul>
      <p role="status">{said}</p>
      <InviteForm organizationId={organizationId} done={email => done(t('team.invited', { email }))} />
    </>
  );
}

type InvitedProps = { id: string; email: string; invitedByName: string; done: () => void };

function Invited({ id, email, invitedByName, done }: InvitedProps) {
  const { t } = useWords();
  const { wrong, doing, act } = useAnswer();
  const [revoke] = useMutation(RevokeInvitation, { fetchPolicy: 'no-cache' });
  const takeBack = async () => {
    if (await act(async () => (await revoke({ variables: { input: { invitationId: id } } })).data?.answer)) done();
  };
  return (
    <li>
      <b>{email}</b>
      <span className={css.quiet}>{t('team.waits', { name: invitedByName })}</span>
      <Wrong why={wrong} />
      <span className={css.ways}>
        <Button variant="default" disabled={doing} onClick={() => void takeBack()} aria-label={t('team.revokeOf', { email })}>
          {t('team.revoke')}
        </Button>
      </span>
    </li>
  );
}
