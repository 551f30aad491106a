import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Instant } from '../../ui/instant.tsx';
import { Localized, useText } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useStatusSentences } from '../../ui/use-status-sentences.ts';
import type { ServiceHistoryQuery } from '../../hub/gql/graphql.ts';
import { ServiceHistory } from './service-page.query.ts';
import css from './service-page.module.css';
import { useWords } from './words.ts';

type Report = ServiceHistoryQuery['statusReports']['edges'][number]['node'];

/** Every word said of it, the last first; `anew` changes when there may be more. */
export function History({ id, anew }: { id: string; anew: string }) {
  const { t } = useWords();
  const { data, error, refetch, fetchMore } = useQuery(ServiceHistory, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useEffect(() => void refetch().catch(() => undefined), [anew]);
  const asked = useLocation().hash === '#history';
  const known = data !== undefined;
  useEffect(() => {
    if (asked && known) document.getElementById('history')?.scrollIntoView();
  }, [asked, known]);
  const { edges = [], pageInfo, totalCount } = data?.statusReports ?? {};
  return (
    <section className={css.part} aria-labelledby="history">
      <h2 id="history">{t('history')}</h2>
      {error && !data && <p role="alert">{t('historyFailed')}</p>}
      {totalCount === 0 && <p>{t('historyEmpty')}</p>}
      <ol className={css.history}>
        {edges.map(({ node }) => (
          <Said key={node.id} report={node} />
        ))}
      </ol>
      {pageInfo?.hasNextPage && (
        <button
          type="button"
          className={css.more}
          onClick={() => void fetchMore({ variables: { after: pageInfo.endCursor } }).catch(() => undefined)}
        >
          {t('historyMore')}
        </button>
      )}
    </section>
  );
}

function Said({ report }: { report: Report }) {
  const { t } = useWords();
  const textOf = useText();
  const words = useStatusSentences();
  const source = useInTime(now => words.sourceOf(report, now));
  const place = report.location && textOf(report.location.name);
  return (
    <li>
      <StatusBadge state={report.state} size={18} />
      <span className={css.quiet}>
        <Instant at={report.observedAt}>{source ?? ''}</Instant>
        {place && `. ${t('forPlace', { place })}`}
      </span>
      {report.note && (
        <span className={css.said}>
          <Localized of={report.note} />
        </span>
      )}
      {report.reason && <span className={css.quiet}>{t('reason', { reason: report.reason })}</span>}
    </li>
  );
}
