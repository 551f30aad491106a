import { useEffect } from 'react';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { useTimes } from '../../ui/use-times.ts';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { isEverything } from './filter.ts';
import { Filters } from './filters.tsx';
import css from './live-list.module.css';
import { NoneFound } from './none-found.tsx';
import { ServiceRow } from './service-row.tsx';
import { useChosen } from './use-chosen.ts';
import { useLiveList } from './use-live-list.ts';
import { useWords } from './words.ts';

/** Every service, what it says of itself and how sure that is, as it happens; for anyone. */
export function LiveListScreen() {
  const { t } = useWords();
  const announce = useAnnounce();
  const { moment } = useTimes();
  const { region } = useSession();
  const [chosen, choose] = useChosen();
  const { services, total, settling, failed, changed, changedSinceRead, readAt, reread, more } = useLiveList(chosen);

  const changedWords = changedSinceRead > 0 && readAt ? t('changed', { count: changedSinceRead, moment: moment(readAt, now()) }) : '';
  useEffect(() => {
    if (changedWords) announce(changedWords);
  }, [changedWords, announce]);
  useEffect(() => {
    if (!isEverything(chosen) && total !== undefined && !settling) announce(t('count', { count: total }));
  }, [total, settling]);

  return (
    <Screen title={t('title')} under={region && <Localized of={region.name} />}>
      <div className={css.screen}>
        <Filters chosen={chosen} onChoose={choose} />
        {failed && (
          <Calm title={t('failed')} alert>
            <p>{t('failedSafe')}</p>
            <button type="button" className={css.primary} onClick={reread}>
              {t('again')}
            </button>
            <a href="tel:211">{t('call211')}</a>
          </Calm>
        )}
        {!failed && services.length === 0 && total === undefined && <Waiting word={t('loading')} rows={6} high={112} />}
        {total === 0 && !failed && <NoneFound chosen={chosen} onChoose={choose} />}
        {services.length > 0 && !failed && (
          <section className={css.results} aria-label={t('list')} aria-busy={settling}>
            <p className={css.count}>
              <b>{t('count', { count: total ?? services.length })}</b>
              {changedWords && (
                <span>
                  {changedWords}{' '}
                  <button type="button" onClick={reread}>
                    {t('reread')}
                  </button>
                </span>
              )}
            </p>
            <ul className={css.list}>
              {services.map(service => (
                <li key={service.id}>
                  <ServiceRow service={service} justChanged={changed.has(service.id)} />
                </li>
              ))}
            </ul>
            {more && (
              <button type="button" className={css.more} onClick={more}>
                {t('more')}
              </button>
            )}
          </section>
        )}
      </div>
    </Screen>
  );
}
