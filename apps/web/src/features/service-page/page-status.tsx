import { Link } from 'react-router';
import { useUnsentWord } from '../../saying/use-unsent.ts';
import { SureGround, SureTag } from '../../ui/how-sure.tsx';
import { Localized } from '../../ui/localized.tsx';
import { StatusLines } from '../../ui/status-lines.tsx';
import type { Said } from '../../ui/sureness.ts';
import { useHowSure } from '../../ui/use-how-sure.ts';
import css from './service-page.module.css';
import { Say } from './say.tsx';
import { useMaySay } from './use-may-say.ts';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

/** How it stands, how sure that is, who says so; and where one of its places differs. */
export function PageStatus({ service, justChanged }: { service: PageService; justChanged: boolean }) {
  const { t } = useWords();
  const { status, statusByLocation } = service;
  const saysAs = useMaySay(service.organization.id);
  return (
    <section className={css.part} aria-label={t('state')} data-changed={justChanged || undefined}>
      {justChanged && <span className="unseen">{t('justChanged')}</span>}
      <Word status={status} unsent={useUnsentWord(service.id)} />
      {status.mixed && (
        <>
          <h3>{t('places')}</h3>
          <ul className={css.places}>
            {statusByLocation.map(({ location, status: word }) => (
              <li key={location.id}>
                <b>
                  <Localized of={location.name} />
                </b>
                <SureTag status={word} />
              </li>
            ))}
          </ul>
        </>
      )}
      {saysAs && <Say service={service} heard={saysAs === 'heard'} />}
      <p className={css.quiet}>
        <Link to="/what-a-status-means">{t('meaning')}</Link>
      </p>
    </section>
  );
}

export function Word({ status, unsent }: { status: Said; unsent: string | false }) {
  const { t } = useWords();
  const { sourceSince: source } = useHowSure(status);
  const { replacement } = status;
  return (
    <>
      <SureGround status={status} unsent={unsent} />
      {source && !unsent && <p className={css.quiet}>{source}</p>}
      <StatusLines
        status={status}
        replacement={
          replacement && (
            <>
              {t('replacement')}{' '}
              <Link to={`/services/${replacement.id}`}>
                <Localized of={replacement.name} />
              </Link>
            </>
          )
        }
      />
    </>
  );
}
