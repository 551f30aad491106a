import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/localized.tsx';
import css from './crisis-band.module.css';
import { LiveListCrises } from './live-list.query.ts';
import { useWords } from './words.ts';

/** What goes on, above everything. */
export function CrisisBand() {
  const { t } = useWords();
  const textOf = useText();
  const { data } = useQuery(LiveListCrises, { fetchPolicy: 'cache-and-network' });
  const running = data?.crises.filter(({ phase, exercise }) => phase !== 'CLOSED' && !exercise) ?? [];
  if (running.length === 0) return null;
  return (
    <ul className={css.band}>
      {running.map(({ id, name, phase }) => (
        <li key={id}>
          <Icon name="warning" />
          <b>{t('crisis', { name: textOf(name) })}</b>
          <span>{t(`crisisPhase.${phase}`)}</span>
          <Link to={`/crises/${id}`} aria-label={t('crisisSeeOf', { name: textOf(name) })}>
            <span>{t('crisisSee')}</span>
            <Icon name="forward" size={18} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
