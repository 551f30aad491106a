import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { LocalizedText } from '#libs/schema';
import { KnownWords } from '../hsds/known-words.ts';
import { operator } from '../operator.ts';
import { type Boundary, type BoundaryFault, boundaryFrom } from './boundary.ts';
import { type Feature, featuresOf } from './boundary-file.ts';
import { isDrawnWhereItLies } from './is-drawn-where-it-lies.ts';

const PLACES = 2_000;

export interface BoundariesImported {
  readonly drawn: readonly { readonly code: string; readonly name: LocalizedText; readonly changed: boolean }[];
  /** What the file draws and we have no territory for, as it names it. */
  readonly unmatched: readonly string[];
  readonly problems: readonly {
    readonly feature: number;
    readonly name: string;
    readonly code: BoundaryFault | 'BOUNDARY_TWICE' | 'BOUNDARY_ELSEWHERE';
  }[];
  /** Territories that no file has drawn yet. */
  readonly without: readonly LocalizedText[];
  /** How many places lie in another territory than was thought. */
  readonly moved: number;
}

interface Place {
  readonly id: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly city: string | null;
  readonly territory: string | null;
}

/** Gives territories their boundaries, and places the territories that these say. Twice the same changes nothing. */
@Injectable()
export class ImportBoundaries {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async run(path: string, property?: string): Promise<BoundariesImported> {
    const { boundaries, unmatched, problems } = sorted(await featuresOf(path, property), await KnownWords.from(this.db.manager));
    const changed = await this.unitOfWork.run(async tx => {
      await tx.lock('directory', 'import');
      const codes = await write(tx, boundaries);
      for (const code of codes) await this.audit.record(tx, operator, { act: 'boundary:import', subject: code });
      return codes;
    });
    const territories = await this.db.query<{ code: string; name: LocalizedText; drawn: boolean }[]>(
      `select code, jsonb_build_object('fr', name_fr, 'en', name_en) as name, boundary is not null as drawn from directory.territory order by code`,
    );
    return {
      drawn: territories.filter(({ code }) => boundaries.has(code)).map(({ code, name }) => ({ code, name, changed: changed.has(code) })),
      unmatched,
      problems,
      without: territories.filter(({ drawn }) => !drawn).map(({ name }) => name),
      moved: await this.placeAnew(),
    };
  }

  private async placeAnew(): Promise<number> {
    const words = await KnownWords.from(this.db.manager);
    let [moved, after, more] = [0, '00000000-0000-0000-0000-000000000000', true];
    while (more)
      await this.unitOfWork.run(async tx => {
        await tx.lock('directory', 'import');
        const places = await tx.manager.query<Place[]>(somePlaces, [after, PLACES]);
        const rows = places
          .map(place => ({
            ...place,
            found: words.territoryStill(place.territory, place.city ? [place.city] : [], place.latitude, place.longitude),
          }))
          .filter(({ territory, found }) => territory !== found)
          .map(({ id, found }) => ({ id, territory_code: found }));
        await tx.manager.query(movePlaces, [JSON.stringify(rows)]);
        moved += rows.length;
        more = places.length === PLACES;
        after = places.at(-1)?.id ?? after;
      });
    return moved;
  }
}

function sorted(features: readonly Feature[], words: KnownWords) {
  const boundaries = new Map<string, Boundary>();
  const unmatched: string[] = [];
  const problems: BoundariesImported['problems'][number][] = [];
  for (const [place, { geometry, names }] of features.entries()) {
    const name = names.at(-1) ?? '';
    const code = names.map(each => words.territoryNamed(each)).find(found => found !== null);
    const boundary = boundaryFrom(geometry);
    const isOurs = code && (typeof boundary === 'string' || isDrawnWhereItLies(boundary, code, words.territories));
    const isMeant = names.some(each => each === code); // by our own code, which no other place has
    if (!isOurs && isMeant) problems.push({ feature: place + 1, name, code: 'BOUNDARY_ELSEWHERE' });
    else if (!isOurs) unmatched.push(name || String(place + 1));
    else if (typeof boundary === 'string') problems.push({ feature: place + 1, name, code: boundary });
    else if (boundaries.has(code)) problems.push({ feature: place + 1, name, code: 'BOUNDARY_TWICE' });
    else boundaries.set(code, boundary);
  }
  return { boundaries, unmatched, problems };
}

async function write(tx: Transaction, boundaries: ReadonlyMap<string, Boundary>): Promise<Set<string>> {
  const rows = [...boundaries].map(([code, boundary]) => ({ code, boundary }));
  const [changed] = await tx.manager.query<[{ code: string }[], number]>(
    `update directory.territory was set boundary = given.boundary
     from jsonb_to_recordset($1::jsonb) as given (code text, boundary jsonb)
     where was.code = given.code and was.boundary is distinct from given.boundary returning was.code`,
    [JSON.stringify(rows)],
  );
  return new Set(changed.map(({ code }) => code));
}

const somePlaces = `
  select id, latitude, longitude, city, territory_code as territory from directory.location
  where id > $1 and latitude is not null order by id limit $2`;

const movePlaces = `
  update directory.location was set territory_code = given.territory_code
  from jsonb_to_recordset($1::jsonb) as given (id uuid, territory_code text)
  where was.id = given.id`;
