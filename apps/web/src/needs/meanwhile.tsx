import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { GapLineFragment } from '../hub/gql/graphql.ts';
import { Icon } from '../ui/icon.tsx';
import { Localized } from '../ui/localized.tsx';
import { useInTime } from '../ui/pulse.ts';
import { useTimes } from '../ui/use-times.ts';
import { GapPast } from './gaps.query.ts';
import css from './needs.module.css';
import { useWords } from './words.ts';

/** Somebody else did something with it while one was about to: who, what and when, before one confirms. */
export function Meanwhile({ gap }: { gap: GapLineFragment }) {
  const { t } = useWords();
  const times = useTimes();
  const [began] = useState(gap.stateAt);
  const changed = gap.stateAt !== began;
  const { data } = useQuery(GapPast, { variables: { id: gap.id }, skip: !changed, fetchPolicy: 'network-only' });
  const [last] = data?.gap?.history ?? [];
  const age = useInTime(now => times.age(gap.stateAt, now));
  if (!changed) return null;
  return (
    <p role="status" className={css.meanwhile}>
      <Icon name="person" size={16} />
      <span>
        <b>{t(`state.${gap.state}`)}</b>
        {gap.assignedTo && gap.state === 'ASSIGNED' && (
          <>
            {' '}
            {t('toWhom')} <Localized of={gap.assignedTo.name} />
          </>
        )}
        {last && (
          <>
            {' '}
            {t('byWhom')} <Localized of={last.by} />
          </>
        )}
        , {age}.
      </span>
    </p>
  );
}
