import { Link } from 'react-router';
import { Calm } from '../../ui/waiting.tsx';
import css from './my-services.module.css';
import { useWords } from './words.ts';

export function SignInFirst() {
  const { t } = useWords();
  return (
    <Calm title={t('signIn')}>
      <Link className={css.primary} to="/sign-in?next=%2Fmy-services">
        {t('signInDo')}
      </Link>
      <Link to="/">{t('seeAll')}</Link>
    </Calm>
  );
}

export function NoOrganization() {
  const { t } = useWords();
  return (
    <Calm title={t('noOrganization')}>
      <p>{t('noOrganizationDo')}</p>
      <Call211 />
    </Calm>
  );
}

/** Attached, but not as one who speaks for services. */
export function NotSpeaking() {
  const { t } = useWords();
  return (
    <Calm title={t('notSpeaking')}>
      <p>{t('notSpeakingDo')}</p>
      <Link className={css.primary} to="/">
        {t('seeAll')}
      </Link>
    </Calm>
  );
}

export function NoService() {
  const { t } = useWords();
  return (
    <Calm title={t('noService')}>
      <p>{t('noServiceDo')}</p>
      <Call211 />
    </Calm>
  );
}

export function Failed({ onAgain }: { onAgain: () => void }) {
  const { t } = useWords();
  return (
    <Calm title={t('failed')} alert>
      <p>{t('failedSafe')}</p>
      <button type="button" className={css.primary} onClick={onAgain}>
        {t('again')}
      </button>
    </Calm>
  );
}

function Call211() {
  const { t } = useWords();
  return (
    <a className={css.primary} href="tel:211">
      {t('call211')}
    </a>
  );
}
