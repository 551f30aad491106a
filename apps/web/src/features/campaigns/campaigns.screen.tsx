import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import type { CampaignLineFragment } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './campaigns.module.css';
import { Campaigns } from './campaigns.query.ts';
import { Gate } from './gate.tsx';
import { Progress } from './progress.tsx';
import { Rules } from './rule-rows.tsx';
import { useTold } from './use-told.ts';
import { useWords } from './words.ts';

export function CampaignsScreen() {
  const { t } = useWords();
  return (
    <Gate permission="campaign:read" title={t('title')}>
      <List />
    </Gate>
  );
}

/** Those that run first, the latest made first. */
function List() {
  const { t } = useWords();
  const { may } = useSession();
  const { data, error, refetch } = useQuery(Campaigns, {
    variables: { first: 100 },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const reread = useTold({ id: null, position: data?.position, error, refetch });
  const all = data?.campaigns.edges.map(({ node }) => node) ?? [];
  const goOn = all.filter(({ state }) => state !== 'CLOSED' && state !== 'CANCELLED');
  const over = all.filter(({ state }) => state === 'CLOSED' || state === 'CANCELLED');
  return (
    <Screen title={t('title')} wide>
      <div className={css.screen}>
        <p className={css.ways}>
          {may('campaign:send') && (
            <Link to="/campaigns/new" data-first>
              {t('new')}
            </Link>
          )}
          {may('outgoing:read') && <Link to="/outgoing">{t('outgoing')}</Link>}
        </p>
        {error && !data && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" onClick={reread}>
              {t('again')}
            </button>
          </Calm>
        )}
        {!data && !error && <Waiting word={t('loading')} rows={4} high={112} />}
        {data && all.length === 0 && (
          <Calm title={t('none')}>
            <p>{t('noneWhy')}</p>
          </Calm>
        )}
        <Some id="go-on" title={t('goingOn')} campaigns={goOn} />
        {data && <Rules rules={data.outreachRules} onDone={reread} />}
        <Some id="over" title={t('over')} campaigns={over} />
      </div>
    </Screen>
  );
}

function Some({ id, title, campaigns }: { id: string; title: string; campaigns: readonly CampaignLineFragment[] }) {
  if (campaigns.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={css.rows}>
        {campaigns.map(campaign => (
          <Row key={campaign.id} campaign={campaign} />
        ))}
      </ul>
    </section>
  );
}

function Row({ campaign }: { campaign: CampaignLineFragment }) {
  const { t } = useWords();
  const { when, until } = useTimes();
  const { id, state, name, asked, answeredOrganizations, dueAt, sendAt } = campaign;
  return (
    <li className={css.row}>
      <div>
        <b>
          <Link to={`/campaigns/${id}`}>
            <Localized of={name} />
          </Link>
        </b>
        <span className={css.state} data-state={state}>
          {t(`state.${state}`)}
        </span>
        <p>
          {state === 'SCHEDULED' && sendAt ? t('leaves', { when: when(sendAt, now()) }) : t('due', { when: until(dueAt, now()) })} ·{' '}
          {t('madeBy', { name: campaign.madeByName })}
        </p>
      </div>
      <p className={css.share}>
        <b>{answeredOrganizations}</b> {t('of', { count: asked })}
      </p>
      <Progress counts={campaign.counts} />
    </li>
  );
}
