import { Link, useLocation, useNavigate } from 'react-router';
import { Icon } from '../../ui/icon.tsx';
import css from './service-page.module.css';
import { useWords } from './words.ts';

/** To the list as it was left; to the whole of it for who came from outside. */
export function WayBack() {
  const { t } = useWords();
  const navigate = useNavigate();
  const fromHere = useLocation().key !== 'default';
  return (
    <p className={css.back}>
      <Link
        to="/"
        onClick={event => {
          if (!fromHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          void navigate(-1);
        }}
      >
        <Icon name="arrow" size={18} /> {t(fromHere ? 'back' : 'seeAll')}
      </Link>
    </p>
  );
}
