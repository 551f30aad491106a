import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { startAgain } from '../../hub/session.ts';
import css from './account.module.css';
import { LeaveOrganization } from './joining.query.ts';
import { useAnswer } from './use-answer.ts';
import { useWords } from './words.ts';
import { Wrong } from './wrong.tsx';

/** Ends one's own membership; asks once. */
export function Leave({ membershipId, name }: { membershipId: string; name: string }) {
  const { t } = useWords();
  const [asked, ask] = useState(false);
  const { wrong, doing, act } = useAnswer();
  const [leave] = useMutation(LeaveOrganization, { fetchPolicy: 'no-cache' });
  const go = async () => {
    if (await act(async () => (await leave({ variables: { input: { membershipId } } })).data?.answer)) await startAgain();
  };
  return (
    <span className={css.leave} data-asked={asked || wrong !== null}>
      <Wrong why={wrong} />
      {asked && <span role="alert">{t('leave.sure', { name })}</span>}
      <span className={css.ways}>
        {asked && (
          <Button variant="default" onClick={() => ask(false)}>
            {t('leave.stay')}
          </Button>
        )}
        <Button
          variant={asked ? 'filled' : 'subtle'}
          color={asked ? 'danger' : undefined}
          disabled={doing}
          onClick={() => (asked ? void go() : ask(true))}
          aria-label={t('leave.of', { name })}
        >
          {t('leave.leave')}
        </Button>
      </span>
    </span>
  );
}
