import { Fragment } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import type { Chosen } from './filter.ts';
import css from './live-list.module.css';
import { Exports } from './exports.tsx';
import { NoneFound } from './none-found.tsx';
import { ServiceRow } from './service-row.tsx';
import type { useLiveList } from './use-live-list.ts';
import { useWords } from './words.ts';

type ResultsProps = {
  list: ReturnType<typeof useLiveList>;
  chosen: Chosen;
  onChoose: (change: Partial<Chosen>) => void;
  changedWords: string;
  selected: string | null;
};

/** Those found, under their headings; or why there are none, and who to call. */
export function Results({ list, chosen, onChoose, changedWords, selected }: ResultsProps) {
  const { t } = useWords();
  const { services, total, settling, failed, changed, reread, more, correctedText, filter, held } = list;
  if (failed)
    return (
      <Calm title={t('failed')} alert>
        <p>{t('failedSafe')}</p>
        <button type="button" className={css.primary} onClick={reread}>
          {t('again')}
        </button>
        <a href="tel:211">{t('call211')}</a>
      </Calm>
    );
  if (services.length === 0 && total === undefined) return <Waiting word={t('loading')} rows={6} high={112} />;
  const ofDevice = held !== null && <p className={css.held}>{t('held', { count: held })}</p>;
  if (total === 0)
    return (
      <>
        {ofDevice}
        <NoneFound chosen={chosen} onChoose={onChoose} />
      </>
    );
  return (
    <section className={css.results} aria-label={t('list')} aria-busy={settling}>
      <p className={css.count}>
        <b>{t('count', { count: total ?? services.length })}</b>
        {chosen.where && <span className={css.asked}>{chosen.where.name}</span>}
        {correctedText && <span>{t('corrected', { text: correctedText })}</span>}
        {held === null && <Exports filter={filter} />}
      </p>
      {ofDevice}
      <p className={css.news} data-any={changedWords ? true : undefined}>
        {changedWords && (
          <span>
            {changedWords}{' '}
            <button type="button" onClick={reread}>
              {t('reread')}
            </button>
          </span>
        )}
      </p>
      <p className={css.help}>
        <Icon name="phone" />
        <span>
          <b>{t('helpTitle')}</b> <span>{t('helpWhen')}</span>
        </span>
        <a className={css.primary} href="tel:211">
          {t('call211')}
        </a>
      </p>
      <ul className={css.list}>
        {services.map((service, n) => {
          const group = service.match?.group;
          const heading = group && group !== services[n - 1]?.match?.group ? group : null;
          return (
            <Fragment key={service.id}>
              {heading && (
                <li className={css.group}>
                  <h2>{t(`group.${heading}`)}</h2>
                </li>
              )}
              <li id={`row-${service.id}`} data-selected={service.id === selected || undefined}>
                <ServiceRow service={service} justChanged={changed.has(service.id)} placeAsked={chosen.where !== null} />
              </li>
            </Fragment>
          );
        })}
      </ul>
      {more && (
        <button type="button" className={css.more} onClick={more}>
          {t('more')}
        </button>
      )}
    </section>
  );
}
