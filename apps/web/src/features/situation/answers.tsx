import { useQuery } from '@apollo/client/react';
import { useState, useEffect } from 'react';
import { Link } from 'react-router';
import { reasonOf } from '../../hub/reason.ts';
import { useFollow } from '../../hub/use-follow.ts';
import { Localized } from '../../ui/localized.tsx';
import { AnswersCome, AnswersTold } from './answers.query.ts';
import css from './situation.module.css';
import { useWords } from './words.ts';

/** How many have answered of those who were asked, as it comes in. */
export function Answers() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(AnswersCome, { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const [from, begin] = useState<{ position: string; at: number }>();
  const position = data?.position;
  useEffect(() => {
    if (position !== undefined) begin(before => before ?? { position, at: Date.now() });
  }, [position]);
  const read = () => void refetch().catch(() => undefined); // the list below says that there is no line
  useFollow({
    query: AnswersTold,
    after: from?.position,
    readAt: from?.at,
    noLine: error !== undefined && reasonOf(error).kind === 'no line',
    variables: {},
    changeIn: ({ campaignChanged }) => campaignChanged,
    onNews: read,
    onExpired: read,
  });
  return (
    <>
      {data?.campaigns.edges.map(({ node }) => (
        <p key={node.id} className={css.answers}>
          <Link to={`/campaigns/${node.id}`}>
            <Localized of={node.name} />
          </Link>{' '}
          <span>{t('answered', { answered: node.answeredOrganizations, count: node.asked })}</span>
          <i aria-hidden>
            <b style={{ width: `${node.asked > 0 ? (node.answeredOrganizations / node.asked) * 100 : 0}%` }} />
          </i>
        </p>
      ))}
    </>
  );
}
