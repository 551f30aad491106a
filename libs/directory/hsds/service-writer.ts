import type { Transaction } from '#libs/platform';
import { type Boundary, boundaryFrom } from '../territories/boundary.ts';
import { existing, upsert } from './bulk-write.ts';
import type { HsdsReading, Known } from './hsds-reading.ts';
import type { ImportCounts } from './import-counts.ts';
import { problem } from './import-problem.ts';
import { confidentiality, confidentialTypes, inTwo, otherLanguage, provenance, speaking } from './record-values.ts';
import { type Import, RecordWriter } from './record-writer.ts';
import { writeSchedules } from './schedule-writer.ts';

const TEXTS = [
  ['name', 'name'],
  ['alternate_name', 'alternate_name'],
  ['description', 'description'],
  ['eligibility_description', 'eligibility'],
  ['fees_description', 'fees'],
] as const;

const types = {
  id: 'uuid',
  organization_id: 'uuid',
  ...Object.fromEntries(TEXTS.flatMap(([, column]) => [`${column}_fr`, `${column}_en`]).map(name => [name, 'text'])),
  listing: 'text',
  email: 'text',
  url: 'text',
  source: 'text',
  source_id: 'text',
  assured_at: 'date',
};

/** What of a service refers to something else, with the id that it refers to. */
interface Reference {
  readonly known: Known;
  readonly to: string;
}

export class ServiceWriter extends RecordWriter {
  /** Services that the source calls temporarily closed: a word of status, which a room above says. */
  readonly suspended = new Set<string>();

  constructor(
    all: Import,
    /** Places that are only where mail goes. */
    private readonly postal: ReadonlySet<string>,
  ) {
    super(all);
  }

  async write(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void> {
    const { reading, children } = this.all;
    const { sourceName, language, source } = reading;
    const rows = batch.map(known => ({
      id: known.id,
      organization_id: reading.idOf('organization', known.row.organization_id),
      ...Object.assign({}, ...TEXTS.map(([name, column]) => inTwo(known.row, name, column, language))),
      listing: ['inactive', 'defunct'].includes(String(known.row.status)) ? 'UNLISTED' : 'LISTED',
      email: known.row.email ?? null,
      url: known.row.url ?? null,
      ...provenance(sourceName, known),
    }));
    const kept = [...otherLanguage(language, ...TEXTS.map(([, column]) => column))];
    const access = batch
      .filter(({ row }) => row.access !== undefined)
      .map(({ id, row }) => ({ id, access: String(row.access).split(/[,;| ]+/) }));
    const spoken = source.has('language') ? batch.map(({ id }) => ({ id, languages: [...(children.languages.get(id) ?? [])] })) : [];
    await this.record(
      tx,
      { table: 'service', types, once: ['source', 'source_id'], kept, dated: true },
      rows,
      [
        { types: { languages: 'text[]' }, rows: spoken },
        { types: { access: 'text[]' }, rows: access },
        { types: confidentialTypes, rows: confidentiality(batch) },
        { types: { holiday_rule: 'text' }, rows: speaking(batch, 'holiday_rule') },
        { types: { time_zone: 'text' }, rows: speaking(batch, 'time_zone') },
      ],
      counts,
    );
    await this.categories(tx, batch);
    await this.places(tx, batch, counts);
    const ids = batch.map(({ id }) => id);
    await this.phones(tx, 'service', ids, counts);
    await this.contacts(tx, 'service', ids, counts);
    await writeSchedules(tx, this.all, 'service', ids, counts);
    await this.areas(tx, batch, counts);
    await this.all.openings.recount(tx, ids);
    for (const { id, row } of batch) if (row.status === 'temporarily closed') this.suspended.add(id);
  }

  private async categories(tx: Transaction, batch: readonly Known[]): Promise<void> {
    const { reading, children } = this.all;
    if (!reading.source.has('attribute')) return;
    const rows = batch.flatMap(({ id }) => [...(children.categories.get(id) ?? [])].map(category => ({ service_id: id, category })));
    const given = `jsonb_to_recordset($1::jsonb) as given (service_id uuid, category text)`;
    await tx.manager.query(
      `delete from directory.service_category was where service_id = any($2)
       and not exists (select from ${given} where given.service_id = was.service_id and given.category = was.category)`,
      [JSON.stringify(rows), batch.map(({ id }) => id)],
    );
    await tx.manager.query(`insert into directory.service_category select * from ${given} on conflict do nothing`, [JSON.stringify(rows)]);
  }

  /** The places of these services become those of the source. Another id for the same place is a new place of the service, the old one goes. */
  private async places(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void> {
    const { reading, children } = this.all;
    if (!reading.source.has('service_at_location')) return;
    const services = batch.map(({ id }) => id);
    const told = services.flatMap(id =>
      children.heldAt.of(id).map(known => ({ known, to: reading.idOf('location', known.row.location_id), service: id })),
    );
    const there = await existing(
      tx.manager,
      'location',
      told.map(({ to }) => to),
    );
    const held = told.filter(({ known, to }) => this.holds(there, known, to)).filter(once(reading));
    const kept = [...held.map(({ known }) => known.id), ...reading.refusedOf('service_at_location')];
    const gone = `select id from directory.service_at_location where service_id = any($1) and not id = any($2)`;
    await tx.manager.query(
      `delete from directory.phone where contact_id in (select id from directory.contact where service_at_location_id in (${gone}))`,
      [services, kept],
    );
    for (const told of ['phone', 'schedule', 'contact'])
      await tx.manager.query(`delete from directory.${told} where service_at_location_id in (${gone})`, [services, kept]);
    const [, removed] = await tx.manager.query<[unknown, number]>(`delete from directory.service_at_location where id in (${gone})`, [
      services,
      kept,
    ]);
    const rows = held.map(({ known, to, service }) => ({ id: known.id, service_id: service, location_id: to }));
    const types = { id: 'uuid', service_id: 'uuid', location_id: 'uuid' };
    for (const { id } of rows) reading.keep('service_at_location', id);
    counts.add('service_at_location', rows.length, await upsert(tx.manager, { table: 'service_at_location', types }, rows), removed);
    const ids = rows.map(({ id }) => id);
    await this.phones(tx, 'service_at_location', ids, counts);
    await this.contacts(tx, 'service_at_location', ids, counts);
    await writeSchedules(tx, this.all, 'service_at_location', ids, counts);
  }

  private holds(there: ReadonlySet<string>, { at, row }: Known, to: string): boolean {
    if (there.has(to)) return true;
    if (!this.postal.has(to)) this.all.reading.reportMissing(at, 'location', to, 'location_id', row.location_id);
    return false;
  }

  private async areas(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void> {
    const { reading, children, words } = this.all;
    if (!reading.source.has('service_area')) return;
    const areas = batch.flatMap(({ id }) => children.areas.of(id).map(area => ({ ...area, service: id })));
    const rows = areas
      .map(({ at, id, row, service }) => {
        const territory =
          words.territoryNamed(String(row.name ?? '')) ?? (row.extent_type ? null : words.territoryNamed(String(row.extent ?? '')));
        const { name = null, extent = null, extent_type = null } = row;
        const geometry = this.geometry(at, row);
        return { id, service_id: service, territory_code: territory, name, extent, extent_type, geometry };
      })
      .filter(({ territory_code, name, extent }) => territory_code ?? name ?? extent);
    const [, removed] = await tx.manager.query<[unknown, number]>(
      'delete from directory.service_area where service_id = any($1) and not id = any($2)',
      [batch.map(({ id }) => id), [...rows.map(({ id }) => id), ...reading.refusedOf('service_area')]],
    );
    const types = {
      id: 'uuid',
      service_id: 'uuid',
      territory_code: 'text',
      name: 'text',
      extent: 'text',
      extent_type: 'text',
      geometry: 'jsonb',
    };
    counts.add('service_area', rows.length, await upsert(tx.manager, { table: 'service_area', types }, rows), removed);
  }

  /** An area of its own, where the source draws one; one that is badly drawn is left out and said. */
  private geometry(at: Known['at'], { extent, extent_type }: Known['row']): Boundary | null {
    if (!extent || String(extent_type).toLowerCase() !== 'geojson') return null;
    const boundary = boundaryIn(String(extent));
    if (!boundary) this.all.reading.report(problem(at, 'IMPORT_NOT_A_BOUNDARY', { column: 'extent', left: 'value' }));
    return boundary;
  }
}

/** A service is at a place once. */
function once(reading: HsdsReading): (held: Reference & { service: string }) => boolean {
  const seen = new Set<string>();
  return ({ known, to, service }) => {
    const isFirst = !seen.has(`${service} ${to}`);
    if (!isFirst) reading.report(problem(known.at, 'IMPORT_TWICE_THE_SAME', { column: 'location_id' }));
    seen.add(`${service} ${to}`);
    return isFirst;
  };
}

function boundaryIn(text: string): Boundary | null {
  try {
    const { type, geometry, ...rest } = (JSON.parse(text) ?? {}) as { type?: unknown; geometry?: unknown };
    const boundary = boundaryFrom(type === 'Feature' ? geometry : { type, ...rest });
    return typeof boundary === 'string' ? null : boundary;
  } catch {
    return null;
  }
}
