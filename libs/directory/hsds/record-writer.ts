import type { Transaction } from '#libs/platform';
import type { OpeningBook } from '../hours/opening-book.ts';
import { change, type Columns, existing, upsert, type Values } from './bulk-write.ts';
import type { ContactOwner, GatheredChildren, PhoneOwner } from './gathered-children.ts';
import type { HsdsReading, Known } from './hsds-reading.ts';
import type { Counted, ImportCounts } from './import-counts.ts';
import type { Place } from './import-problem.ts';
import type { KnownWords } from './known-words.ts';
import { confidentiality, confidentialTypes, inTwo, otherLanguage, provenance, speaking } from './record-values.ts';
import { writeSchedules } from './schedule-writer.ts';

const parents = { organization_id: 'uuid', service_id: 'uuid', location_id: 'uuid', service_at_location_id: 'uuid' };
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
    const types = {
      id: 'uuid',
      ...parents,
      contact_id: 'uuid',
      number: 'text',
      extension: 'text',
      ...texts('description'),
      position: 'int',
    };
    await this.record(
      tx,
      { table: 'phone', types, kept: otherLanguage(reading.language, 'description') },
      rows,
      [{ types: { confidential: 'boolean' }, rows: speaking(phones, 'confidential') }],
      counts,
    );
    counts.add('phone', 0, { created: new Set(), changed: new Set() }, removed);
  }

  /** The same of their contacts, with the phones of those. */
  protected async contacts(tx: Transaction, owner: ContactOwner, ids: readonly string[], counts: ImportCounts): Promise<void> {
    const { reading, children } = this.all;
    if (!reading.source.has('contact')) return;
    const contacts = ids.flatMap(id => children.contacts[owner].of(id).map((contact, position) => ({ ...contact, owner: id, position })));
    const gone = `select id from directory.contact where ${owner}_id = any($1) and not id = any($2)`;
    const kept = [ids, [...contacts.map(({ id }) => id), ...reading.refusedOf('contact')]];
    await tx.manager.query(`delete from directory.phone where contact_id in (${gone})`, kept);
    const [, removed] = await tx.manager.query<[unknown, number]>(`delete from directory.contact where id in (${gone})`, kept);
    const rows = contacts.map(({ id, row, owner: parent, position }) => ({
      ...{ id, [`${owner}_id`]: parent, name: row.name ?? null, email: row.email ?? null, position },
      ...inTwo(row, 'title', 'title', reading.language),
      ...inTwo(row, 'department', 'department', reading.language),
    }));
    const types = { id: 'uuid', ...parents, name: 'text', ...texts('title', 'department'), email: 'text', position: 'int' };
    const other = otherLanguage(reading.language, 'title', 'department');
    const said = [{ types: { confidential: 'boolean' }, rows: speaking(contacts, 'confidential') }];
    await this.record(tx, { table: 'contact', types, kept: other }, rows, said, counts);
    counts.add('contact', 0, { created: new Set(), changed: new Set() }, removed);
    const held = rows.map(({ id }) => id);
    for (const id of held) reading.keep('contact', id);
    await this.phones(tx, 'contact', held, counts);
  }
}

export class OrganizationWriter extends RecordWriter {
  private readonly relays: { id: string; at: Place; named: unknown; to: string }[] = [];

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
    await this.record(
      tx,
      { table: 'organization', types, once: ['source', 'source_id'], kept: otherLanguage(language, 'name', 'description'), dated: true },
      rows,
      [
        { types: { kind: 'text' }, rows: speaking(batch, 'kind') },
        { types: { preferred_channel: 'text' }, rows: speaking(batch, 'preferred_channel') },
        { types: { best_hour: 'time' }, rows: speaking(batch, 'best_hour') },
        { types: confidentialTypes, rows: confidentiality(batch) },
      ],
      counts,
    );
    const ids = batch.map(({ id }) => id);
    await this.phones(tx, 'organization', ids, counts);
    await this.contacts(tx, 'organization', ids, counts);
    for (const { id, at, row } of batch)
      if (row.relay_organization_id)
        this.relays.push({
          id,
          at,
          named: row.relay_organization_id,
          to: this.all.reading.idOf('organization', row.relay_organization_id),
        });
  }

  /** Once all are there: one may speak for another that the source names before it. */
  async writeRelays(tx: Transaction): Promise<string[]> {
    const { reading } = this.all;
    const there = await existing(
      tx.manager,
      'organization',
      this.relays.map(({ to }) => to),
    );
    for (const { at, to, named } of this.relays)
      if (!there.has(to)) reading.reportMissing(at, 'organization', to, 'relay_organization_id', named);
    const rows = this.relays.filter(({ id, to }) => there.has(to) && id !== to).map(({ id, to }) => ({ id, relay_organization_id: to }));
    return change(tx.manager, 'organization', { relay_organization_id: 'uuid' }, rows);
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
    await this.contacts(tx, 'location', ids, counts);
    await writeSchedules(tx, this.all, 'location', ids, counts);
    await this.accessibility(tx, ids, counts);
    if (source.has('schedule')) await this.all.openings.recountAt(tx, ids);
  }

  private async accessibility(tx: Transaction, ids: readonly string[], counts: ImportCounts): Promise<void> {
    const { reading, children } = this.all;
    if (!reading.source.has('accessibility')) return;
    const rows = ids.flatMap(id =>
      children.accessibility.of(id).map(said => ({
        ...{ id: said.id, location_id: id, url: said.row.url ?? null },
        ...inTwo(said.row, 'description', 'description', reading.language),
        ...inTwo(said.row, 'details', 'details', reading.language),
      })),
    );
    const [, removed] = await tx.manager.query<[unknown, number]>(
      'delete from directory.accessibility where location_id = any($1) and not id = any($2)',
      [ids, [...rows.map(({ id }) => id), ...reading.refusedOf('accessibility')]],
    );
    const types = { id: 'uuid', location_id: 'uuid', ...texts('description', 'details'), url: 'text' };
    const kept = otherLanguage(reading.language, 'description', 'details');
    counts.add('accessibility', rows.length, await upsert(tx.manager, { table: 'accessibility', types, kept }, rows), removed);
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
