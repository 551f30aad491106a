import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../hub/gql/graphql.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useText } from '../../ui/localized.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { useMarked } from '../../ui/use-marked.ts';
import type { Call } from './call.ts';
import { CallDeskChanged } from './call-desk.query.ts';
import { useWords } from './words.ts';

type From = { call: Call; position: string | undefined; noLine: boolean; onExpired: () => void };

/** Services as they change during the call: marked, and told at once where the caller was already sent there. */
export function useChanges({ call, position, noLine, onExpired }: From) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const textOf = useText();
  const announce = useAnnounce();
  const client = useApolloClient();
  const [changed, mark] = useMarked();
  const [since, become] = useState<ReadonlyMap<string, { state: ServiceState; at: string }>>(new Map());
  useFollow({
    query: CallDeskChanged,
    after: position,
    noLine,
    variables: { filter: {} },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews({ serviceStatusChanged: { service, occurredAt } }) {
      mark(service.id);
      become(before => new Map(before).set(service.id, { state: service.status.state, at: occurredAt }));
      const given = call.needs.flatMap(({ references }) => references).find(({ serviceId }) => serviceId === service.id);
      if (given && given.seen.state !== service.status.state)
        announce(t('turned', { name: textOf(service.name), state: say(`state.${service.status.state}`) }), 'own');
    },
    onExpired: () => {
      onExpired();
      void client.refetchQueries({ include: ['CallDeskResources'] });
    },
  });
  return { changed, since };
}
