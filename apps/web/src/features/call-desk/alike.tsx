import { useQuery } from '@apollo/client/react';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './call-desk.module.css';
import { type Call, ringedIn } from './call.ts';
import { CallDeskAlike } from './flagged.query.ts';
import { Key } from './key.tsx';
import { useWords } from './words.ts';

/** Somebody alike called for the same a moment ago: perhaps the same person. Offered; nothing is done of itself. */
export function Alike({ call, onSame }: { call: Call; onSame: () => void }) {
  const { t } = useWords();
  const { age } = useTimes();
  const need = ringedIn(call);
  const { language, ageGroup, place, calledBefore } = call;
  const known = need !== undefined && language !== null && ageGroup !== null && place !== null;
  const { data } = useQuery(CallDeskAlike, {
    variables: {
      input: {
        ...{ kind: need?.kind ?? '', language: language ?? 'und', ageGroup, neighbourhood: place?.neighbourhood ?? null },
        municipality: place?.municipality ?? null,
      },
    },
    skip: !known || calledBefore !== null,
    fetchPolicy: 'cache-and-network',
  });
  const last = data?.alikeContacts[0];
  if (!known || calledBefore !== null || !last) return null;
  return (
    <p className={css.alike} role="status">
      <Icon name="person" size={18} />
      <span>{t('alike', { age: age(last.endedAt, now()) })}</span>
      <button type="button" aria-keyshortcuts="d" onClick={onSame}>
        {t('alikeSame')} <Key of="D" />
      </button>
    </p>
  );
}
