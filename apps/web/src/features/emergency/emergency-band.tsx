import { useQuery } from '@apollo/client/react';
import { Link, useLocation } from 'react-router';
import { useSession } from '../../hub/session.ts';
import css from '../../persons/persons.module.css';
import { useLive } from '../../persons/use-live.ts';
import { useWords } from '../../persons/words.ts';
import { EmergenciesNow, EmergencyTold } from './emergency.query.ts';

/** Whatever a supervisor looks at, they see that one is under way: that there is one, nothing of whom. */
export function EmergencyBand() {
  const { may } = useSession();
  const { pathname } = useLocation();
  return may('person:read-emergency') && pathname !== '/urgences' ? <Band /> : null;
}

function Band() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(EmergenciesNow, { fetchPolicy: 'cache-and-network' });
  useLive({ position: data?.position, error, refetch, query: EmergencyTold, changeIn: ({ emergencyRaised }) => emergencyRaised });
  if (!data?.emergencies.some(({ overAt }) => !overAt)) return null;
  return (
    <div role="alert" className={css.band}>
      <b>{t('emergency.band')}</b> <Link to="/urgences">{t('emergency.see')}</Link>
    </div>
  );
}
