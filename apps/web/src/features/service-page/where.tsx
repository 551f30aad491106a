import { directionsTo } from '../../ui/directions.ts';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import css from './service-page.module.css';
import type { PageService } from './use-service.ts';
import { useWords } from './words.ts';

/** Its places; of a confidential one, no more than that. */
export function Where({ locations }: { locations: PageService['locations'] }) {
  const { t } = useWords();
  return (
    <section className={css.part} aria-labelledby="where">
      <h2 id="where">{t('where')}</h2>
      {locations.length === 0 && <p>{t('noAddress')}</p>}
      <ul className={css.locations}>
        {locations.map(location => (
          <li key={location.id}>
            <Icon name="pin" />
            <div>
              {location.name && (
                <b>
                  <Localized of={location.name} />
                </b>
              )}
              <span>{location.address ?? t('confidential')}</span>
              {location.territory && (
                <span className={css.quiet}>
                  <Localized of={location.territory.name} />
                </span>
              )}
              {location.accessibility.map(({ description, details }, n) => (
                <span key={n} className={css.quiet}>
                  {t('accessibility')} <Localized of={description ?? details} />
                </span>
              ))}
              {location.latitude != null && (
                <a href={directionsTo(location)} rel="noreferrer" target="_blank">
                  {t('directions')}
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
