import type { Transaction } from '#libs/platform';
import type { OpeningBook } from '../hours/opening-book.ts';
import { change, type Columns, upsert, type Values } from './bulk-write.ts';
import type { GatheredChildren, PhoneOwner } from './gathered-children.ts';
import type { HsdsReading, Known } from './hsds-reading.ts';
import type { Counted, ImportCounts } from './import-counts.ts';
import type { KnownWords } from './known-words.ts';
import { confidentiality, confidentialTypes, inTwo, otherLanguage, provenance } from './record-values.ts';
import { writeSchedules } from './schedule-writer.ts';

const texts = (...names: string[]) => Object.fromEntries(names.flatMap(name => [`${name}_fr`, `${name}_en`]).map(name => [name, 'text']));
const from = { source: 'text', source_id: 'text', assured_at: 'date' };
const ADDRESS = ['address_1', 'address_2', 'city', 'state_province', 'postal_code'];

/** What the writing of every kind of record stands on. */
export interface Import {
  readonly reading: HsdsReading;
  readonly children: GatheredChildren;
  readonly words: KnownWords;
  readonly openings: OpeningBook;
}

/** Writes a batch of records and what is told of them, in the transaction it is given. */
export abstract class RecordWriter {
  constructor(protected readonly all: Import) {}

  abstract write(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void>;

  /** The record itself, then what only some sources say of it. */
  protected async record(
    tx: Transaction,
    columns: Columns & { table: Counted },
    rows: readonly Values[],
    said: readonly { types: Record<string, string>; rows: readonly Values[] }[],
    counts: ImportCounts,
  ): Promise<void> {
    const { created, changed } = await upsert(tx.manager, columns, rows);
    const touched = new Set(changed);
    for (const { types, rows: some } of said)
      for (const id of await change(tx.manager, columns.table, types, some)) if (!created.has(id)) touched.add(id);
    counts.add(columns.table, rows.length, { created, changed: touched });
  }

  /** The phones of these owners become those of the source, if it speaks of phones; one that was refused stays as it was. */
  protected async phones(tx: Transaction, owner: PhoneOwner, ids: readonly string[], counts: ImportCounts): Promise<void> {
    const { reading, children } = this.all;
    if (!reading.source.has('phone')) return;
    const phones = ids.flatMap(id => children.phones[owner].of(id).map((phone, position) => ({ ...phone, owner: id, position })));
    const [, removed] = await tx.manager.query<[unknown, number]>(
      `delete from directory.phone where ${owner}_id = any($1) and not id = any($2)`,
      [ids, [...phones.map(({ id }) => id), ...reading.refusedOf('phone')]],
    );
    const rows = phones.map(({ id, row, owner: parent, position }) => ({
      id,
      [`${owner}_id`]: parent,
      number: row.number,
      extension: row.extension ?? null,
      ...inTwo(row, 'description', 'description', reading.language),
      position,
    }));
    const parents = { organization_id: 'uuid', service_id: 'uuid', location_id: 'uuid', service_at_location_id: 'uuid' };
    const types = { id: 'uuid', ...parents, number: 'text', extension: 'text', ...texts('description'), position: 'int' };
    await this.record(
      tx,
      { table: 'phone', types, kept: otherLanguage(reading.language, 'description') },
      rows,
      [
        {
          types: { confidential: 'boolean' },
          rows: phones.filter(({ row }) => row.confidential !== undefined).map(({ id, row }) => ({ id, confidential: row.confidential })),
        },
      ],
      counts,
    );
    counts.add('phone', 0, { created: new Set(), changed: new Set() }, removed);
  }
}

export class OrganizationWriter extends RecordWriter {
  async write(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void> {
    const { sourceName, language } = this.all.reading;
    const rows = batch.map(known => ({
      id: known.id,
      ...inTwo(known.row, 'name', 'name', language),
      ...inTwo(known.row, 'description', 'description', language),
      email: known.row.email ?? null,
      url: known.row.website ?? null,
      ...provenance(sourceName, known),
    }));
    const types = { id: 'uuid', ...texts('name', 'description'), email: 'text', url: 'text', ...from };
    const kind = batch.filter(({ row }) => row.kind !== undefined).map(({ id, row }) => ({ id, kind: row.kind }));
    await this.record(
      tx,
      { table: 'organization', types, once: ['source', 'source_id'], kept: otherLanguage(language, 'name', 'description'), dated: true },
      rows,
      [
        { types: { kind: 'text' }, rows: kind },
        { types: confidentialTypes, rows: confidentiality(batch) },
      ],
      counts,
    );
    await this.phones(
      tx,
      'organization',
      batch.map(({ id }) => id),
      counts,
    );
  }
}

export class LocationWriter extends RecordWriter {
  async write(tx: Transaction, batch: readonly Known[], counts: ImportCounts): Promise<void> {
    const { sourceName, language, source } = this.all.reading;
    const types = { id: 'uuid', ...texts('name'), ...Object.fromEntries(ADDRESS.map(name => [name, 'text'])), country: 'text' };
    const place = { latitude: 'double precision', longitude: 'double precision', territory_code: 'text' };
    const kept = [...otherLanguage(language, 'name'), ...(source.has('address') ? [] : [...ADDRESS, 'territory_code'])];
    await this.record(
      tx,
      {
        table: 'location',
        types: { ...types, ...place, ...from },
        once: ['source', 'source_id'],
        kept,
        otherwise: { country: `'CA'` },
        dated: true,
      },
      batch.map(known => ({ ...this.place(known), ...inTwo(known.row, 'name', 'name', language), ...provenance(sourceName, known) })),
      [{ types: confidentialTypes, rows: confidentiality(batch) }],
      counts,
    );
    const ids = batch.map(({ id }) => id);
    await this.phones(tx, 'location', ids, counts);
    await writeSchedules(tx, this.all, 'location', ids, counts);
    if (source.has('schedule')) await this.all.openings.recountAt(tx, ids);
  }

  private place({ id, row }: Known) {
    const address = this.all.children.addresses.get(id);
    const { latitude, longitude } = row as { latitude?: number; longitude?: number }; // checked
    const text = (name: string) => address?.[name] as string | undefined; // checked
    return {
      id,
      ...Object.fromEntries(ADDRESS.map(name => [name, text(name) ?? null])),
      country: text('country') ?? null,
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      territory_code: this.all.words.territoryAt([text('region'), text('city')], latitude, longitude),
    };
  }
}
