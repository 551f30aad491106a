import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../../ui/instant.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { now } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import { type Held, isSilent } from './board.ts';
import type { Entry } from './entries.ts';
import css from './situation.module.css';
import { useWords } from './words.ts';

type TimelineProps = { entries: readonly Entry[]; marked: ReadonlySet<string>; standing: ReadonlyMap<string, Held>; names: boolean };

/** What was said last, the last first. While somebody reads in it, what comes waits above. */
export function Timeline({ entries, marked, standing, names }: TimelineProps) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const newest = entries[0]?.position ?? '';
  const [upTo, show] = useState(newest);
  useLayoutEffect(() => {
    const { current } = list;
    const reading = current && (current.scrollTop > 8 || current.contains(document.activeElement));
    if (!reading || upTo === '') show(newest);
  }, [newest]);
  const waiting = entries.filter(({ position }) => position > upTo).length;
  return (
    <section className={css.panel} data-part="timeline" aria-labelledby="timeline">
      <div className={css.listHead}>
        <h2 id="timeline" data-list tabIndex={-1}>
          {t('timeline.title')}
        </h2>
        {waiting > 0 && (
          <button type="button" onClick={() => (show(newest), list.current?.scrollTo(0, 0))}>
            {t('timeline.waiting', { count: waiting })}
          </button>
        )}
      </div>
      {entries.length === 0 && <p className={css.none}>{t('timeline.none')}</p>}
      <ol className={css.entries} ref={list}>
        {entries
          .filter(({ position }) => position <= upTo)
          .map(entry => {
            const held = standing.get(entry.service.id);
            const hidden = !names && held !== undefined && isSilent(held);
            return (
              <li key={`${entry.position} ${entry.service.id}`} data-changed={(marked.has(entry.service.id) && fresh(entry)) || undefined}>
                <OneEntry entry={entry} hidden={hidden} />
              </li>
            );
          })}
      </ol>
    </section>
  );
}

const fresh = ({ occurredAt }: Entry) => now() - Date.parse(occurredAt) < 8_000;

/** Of who is silent now, no name is said to who may not know it. */
export function OneEntry({ entry, hidden, plain }: { entry: Entry; hidden: boolean; plain?: boolean }) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const times = useTimes();
  const { service, state, previousState, what, source, location } = entry;
  const word = (one: Entry['state']) => say(`state.${one}`).toLocaleLowerCase();
  const name = hidden ? t('aService') : <Localized of={service.name} />;
  return (
    <>
      <Instant at={entry.occurredAt}>{times.moment(entry.occurredAt, now())}</Instant>
      {what === 'otherwise' ? <Icon name="triangle" size={18} /> : <StatusShape state={state} size={18} />}
      <div>
        <b>{hidden || plain ? name : <Link to={`/services/${service.id}`}>{name}</Link>}</b>
        <span>
          {what === 'changed' && previousState !== 'UNKNOWN' && t('timeline.changed', { from: word(previousState), to: word(state) })}
          {what === 'changed' && previousState === 'UNKNOWN' && t('timeline.first', { to: word(state) })}
          {what === 'again' && t('timeline.again', { state: word(state) })}
          {what === 'otherwise' && t('timeline.otherwise')}
        </span>
        {(location?.name || source) && (
          <span>
            <Localized of={location?.name} />
            {location?.name && source && ' · '}
            {source && say(`source.${source as 'PARTNER'}`)}
          </span>
        )}
      </div>
    </>
  );
}
