import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useSession } from '../../hub/session.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Localized } from '../../ui/localized.tsx';
import { useKeys } from '../../ui/keys.ts';
import { now } from '../../ui/pulse.ts';
import { Screen } from '../../ui/screen.tsx';
import { step } from '../../ui/step.ts';
import { useTimes } from '../../ui/use-times.ts';
import { CrisisBand } from './crisis-band.tsx';
import { isEverything } from './filter.ts';
import { Filters } from './filters.tsx';
import css from './live-list.module.css';
import { ListMap } from './list-map.tsx';
import { Results } from './results.tsx';
import { ViewChoice } from './view-choice.tsx';
import { useChosen } from './use-chosen.ts';
import { useNames } from './use-names.ts';
import { useLiveList } from './use-live-list.ts';
import { useWords } from './words.ts';

/** Find help: what, where, who is really open; the list and the map are the same, as it happens; for anyone. */
export function LiveListScreen() {
  const { t } = useWords();
  const announce = useAnnounce();
  const { moment } = useTimes();
  const { region } = useSession();
  const [chosen, choose] = useChosen();
  const list = useLiveList(chosen);
  const { services, facets, filter, total, settling, changedSinceRead, moved, readAt } = list;

  const changedOnes = changedSinceRead > 0 && readAt ? t('changed', { count: changedSinceRead, moment: moment(readAt, now()) }) : '';
  const changedWords = changedOnes || (moved ? t('moved') : '');
  useEffect(() => {
    if (changedWords) announce(changedWords);
  }, [changedWords, announce]);
  useEffect(() => {
    if (!isEverything(chosen) && total !== undefined && !settling) announce(t('count', { count: total }));
  }, [total, settling]);

  useKeys([
    { keys: ['j', 'k'], words: t('keys.rows'), press: key => step('article', key === 'j' ? 1 : -1, 'h2 a') },
    { keys: ['Enter'], words: t('keys.open') },
    { keys: ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown'], words: t('keys.map') },
  ]);
  const [shows, show] = useState<'list' | 'map'>('list');
  const [selected, select] = useState<string | null>(null);
  const wide = useMediaQuery('(min-width: 64em)', false, { getInitialValueInEffect: false });
  const names = useNames(services);
  const choosePoint = (id: string | null) => {
    select(id);
    if (id) document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Screen title={t('title')} under={region && <Localized of={region.name} />} wide quiet>
      <div className={css.screen}>
        <CrisisBand />
        <Filters chosen={chosen} facets={facets} onChoose={choose} />
        {!wide && <ViewChoice shows={shows} onShow={show} />}
        <div className={css.panes}>
          {(wide || shows === 'list') && (
            <div className={css.pane}>
              <Results list={list} chosen={chosen} onChoose={choose} changedWords={changedWords} selected={selected} />
            </div>
          )}
          {(wide || shows === 'map') && (
            <div className={css.mapPane}>
              <ListMap
                filter={filter}
                names={names}
                selected={selected}
                onSelect={choosePoint}
                onTown={(code, name) => (choose({ where: { name, territory: code, point: null } }), show('list'))}
              />
            </div>
          )}
        </div>
      </div>
    </Screen>
  );
}
