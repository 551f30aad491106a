import { Link } from 'react-router';
import { useSession } from '../hub/session.ts';
import { Icon } from '../ui/icon.tsx';
import { schemes, useScheme } from '../ui/scheme.ts';
import { speak } from '../ui/words.ts';
import css from './frame.module.css';
import { useWords } from './words.ts';

export function Language() {
  const { t, i18n } = useWords();
  const other = i18n.language === 'en' ? 'fr' : 'en';
  return (
    <button type="button" className={css.language} lang={other} aria-label={t('otherLanguage')} onClick={() => speak(other)}>
      {other.toUpperCase()}
    </button>
  );
}

const faces = { auto: 'screen', light: 'sun', dark: 'moon' } as const;

/** Like the device, then light, then dark, then again. */
export function Scheme() {
  const { t } = useWords();
  const [scheme, become] = useScheme();
  const next = schemes[(schemes.indexOf(scheme) + 1) % schemes.length]!; // the remainder is within
  return (
    <button
      type="button"
      className={css.scheme}
      aria-label={t(`scheme.${scheme}`)}
      title={t(`scheme.${scheme}`)}
      onClick={() => become(next)}
    >
      <Icon name={faces[scheme]} />
    </button>
  );
}

const initialsOf = (name: string) =>
  name
    .replace(/\(.*/, '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(word => word[0])
    .filter((_, place, all) => place === 0 || place === all.length - 1)
    .join('')
    .toUpperCase();

/** Who is here, else how to come in; for whoever looks for help, the number to call. */
export function Who() {
  const { t } = useWords();
  const { me } = useSession();
  if (me)
    return (
      <Link to="/me" className={css.who} aria-label={t('meOf', { name: me.account.displayName })} title={me.account.displayName}>
        {initialsOf(me.account.displayName)}
      </Link>
    );
  return (
    <>
      <a className={css.call} href="tel:211" aria-label={t('call211')}>
        <Icon name="phone" size={18} /> {t('call')}
      </a>
      <Link to="/sign-in" className={css.signIn}>
        {t('signIn')}
      </Link>
    </>
  );
}
