import { useQuery } from '@apollo/client/react';
import { Link, useParams } from 'react-router';
import { useSession } from '../../hub/session.ts';
import { useText } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import css from './campaigns.module.css';
import { OneCampaign } from './campaigns.query.ts';
import { Comparison, Hours, Letter, Silent, Towns } from './campaign-parts.tsx';
import { Gate } from './gate.tsx';
import { Progress } from './progress.tsx';
import { Steps } from './steps.tsx';
import { useTold } from './use-told.ts';
import { useWords } from './words.ts';

/** So many of the silent are named at once; the others are in « À joindre ». */
const NAMED = 100;

export function CampaignScreen() {
  const { t } = useWords();
  const { id = '' } = useParams();
  return (
    <Gate permission="campaign:read" title={t('campaign')}>
      <One key={id} id={id} />
    </Gate>
  );
}

/** A campaign as its answers come in; who is silent is named to the 211 alone. */
function One({ id }: { id: string }) {
  const { t } = useWords();
  const textOf = useText();
  const { may } = useSession();
  const { when, until } = useTimes();
  const variables = { id, names: may('silence:read-names'), requests: NAMED };
  const { data, error, refetch } = useQuery(OneCampaign, { variables, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const reread = useTold({ id, position: data?.position, error, refetch });
  const one = data?.campaign;
  if (!one)
    return (
      <Screen title={t('campaign')} narrow>
        <div className={css.refused}>
          {error && (
            <Calm title={t('failed')} alert>
              <p>{t('failedSafe')}</p>
              <button type="button" onClick={reread}>
                {t('again')}
              </button>
            </Calm>
          )}
          {!data && !error && <Waiting word={t('loading')} />}
          {data && (
            <Calm title={t('unknown')}>
              <Link to="/campaigns">{t('seeAll')}</Link>
            </Calm>
          )}
        </div>
      </Screen>
    );
  const sending = one.state === 'RUNNING' && one.counts.pending > 0;
  const dates = [
    one.sentAt ? t('sentAt', { when: when(one.sentAt, now()) }) : one.sendAt && t('leaves', { when: when(one.sendAt, now()) }),
    one.closedAt ? t('endedAt', { when: when(one.closedAt, now()) }) : t('due', { when: until(one.dueAt, now()) }),
    t('madeBy', { name: one.madeByName }),
  ];
  return (
    <Screen title={textOf(one.name)} under={`${t(`state.${one.state}`)} · ${dates.filter(Boolean).join(' · ')}`} wide>
      <div className={css.screen}>
        <Steps campaign={one} onDone={reread} />
        <section className={css.panel} aria-labelledby="figures">
          <h2 id="figures" className="unseen">
            {t('figures')}
          </h2>
          <p className={css.big}>
            <b>{one.answeredOrganizations}</b> {t('answeredOf', { count: one.asked })}
          </p>
          <Progress counts={one.counts} />
          {sending && <p role="status">{t('sending', { count: one.counts.pending })}</p>}
          {may('outgoing:read') && one.sentAt && (
            <p className={css.quiet}>
              <Link to={`/outgoing?campaign=${id}${one.counts.bounced > 0 ? '&state=troubled' : ''}`}>
                {one.counts.bounced > 0 ? t('seeBounced', { count: one.counts.bounced }) : t('seeOutgoing')}
              </Link>
            </p>
          )}
          {one.withoutAddress > 0 && <p className={css.quiet}>{t('withoutAddress', { count: one.withoutAddress })}</p>}
          {one.comparison && one.previous && <Comparison comparison={one.comparison} previous={one.previous} />}
        </section>
        <div className={css.columns}>
          <div>
            <Silent requests={one.requests ?? null} silent={one.asked - one.answeredOrganizations} names={variables.names} />
          </div>
          <div>
            <Towns towns={one.byTerritory} />
            <Hours hours={one.answersByHour} />
            <Letter subject={one.subject} message={one.message} />
          </div>
        </div>
      </div>
    </Screen>
  );
}
