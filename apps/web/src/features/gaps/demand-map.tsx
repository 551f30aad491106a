import { useQuery } from '@apollo/client/react';
import { useId, useState } from 'react';
import type { DemandAndSupplyQuery, GapGroundQuery } from '../../hub/gql/graphql.ts';
import { schematicLand, schematicRoads } from '../../map/index.ts';
import { Localized, useText } from '../../ui/localized.tsx';
import { Calm, Waiting } from '../../ui/waiting.tsx';
import { apart } from './apart.ts';
import type { Asked } from './asked.ts';
import css from './demand-map.module.css';
import { DemandAndSupply, GapGround } from './gaps.query.ts';
import { useWords } from './words.ts';

type Town = DemandAndSupplyQuery['demandAndSupply'][number];
type DemandMapProps = { asked: Asked; onKind: (kind: string) => void };

/** Where it is asked for and not found, beside what takes people there: of one kind, by former town. */
export function DemandMap({ asked, onKind }: DemandMapProps) {
  const { t } = useWords();
  const textOf = useText();
  const id = useId();
  const ground = useQuery(GapGround, { fetchPolicy: 'cache-and-network' });
  const [first] = ground.data?.asked.edges.map(({ node }) => node) ?? [];
  const kinds = [...new Map(ground.data?.asked.edges.map(({ node }) => [node.kind, textOf(node.kindName)] as const))];
  const [chosen, choose] = useState<string | null>(null);
  const kind = asked.kind ?? chosen ?? first?.kind ?? null;
  const reading = useQuery(DemandAndSupply, {
    variables: { kind: kind ?? '', crisisId: asked.crisis },
    skip: kind === null,
    fetchPolicy: 'cache-and-network',
  });
  const towns = reading.data?.demandAndSupply ?? reading.previousData?.demandAndSupply;
  if (ground.data && kind === null) return null;
  return (
    <section className={css.panel} aria-labelledby={id} aria-busy={!towns && !reading.error}>
      <div className={css.head}>
        <h2 id={id}>{t('map.title')}</h2>
        {kinds.length > 0 && (
          <label>
            <span>{t('filter.kind')}</span>
            <select value={kind ?? ''} onChange={event => (asked.view === 'map' ? onKind : choose)(event.target.value)}>
              {kinds.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p className={css.key}>
        <span>
          <i data-of="requests" /> {t('map.requests')}
        </span>
        <span>
          <i data-of="supply" /> {t('map.supply')}
        </span>
        <span>
          <i data-of="lack" /> {t('map.lack')}
        </span>
      </p>
      {!towns && !reading.error && <Waiting word={t('loading')} rows={3} high={112} />}
      {!towns && reading.error && <Calm title={t('map.failed')} alert />}
      {towns && (
        <>
          <Schematic towns={towns} ground={ground.data} />
          <Table towns={towns} />
        </>
      )}
    </section>
  );
}

const isLack = ({ requests, supply }: Town): boolean => requests > 0 && supply === 0;
const WIDE = 760;
const HIGH = 460;

function Schematic({ towns, ground }: { towns: readonly Town[]; ground: GapGroundQuery | undefined }) {
  const textOf = useText();
  if (!ground) return null;
  const { west, south, east, north } = ground.region.frame;
  const at = (longitude: number, latitude: number) =>
    [((longitude - west) / (east - west)) * WIDE, ((north - latitude) / (north - south)) * HIGH] as const;
  const course = (points: readonly (readonly number[])[]) => points.map(([x, y]) => at(x!, y!).join(' ')).join('L'); // pairs
  // requests and services are of two measures: each is drawn by its own most
  const most = { requests: Math.max(1, ...towns.map(one => one.requests)), supply: Math.max(1, ...towns.map(one => one.supply)) };
  const placed = apart(
    towns.flatMap(town => {
      const place = ground.territories.find(({ code }) => code === town.territory.code);
      if (!place) return [];
      const [x, y] = at(place.longitude, place.latitude);
      return [{ town, x, y }];
    }),
    { wide: WIDE, high: HIGH },
  );
  return (
    <svg className={css.map} viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden>
      {schematicLand.features.map(({ geometry }, n) => (
        <path key={n} className={css.land} d={`M${course(geometry.coordinates[0]!)}Z`} />
      ))}
      {schematicRoads.features.map(({ geometry }, n) => (
        <path key={n} className={css.road} d={`M${course(geometry.coordinates)}`} />
      ))}
      {placed.map(({ town, x, y }) => {
        return (
          <g key={town.territory.code} transform={`translate(${x} ${y})`} data-lack={isLack(town) || undefined}>
            <Bar x={-15} value={town.requests} most={most.requests} of="requests" />
            <Bar x={1} value={town.supply} most={most.supply} of="supply" />
            <text y={14} className={css.town}>
              {textOf(town.territory.name)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const TALL = 34;

function Bar({ x, value, most, of }: { x: number; value: number; most: number; of: 'requests' | 'supply' }) {
  const high = value === 0 ? 1 : Math.max(3, (value / most) * TALL);
  return (
    <>
      <rect x={x} y={-high} width={14} height={high} rx={1} data-of={of} />
      <text x={x + 7} y={-high - 4} className={css.figure}>
        {value}
      </text>
    </>
  );
}

/** The same, to be read. */
function Table({ towns }: { towns: readonly Town[] }) {
  const { t } = useWords();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('map.town')}</th>
          <th scope="col">{t('map.requestsShort')}</th>
          <th scope="col">{t('map.supplyShort')}</th>
        </tr>
      </thead>
      <tbody>
        {towns
          .filter(({ requests, supply }) => requests > 0 || supply > 0)
          .map(town => (
            <tr key={town.territory.code} data-lack={isLack(town) || undefined}>
              <th scope="row">
                <Localized of={town.territory.name} />
              </th>
              <td>{town.requests}</td>
              <td>
                {town.supply}
                {isLack(town) && <b>{t('map.none')}</b>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
