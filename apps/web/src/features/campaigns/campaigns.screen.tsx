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
        {may('campaign:send') && (
          <p className={css.ways}>
            <Link to="/campaigns/new" data-first>
              {t('new')}
            </Link>
          </p>
        )}
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
        {[goOn, over].map(
          (some, n) =>
            some.length > 0 && (
              <section key={n} aria-labelledby={n === 0 ? 'go-on' : 'over'}>
                <h2 id={n === 0 ? 'go-on' : 'over'}>{t(n === 0 ? 'goingOn' : 'over')}</h2>
                <ul className={css.rows}>
                  {some.map(campaign => (
                    <Row key={campaign.id} campaign={campaign} />
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </Screen>
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
