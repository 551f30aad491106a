import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { telephone } from '../../ui/telephone.ts';
import css from './service-page.module.css';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

/** The telephone first. */
export function Reach({ service: { phones, url, email } }: { service: Pick<PageService, 'phones' | 'url' | 'email'> }) {
  const { t } = useWords();
  if (phones.length === 0 && !url && !email) return null;
  return (
    <section className={css.part} aria-labelledby="reach">
      <h2 id="reach">{t('reach')}</h2>
      <ul className={css.phones}>
        {phones.map(({ number, extension, description }) => {
          const { shown, href } = telephone(number);
          return (
            <li key={`${number} ${extension}`}>
              <a href={href} aria-label={t('call', { number: shown })}>
                <Icon name="phone" /> {shown}
              </a>
              {extension && <span>{t('extension', { extension })}</span>}
              <span className={css.quiet}>
                <Localized of={description} />
              </span>
            </li>
          );
        })}
      </ul>
      <p className={css.links}>
        {url && /^https?:/.test(url) && (
          <a href={url} rel="noreferrer">
            {t('web')}
          </a>
        )}
        {email && <a href={`mailto:${email}`}>{email}</a>}
      </p>
    </section>
  );
}
