import { createHash } from 'node:crypto';
import { idFromSource, type Language, newId } from '#libs/kernel';
import { checkRow, type Row } from './check-row.ts';
import type { HsdsSource, RawRow, Table } from './hsds-source.ts';
import { type Place, type Problem, problem, type Report } from './import-problem.ts';

/** A checked row, under our id. */
export interface Known {
  readonly at: Place;
  readonly id: string;
  readonly row: Row;
}

interface Seen {
  readonly at: Place;
  readonly digest: string;
  readonly copy: boolean;
}

/** Reads a source's rows: each checked, once per id, with what is wrong reported. Remembers which ids went in and which were refused. */
export class HsdsReading {
  readonly id = newId();
  source: HsdsSource;
  read = 0;
  readonly problems: Problem[] = [];
  private readonly refusedIds = new Set<string>();
  private readonly stored = new Set<string>();
  private readonly seen = new Map<string, Seen>();

  private constructor(
    readonly sourceName: string,
    readonly language: Language,
  ) {}

  static async of(open: (report: Report) => Promise<HsdsSource>, sourceName: string, language: Language): Promise<HsdsReading> {
    const reading = new HsdsReading(sourceName, language);
    reading.source = await open(reading.report);
    return reading;
  }

  readonly report = (said: Problem): void => void this.problems.push(said);

  /** What a failed attempt reported is said again by the next. */
  async attempt(work: () => Promise<void>): Promise<void> {
    const before = this.problems.length;
    await work().catch((error: unknown) => {
      this.problems.length = before;
      throw error;
    });
  }

  async *rows(table: Table): AsyncGenerator<Known, void> {
    for await (const raw of this.source.rows(table)) {
      this.read += 1;
      const row = checkRow(table, raw, this.report);
      const id = this.idOf(table, raw.values.id);
      if (!row) this.refuseUnlessSeen(table, id);
      else if (raw.values.id === undefined || this.isFirst(table, id, raw, row)) yield { at: raw.at, id, row };
    }
  }

  idOf(table: Table, id: unknown): string {
    return idFromSource(this.sourceName, table, String(id));
  }

  /** A row that was good by itself does not go in after all. */
  refuse(table: Table, id: string): void {
    this.refusedIds.add(`${table} ${id}`);
  }

  keep(table: Table, id: string): void {
    this.stored.add(`${table} ${id}`);
  }

  wentIn(table: Table, id: string): boolean {
    return this.stored.has(`${table} ${id}`);
  }

  /** A row refers to what is not there: never was, or was refused. */
  reportMissing(at: Place, table: Table, id: string, column: string, named: unknown): void {
    const code = this.refusedIds.has(`${table} ${id}`) ? 'IMPORT_REFUSED_REFERENCE' : 'IMPORT_UNKNOWN_REFERENCE';
    this.report(problem(at, code, { column, params: { id: String(named).slice(0, 80) } }));
  }

  refusedOf(table: Table): string[] {
    return [...this.refusedIds].filter(key => key.startsWith(`${table} `)).map(key => key.slice(table.length + 1));
  }

  private refuseUnlessSeen(table: Table, id: string): void {
    if (!this.seen.has(`${table} ${id}`)) this.refuse(table, id);
  }

  /** The same row again says nothing new; another one under the same id is refused. */
  private isFirst(table: Table, id: string, { at, copy = false }: RawRow, row: Row): boolean {
    const digest = createHash('sha1').update(JSON.stringify(row)).digest('base64');
    const first = this.seen.get(`${table} ${id}`);
    if (!first) {
      this.seen.set(`${table} ${id}`, { at, digest, copy });
      return true;
    }
    const shorter = copy && !first.copy; // the whole was said already
    if (!shorter && first.digest !== digest)
      this.report(
        problem(at, 'IMPORT_DUPLICATE_ID', {
          column: 'id',
          params: { id: row.id, first: first.at.path ?? `${first.at.file}:${first.at.line}` },
        }),
      );
    return false;
  }
}
