import { Link } from 'react-router';
import type { OneCampaignQuery } from '../../hub/gql/graphql.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { useTimes } from '../../ui/use-times.ts';
import css from './campaigns.module.css';
import { useWords } from './words.ts';

type One = NonNullable<OneCampaignQuery['campaign']>;

/** Beside the last one of the same, at the same age. */
export function Comparison({
  comparison,
  previous,
}: {
  comparison: NonNullable<One['comparison']>;
  previous: NonNullable<One['previous']>;
}) {
  const { t } = useWords();
  const percent = (share: number) => Math.round(share * 100);
  return (
    <p className={css.quiet}>
      {t('compared', {
        now: percent(comparison.answeredShare),
        then: percent(comparison.previousAnsweredShare),
        hours: Math.max(1, Math.round(comparison.hours)),
      })}{' '}
      <Link to={`/campaigns/${previous.id}`}>
        <Localized of={previous.name} />
      </Link>
    </p>
  );
}

type Request = NonNullable<One['requests']>['edges'][number]['node'];

/** Who has not answered; for those who do not name them, how many. */
export function Silent({ requests, silent, names }: { requests: One['requests'] | null; silent: number; names: boolean }) {
  const { t } = useWords();
  return (
    <section className={css.panel} aria-labelledby="silent">
      <div className={css.panelHead}>
        <h2 id="silent">{t('silent', { count: silent })}</h2>
        {names && silent > 0 && <Link to="/to-reach">{t('callThem')}</Link>}
      </div>
      {silent === 0 && <p>{t('allAnswered')}</p>}
      {!names && silent > 0 && <p>{t('by211')}</p>}
      {requests && requests.edges.length > 0 && (
        <ul className={css.silent}>
          {requests.edges.map(({ node }) => (
            <li key={node.organization.id}>
              <b>
                <Localized of={node.organization.name} />
              </b>
              <How request={node} />
            </li>
          ))}
        </ul>
      )}
      {requests && requests.totalCount > requests.edges.length && (
        <p>{t('andOthers', { count: requests.totalCount - requests.edges.length })}</p>
      )}
    </section>
  );
}

function How({ request: { state, relay, reminders, bounceCode } }: { request: Request }) {
  const { t } = useWords();
  const textOf = useText();
  const said = [
    state ? t(`request.${state}`) : t('noAddress'),
    bounceCode && t('bounce', { code: bounceCode }),
    relay && t('throughRelay', { name: textOf(relay.name) }),
    reminders > 0 && t('reminded', { count: reminders }),
  ];
  return <span>{said.filter(Boolean).join(' · ')}</span>;
}

/** How many answered, by former town: what anybody who coordinates may see. */
export function Towns({ towns }: { towns: One['byTerritory'] }) {
  const { t } = useWords();
  return (
    <section className={css.panel} aria-labelledby="towns">
      <h2 id="towns">{t('byTown')}</h2>
      <table className={css.towns}>
        <thead className="unseen">
          <tr>
            <th scope="col">{t('town')}</th>
            <th scope="col">{t('answers')}</th>
          </tr>
        </thead>
        <tbody>
          {towns.map(({ territory, asked, answered }) => (
            <tr key={territory?.code ?? ''}>
              <th scope="row">{territory ? <Localized of={territory.name} /> : t('nowhere')}</th>
              <td>
                <span className={css.meter} aria-hidden>
                  <i style={{ width: `${asked > 0 ? (answered / asked) * 100 : 0}%` }} />
                </span>
                <span>{t('share', { answered, asked })}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** When the answers came. */
export function Hours({ hours }: { hours: One['answersByHour'] }) {
  const { t } = useWords();
  const { clock } = useTimes();
  const most = Math.max(1, ...hours.map(({ n }) => n));
  if (hours.length === 0) return null;
  return (
    <section className={css.panel} aria-labelledby="hours">
      <h2 id="hours">{t('byHour')}</h2>
      <ol className={css.hours}>
        {hours.slice(-24).map(({ at, n }) => (
          <li key={at}>
            <i style={{ height: `${Math.round((n / most) * 64)}px` }} aria-hidden />
            <span>{n}</span>
            <time dateTime={at}>{clock(at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Letter({ subject, message }: Pick<One, 'subject' | 'message'>) {
  const { t } = useWords();
  return (
    <details className={css.panel}>
      <summary>{t('whatWasWritten')}</summary>
      {(['fr', 'en'] as const).map(
        language =>
          message[language] && (
            <div key={language} lang={language} className={css.letter}>
              <b>{subject[language]}</b>
              <p>{message[language]}</p>
            </div>
          ),
      )}
    </details>
  );
}
