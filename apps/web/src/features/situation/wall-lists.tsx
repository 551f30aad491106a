import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useInTime } from '../../ui/pulse.ts';
import { StatusShape } from '../../ui/status-badge.tsx';
import { statusWords } from '../../ui/status-words.ts';
import { useTimes } from '../../ui/use-times.ts';
import { WallNeeds } from './wall-needs.tsx';
import { isSilent, servicesOf, silenceOf } from './board.ts';
import type { Entry } from './entries.ts';
import { SituationGround } from './situation.query.ts';
import type { Board } from './use-board.ts';
import css from './wall.module.css';
import { useWords } from './words.ts';

const TOWNS = 6;
/** More than any room shows. */
const LATEST = 12;
/** From so many changes on, words said again are left out. */
const ENOUGH = 5;

/** Cut to what fits, with the total; of who is silent, how many and where. */
export function WallLists({ board, scale }: { board: Board; scale: number }) {
  const { t } = useWords();
  const silent = servicesOf(board.held).filter(isSilent).length;
  const { contradicted } = board.figures;
  const named = board.entries.filter(({ service }) => !isSilent(board.standing.get(service.id)!)); // entries are of what stands
  const weighty = named.filter(({ what }) => what !== 'again');
  const latest = (weighty.length < ENOUGH ? named : weighty).slice(0, LATEST);
  return (
    <section className={css.lists} aria-label={t('toDo')}>
      <h2>
        <b>{silent}</b> {silent === 0 ? t('wall.silentNone') : t('wall.silent')}
        {silent > 0 && <span>{t('wall.silentWho')}</span>}
      </h2>
      <Towns board={board} />
      <WallNeeds />
      {contradicted > 0 && (
        <h2>
          <b>{contradicted}</b> {t('wall.disputed', { count: contradicted })}
        </h2>
      )}
      <h2>{t('wall.latest')}</h2>
      {named.length === 0 && <p className={css.none}>{t('timeline.none')}</p>}
      <ol className={css.latest}>
        {latest.map(entry => (
          <li key={`${entry.position} ${entry.service.id}`} data-changed={board.marked.has(entry.service.id) || undefined}>
            <Latest entry={entry} scale={scale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Towns({ board }: { board: Board }) {
  const { t } = useWords();
  const { data } = useQuery(SituationGround);
  const towns = silenceOf(board.held);
  const shown = towns.slice(0, towns.length > TOWNS ? TOWNS - 1 : TOWNS);
  const rest = towns.slice(shown.length).reduce((sum, { n }) => sum + n, 0);
  return (
    <ul className={css.towns}>
      {shown.map(({ code, n }) => {
        const town = data?.territories.find(each => each.code === code);
        return (
          <li key={code}>
            <b>{n}</b> {town ? <Localized of={town.name} /> : t('nowhere')}
          </li>
        );
      })}
      {rest > 0 && (
        <li>
          <b>{rest}</b> {t('wall.otherTowns')}
        </li>
      )}
    </ul>
  );
}

function Latest({ entry, scale }: { entry: Entry; scale: number }) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const times = useTimes();
  const age = useInTime(at => times.age(entry.occurredAt, at));
  const word = (state: Entry['state']) => say(`state.${state}`).toLocaleLowerCase();
  const { what, state, previousState, service } = entry;
  return (
    <>
      {what === 'otherwise' ? <Icon name="triangle" size={30 * scale} /> : <StatusShape state={state} size={30 * scale} />}
      <div>
        <b>
          <Localized of={service.name} />
        </b>
        <span>
          {what === 'changed' && previousState !== 'UNKNOWN' && t('timeline.changed', { from: word(previousState), to: word(state) })}
          {what === 'changed' && previousState === 'UNKNOWN' && t('timeline.first', { to: word(state) })}
          {what === 'again' && t('timeline.again', { state: word(state) })}
          {what === 'otherwise' && t('timeline.otherwise')}
        </span>
      </div>
      <time dateTime={entry.occurredAt}>{age}</time>
    </>
  );
}
