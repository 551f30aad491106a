import { useTranslation } from 'react-i18next';
import { useQuery } from '@apollo/client/react';
import { useText } from '../../ui/localized.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import type { Call } from './call.ts';
import { CallDeskKinds } from './call-desk.query.ts';
import { useWords } from './words.ts';

/** The call in plain lines for another software: nothing typed freely is in it, since that could say who called. */
export function useSummary(call: Call): () => string {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const { exact } = useTimes();
  const textOf = useText();
  const { data } = useQuery(CallDeskKinds, { variables: { crisisId: call.crisisId ?? null }, fetchPolicy: 'cache-only' });
  const kindOf = (code: string) => textOf(data?.needKinds?.find(kind => kind.code === code)?.name) || t('otherNeed');
  return () =>
    [
      t('summary.head', { when: exact(call.startedAt ?? Date.now()), line: t(`line.${call.line}`) }),
      [
        call.gender && t(`gender.${call.gender}`),
        call.ageGroup && t(`age.${call.ageGroup}`),
        call.language,
        call.place && (call.place.postalPrefix ?? call.place.neighbourhood ?? call.place.municipality),
      ]
        .filter(Boolean)
        .join(' · '),
      ...call.needs.flatMap((need, n) => [
        [`${n + 1}. ${kindOf(need.kind)}`, need.outcome && t(`outcome.${need.outcome}`), need.reason && t(`reason.${need.reason}`)]
          .filter(Boolean)
          .join(' · '),
        ...need.references.map(
          ({ name, organization, seen }) => `   ${textOf(name)}, ${textOf(organization)} (${say(`state.${seen.state}`)})`,
        ),
      ]),
      ...call.handovers.map(({ to, mode, result }) => `→ ${to} · ${t(`mode.${mode}`)} · ${t(`result.${result}`)}`),
    ]
      .filter(Boolean)
      .join('\n');
}
