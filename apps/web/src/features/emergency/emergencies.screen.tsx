import { useQuery } from '@apollo/client/react';
import type { EmergenciesNowQuery } from '../../hub/gql/graphql.ts';
import { useSession } from '../../hub/session.ts';
import { Wrong } from '../../persons/line.tsx';
import css from '../../persons/persons.module.css';
import { useAct } from '../../persons/use-act.ts';
import { useLive } from '../../persons/use-live.ts';
import { usePerson } from '../../persons/use-person.ts';
import { useWords } from '../../persons/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { telephone } from '../../ui/telephone.ts';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { EmergenciesNow, EmergencyTold, RecordEmergencyStep, WhereToGo } from './emergency.query.ts';

type Emergency = EmergenciesNowQuery['emergencies'][number];

/** What counsellors raised in the last days, for who supervises; where it is shows on demand. */
export function EmergenciesScreen() {
  const { t } = useWords();
  const { may, me } = useSession();
  const refused = me !== undefined && !may('person:read-emergency');
  return <Screen title={t('emergency.titles')}>{refused ? <Calm title={t('notYours')} /> : <List />}</Screen>;
}

function List() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(EmergenciesNow, { fetchPolicy: 'cache-and-network' });
  useLive({ position: data?.position, error, refetch, query: EmergencyTold, changeIn: ({ emergencyRaised }) => emergencyRaised });
  if (error && !data) return <Calm title={t('failed')} alert />;
  if (!data) return <Waiting word={t('loading')} high={64} />;
  if (data.emergencies.length === 0) return <Calm title={t('emergency.none')} />;
  return (
    <div className={css.screen}>
      <ul className={css.rows}>
        {data.emergencies.map(one => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
    </div>
  );
}

function Row({ one }: { one: Emergency }) {
  const { t } = useWords();
  const { when, clock } = useTimes();
  const where = usePerson(WhereToGo);
  const seeing = useAct(RecordEmergencyStep, 'EmergencyChanged');
  const person = where.personOf(one.id);
  const read = async () => {
    await where.read(one.id, { id: one.id });
    if (!one.overAt && !one.steps.some(({ step }) => step === 'SEEN')) await seeing.act({ emergencyId: one.id, step: 'SEEN' });
  };
  return (
    <li className={css.row} data-open={!one.overAt || undefined}>
      <div className={css.top}>
        <div>
          <h2>{t(one.overAt ? 'emergency.over' : 'emergency.running', { when: when(one.raisedAt, now()) })}</h2>
          <p className={css.quiet}>
            {one.steps
              .map(({ step, at, byName }) => `${t(`emergency.did.${step}`)}, ${clock(at)}${byName ? `, ${byName}` : ''}`)
              .join(' · ')}
          </p>
        </div>
        {!person && (
          <div className={css.acts}>
            <button type="button" disabled={where.state === 'reading'} onClick={() => void read()}>
              {t('emergency.where')}
            </button>
          </div>
        )}
      </div>
      {where.state === 'failed' && <Wrong>{t('kept.failed')}</Wrong>}
      {person && (
        <div className={css.card}>
          <p className={css.quiet}>{t('readingKept')}</p>
          {person.state === 'READABLE' ? (
            <>
              <p>
                <b>{person.address ?? t('emergency.noAddress')}</b>
              </p>
              {person.number && (
                <a className={css.phone} href={telephone(person.number).href}>
                  <Icon name="phone" size={18} /> {telephone(person.number).shown}
                </a>
              )}
            </>
          ) : (
            <p>{t(`kept.${person.state}`)}</p>
          )}
        </div>
      )}
    </li>
  );
}
