import { stat } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import type { Language } from '#libs/kernel';
import { Audit, freshStatistics, type Transaction, UnitOfWork } from '#libs/platform';
import { operator } from '../operator.ts';
import { OpeningBook } from '../hours/opening-book.ts';
import { existing } from './bulk-write.ts';
import { csvSource } from './csv-source.ts';
import { folderFiles } from './folder-files.ts';
import { GatheredChildren } from './gathered-children.ts';
import { HsdsReading, type Known } from './hsds-reading.ts';
import { type HsdsSource, type Table, UnreadableSource } from './hsds-source.ts';
import { ImportCounts } from './import-counts.ts';
import { type Problem, problem, type Report } from './import-problem.ts';
import { jsonRows, jsonSource } from './json-source.ts';
import { KnownWords } from './known-words.ts';
import { LocationWriter, OrganizationWriter, type RecordWriter } from './record-writer.ts';
import { ServiceWriter } from './service-writer.ts';
import { zipFiles } from './zip-files.ts';

const BATCH = 500;

export interface ImportAsked {
  /** The language of the file's own texts. */
  readonly language?: Language;
  /** Ids that are no UUIDs are unique within a source. */
  readonly source?: string;
  /** Told after each batch: how many rows were read, of which kind of record the last were. */
  readonly onProgress?: (rows: number, table: Table) => void;
}

export interface Imported {
  readonly counts: ImportCounts;
  readonly problems: readonly Problem[];
  /** Called temporarily closed by the source; what is said of their status is for the room above. */
  readonly suspended: readonly string[];
  /** Files or fields that are there and are not read yet. */
  readonly unread: readonly string[];
  /** Terms that are no category of ours. */
  readonly otherTerms: readonly string[];
}

/** Takes an HSDS 3 directory in: its good rows, batch by batch, and an account of the others. Twice the same changes nothing. */
@Injectable()
export class ImportHsds {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(OpeningBook) private readonly openings: OpeningBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  /** From a datapackage's folder, a zip of it, or one JSON. */
  async run(path: string, asked: ImportAsked = {}): Promise<Imported> {
    const imported = await this.take(report => sourceAt(path, report), asked);
    if (!imported.counts.isNothing) await freshStatistics(this.db.manager, ['directory']);
    return imported;
  }

  /** The same of a JSON that is in memory already. */
  async runOn(document: unknown, name: string, asked: ImportAsked = {}): Promise<Imported> {
    return this.take(report => Promise.resolve(jsonRows(document, name, report)), asked);
  }

  private async take(open: (report: Report) => Promise<HsdsSource>, asked: ImportAsked): Promise<Imported> {
    const reading = await HsdsReading.of(open, asked.source ?? 'hsds', asked.language ?? 'fr');
    try {
      return { ...(await this.takeAll(reading, asked)), problems: reading.problems, unread: reading.source.unread };
    } finally {
      await reading.source.close();
    }
  }

  private async takeAll(reading: HsdsReading, asked: ImportAsked) {
    const words = await KnownWords.from(this.db.manager);
    const children = await new GatheredChildren(reading).gather(words);
    const all = { reading, children, words, openings: this.openings };
    const counts = new ImportCounts();
    const postal = new Set<string>();
    const services = new ServiceWriter(all, postal);
    const organizations = new OrganizationWriter(all);
    const steps: [Table, RecordWriter, (batch: Known[]) => Known[] | Promise<Known[]>][] = [
      ['organization', organizations, batch => batch],
      ['location', new LocationWriter(all), batch => batch.filter(known => isPlace(known, postal))],
      ['service', services, batch => this.withOrganization(reading, batch)],
    ];
    for (const [table, writer, choose] of steps)
      for await (const batch of batches(reading.rows(table))) {
        await this.store(reading, table, writer, await choose(batch), counts);
        asked.onProgress?.(reading.read, table);
      }
    await this.unitOfWork.run(async tx => {
      for (const subject of await organizations.writeRelays(tx))
        await this.audit.record(tx, operator, { act: 'organization:relay', subject });
    });
    children.reportLeft();
    return { counts, suspended: [...services.suspended], otherTerms: [...children.otherTerms] };
  }

  /** A service goes in with its organization, or not at all. */
  private async withOrganization(reading: HsdsReading, batch: Known[]): Promise<Known[]> {
    const of = ({ row }: Known) => reading.idOf('organization', row.organization_id);
    const there = await existing(this.db.manager, 'organization', batch.map(of));
    return batch.filter(known => {
      if (there.has(of(known))) return true;
      reading.reportMissing(known.at, 'organization', of(known), 'organization_id', known.row.organization_id);
      reading.refuse('service', known.id);
      return false;
    });
  }

  /** What the database refuses in a batch, it refuses of one row: the others go in without it. */
  private async store(
    reading: HsdsReading,
    table: Table,
    writer: RecordWriter,
    batch: readonly Known[],
    counts: ImportCounts,
  ): Promise<void> {
    if (batch.length === 0) return;
    const done = new ImportCounts();
    try {
      await reading.attempt(() =>
        this.unitOfWork.run(async (tx: Transaction) => {
          await tx.lock('directory', 'import');
          await writer.write(tx, batch, done);
          if (!done.isNothing)
            await this.audit.record(tx, operator, { act: 'directory:import', subject: reading.id, facts: factsOf(reading, table, done) });
        }),
      );
      for (const { id } of batch) reading.keep(table, id);
      counts.merge(done);
    } catch (error) {
      if (!isAboutData(error)) throw error;
      const half = batch.length >> 1;
      if (half > 0) for (const part of [batch.slice(0, half), batch.slice(half)]) await this.store(reading, table, writer, part, counts);
      else {
        reading.report(problem(batch[0]!.at, 'IMPORT_REFUSED_BY_DATABASE', { params: { reason: error.message.slice(0, 200) } }));
        reading.refuse(table, batch[0]!.id);
      }
    }
  }
}

async function sourceAt(path: string, report: Report): Promise<HsdsSource> {
  const what = await stat(path).catch(() => null);
  if (!what) throw new UnreadableSource('SOURCE_NOT_FOUND', { file: path });
  if (what.isDirectory()) return csvSource(await folderFiles(path), report);
  if (/\.zip$/i.test(path)) return csvSource(await zipFiles(path), report);
  return jsonSource(path, report);
}

/** How many rows this batch made, changed or removed; the import's own id ties its batches together. */
const factsOf = ({ sourceName }: HsdsReading, table: Table, { total }: ImportCounts) => ({ source: sourceName, table, ...total });

function isPlace({ id, row }: Known, postal: Set<string>): boolean {
  if (row.location_type === 'postal') postal.add(id);
  return row.location_type !== 'postal';
}

/** Classes 22 and 23 of SQLSTATE: the data, not the database. */
const isAboutData = (error: unknown): error is QueryFailedError =>
  error instanceof QueryFailedError && /^2[23]/.test((error.driverError as { code?: string }).code ?? '');

async function* batches<T>(rows: AsyncIterable<T>): AsyncGenerator<T[], void> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
