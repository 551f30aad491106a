import { Link } from 'react-router';
import { Screen } from '../ui/screen.tsx';
import { Calm, Waiting } from '../ui/waiting.tsx';
import css from './broken.module.css';
import { useWords } from './words.ts';

/** A screen that failed: the frame stays, what is queued is safe. */
export function Broken() {
  const { t } = useWords();
  return (
    <Screen title={t('broken.title')} narrow>
      <div className={css.screen}>
        <Calm title={t('broken.what')} alert>
          <button type="button" className={css.primary} onClick={() => location.reload()}>
            {t('broken.again')}
          </button>
          <a href="tel:211">{t('call211')}</a>
        </Calm>
      </div>
    </Screen>
  );
}

export function NotFound() {
  const { t } = useWords();
  return (
    <Screen title={t('notFound.title')} narrow>
      <div className={css.screen}>
        <Calm title={t('notFound.what')}>
          <Link className={css.primary} to="/">
            {t('notFound.home')}
          </Link>
          <a href="tel:211">{t('call211')}</a>
        </Calm>
      </div>
    </Screen>
  );
}

export function Arriving() {
  const { t } = useWords();
  return (
    <div className={css.screen}>
      <Waiting word={t('loading')} />
    </div>
  );
}
