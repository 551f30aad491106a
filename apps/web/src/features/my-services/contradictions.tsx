import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '../../hub/graphql.ts';
import type { MyContradictionsQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import type { Sayable } from '../../saying/sayable.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { useStatusSentences } from '../../ui/use-status-sentences.ts';
import { useTimes } from '../../ui/use-times.ts';
import css from './my-services.module.css';
import { useWords } from './words.ts';

const MyContradictions = graphql(`
  query MyContradictions {
    contradictions(states: [OPEN], first: 200) {
      edges {
        node {
          id
          says
          madeAt
          note {
            fr
            en
          }
          service {
            id
          }
        }
      }
    }
  }
`);

export type SaidOtherwise = MyContradictionsQuery['contradictions']['edges'][number]['node'];

/** What was said otherwise of one's services; asked anew when a mark is set or taken away. */
export function useContradictions(services: readonly Sayable[]): readonly SaidOtherwise[] {
  const { may } = useSession();
  const marked = services.filter(({ status }) => status.contradicted).map(({ id }) => id);
  const skip = marked.length === 0 || !may('contradiction:read');
  const { data, refetch } = useQuery(MyContradictions, { skip, fetchPolicy: 'cache-and-network' });
  const key = marked.join();
  useEffect(() => {
    if (!skip) void refetch().catch(() => undefined);
  }, [key, skip]);
  return skip ? [] : (data?.contradictions.edges.map(({ node }) => node) ?? []);
}

/** What was received, and when, never from whom; and what one can do. */
export function Contradictions({ said }: { said: readonly SaidOtherwise[] }) {
  const { t } = useWords();
  const words = useStatusSentences();
  return (
    <div className={css.otherwise}>
      <p>
        <Icon name="warning" size={18} /> <b>{words.contradicted}</b>
      </p>
      {said.length > 0 && (
        <ul>
          {said.map(one => (
            <Otherwise key={one.id} {...one} />
          ))}
        </ul>
      )}
      <p>{t('otherwise.what')}</p>
    </div>
  );
}

function Otherwise({ says, madeAt, note }: SaidOtherwise) {
  const { t } = useWords();
  const { when } = useTimes();
  const words = useStatusSentences();
  const at = useInTime(now => when(madeAt, now));
  return (
    <li>
      {t('otherwise.said', { state: words.stateOf({ state: says }), when: at })}
      {note && (
        <>
          {' '}
          <q>
            <Localized of={note} />
          </q>
        </>
      )}
    </li>
  );
}
