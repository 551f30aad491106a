import type { FeatureCollection } from 'geojson';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon.tsx';
import { statusWords } from '../ui/status-words.ts';
import { StatusShape } from '../ui/status-badge.tsx';
import { useIsDark } from '../ui/use-is-dark.ts';
import { At } from './at.tsx';
import { GroupCard } from './group-card.tsx';
import css from './map.module.css';
import { type Labelled, placesOf } from './label-sides.ts';
import { nearestTowards } from './nearest-towards.ts';
import { type Group, indexOf, type MapPoint, NAMES_FROM, seenIn, type Shown, type Town, TOWNS_BELOW, townsOf } from './points.ts';
import { radiusOf, Ring } from './ring.tsx';
import { shields } from './schematic.ts';
import { type Frame, PADDING, useMap } from './use-map.ts';
import type { Basemap } from './use-basemap.ts';
import { useWords } from './words.ts';

export interface MapProps {
  /** A real map under the services; null: the schematic one. */
  basemap?: Basemap | null;
  points: readonly MapPoint[];
  towns: readonly Town[];
  frame: Frame;
  boundaries?: FeatureCollection | null;
  selected?: string | null;
  /** A service was chosen; null when the choice was let go. */
  onSelect: (id: string | null) => void;
  /** « Voir la liste » of a former town. */
  onTown?: (code: string) => void;
  /** Across a room: so many times larger, by former town at any size, and nothing to touch. */
  still?: number | undefined;
}

const MOST_NAMES = 40;

export default function MapCanvas({
  points,
  towns,
  frame,
  boundaries = null,
  basemap = null,
  selected = null,
  onSelect,
  onTown,
  still,
}: MapProps) {
  const { t } = useWords();
  const ground = useRef<HTMLDivElement>(null);
  const { map, view, real, lost, credit } = useMap(ground, { frame, isDark: useIsDark(), boundaries, basemap });
  const [open, setOpen] = useState<string | null>(null);
  const index = useMemo(() => indexOf(points), [points]);
  const byTown = view !== null && (still !== undefined || view.zoom < TOWNS_BELOW);
  const shown = useMemo<Shown[]>(
    () => (view === null ? [] : byTown ? townsOf(points, towns) : seenIn(index, view.bounds, view.zoom)),
    [view, byTown, points, towns, index],
  );
  const groups = shown.flatMap(each => (each.kind === 'group' ? [each.group] : []));
  const opened = groups.find(({ key }) => key === open) ?? null;
  const named = view !== null && view.zoom >= NAMES_FROM && shown.length <= MOST_NAMES;

  const names = useMemo(
    () => (map && view && byTown ? placesOf(labelled(map, groups, still ?? 1), frameOf(map)) : null),
    [map, view, shown, still],
  );

  const choose = (group: Group) => {
    if (group.opensAt === null) return setOpen(group.key === open ? null : group.key);
    map?.easeTo({ center: [group.longitude, group.latitude], zoom: Math.min(17, group.opensAt + 0.5), duration: 400 });
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && opened) setOpen(null);
    else if (event.key === '+' || event.key === '=') map?.zoomIn();
    else if (event.key === '-') map?.zoomOut();
    else if (!nearestTowards(event)) return;
    event.preventDefault();
  };

  return (
    <div className={css.map} onKeyDown={byKey} role="group" aria-label={t('map', { count: points.length })}>
      <div ref={ground} className={css.canvas} />
      {map && view && (
        <>
          {!real &&
            view.zoom >= 11 &&
            shields.map(({ name, at: [longitude, latitude] }) => (
              <At key={name} map={map} longitude={longitude} latitude={latitude}>
                <span className={css.shield} aria-hidden>
                  {name}
                </span>
              </At>
            ))}
          {towns
            .filter(({ code }) => !real && (!byTown || !groups.some(({ key }) => key === code)))
            .map(({ code, name, longitude, latitude }) => (
              <At key={code} map={map} longitude={longitude} latitude={latitude}>
                <span className={css.town} aria-hidden>
                  {name}
                </span>
              </At>
            ))}
          {shown.map((each, n) => {
            if (each.kind === 'point')
              return (
                <PointMark
                  key={`${each.point.id} ${each.point.longitude}`}
                  {...{ map, named, first: n === 0, onSelect }}
                  point={each.point}
                  chosen={each.point.id === selected}
                />
              );
            const { group } = each;
            return (
              <At key={group.key} map={map} longitude={group.longitude} latitude={group.latitude} above={group.key === open}>
                <button
                  type="button"
                  className={css.group}
                  data-mark
                  data-side={names?.sides.get(group.key)}
                  data-crowded={names?.crowded.has(group.key) || undefined}
                  tabIndex={n === 0 ? 0 : -1}
                  aria-expanded={group.opensAt === null ? group.key === open : undefined}
                  onClick={() => choose(group)}
                >
                  <Ring mix={group} />
                  <span className={group.town ? css.groupName : 'unseen'}>{group.town?.name ?? t('here')}</span>
                  <span className="unseen">{t('services', { count: group.total })}</span>
                </button>
              </At>
            );
          })}
        </>
      )}
      {still === undefined && (
        <div className={css.tools}>
          <button type="button" aria-label={t('closer')} onClick={() => map?.zoomIn()}>
            <Icon name="plus" />
          </button>
          <button type="button" aria-label={t('farther')} onClick={() => map?.zoomOut()}>
            <Icon name="minus" />
          </button>
          <button type="button" aria-label={t('whole')} onClick={() => map?.fitBounds([...frame], { padding: PADDING, duration: 400 })}>
            <Icon name="target" />
          </button>
        </div>
      )}
      {opened?.town && <GroupCard group={opened} onClose={() => setOpen(null)} onList={onTown && (() => onTown(opened.key))} />}
      <p className={css.credit}>
        {lost && `${t('basemapLost')} `}
        {real ? credit : boundaries ? '© Gouvernement du Québec, MRNF, SDA, CC BY 4.0' : t('approximate')}
      </p>
    </div>
  );
}

type TheMap = NonNullable<ReturnType<typeof useMap>['map']>;

const EDGE = 7;

/** The rings where they are on the screen, and how much room their names take. */
const labelled = (map: TheMap, groups: readonly Group[], scale: number): Labelled[] =>
  groups.map(({ key, town, total, longitude, latitude }) => {
    const { x, y } = map.project([longitude, latitude]);
    return { key, x, y, radius: (radiusOf(total) + EDGE) * scale, width: widthOf(town?.name ?? '') * scale, height: 14 * scale };
  });

const NAMES = '600 12px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif'; // as the style sheet says
const pen = document.createElement('canvas').getContext('2d');

/** As wide as it is drawn; where nothing can be measured, as letters are. */
function widthOf(name: string): number {
  if (!pen) return name.length * 6.6;
  pen.font = NAMES;
  return pen.measureText(name).width;
}

const CREDIT = 18; // px at its foot

const frameOf = (map: TheMap) => {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  return { width, height: height - CREDIT };
};

type MarkProps = {
  map: TheMap;
  point: MapPoint;
  named: boolean;
  chosen: boolean;
  first: boolean;
  onSelect: MapProps['onSelect'];
};

function PointMark({ map, point, named, chosen, first, onSelect }: MarkProps) {
  const { t } = useWords();
  const { t: say } = useTranslation(statusWords);
  const { id, name, longitude, latitude, state, stale } = point;
  return (
    <At map={map} longitude={longitude} latitude={latitude} above={chosen}>
      <button
        type="button"
        className={css.point}
        data-mark
        data-chosen={chosen || undefined}
        tabIndex={first || chosen ? 0 : -1}
        aria-pressed={chosen}
        aria-label={t(stale ? 'pointStale' : 'point', { name, state: say(`state.${state}`) })}
        onClick={() => onSelect(chosen ? null : id)}
      >
        <StatusShape size={26} state={state} stale={stale} />
      </button>
      {(named || chosen) && (
        <span className={css.name} aria-hidden>
          {name}
        </span>
      )}
    </At>
  );
}
