import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { type Place, problem, type Report } from './import-problem.ts';

const LONGEST_RECORD = 1_000_000; // bytes
const MOST_LINES = 500; // of one record
const [NEW_LINE, QUOTE] = [0x0a, 0x22];

interface Line {
  readonly number: number;
  readonly bytes: Buffer;
}

export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * The records of a CSV file with the lines they begin at. A record that cannot be read is reported, and reading goes on at the
 * line after the one it began at: an unclosed quote costs one row, not the rest of the file.
 */
export async function* csvRecords(bytes: AsyncIterable<Buffer>, file: string, report: Report): AsyncGenerator<CsvRecord, void> {
  const lines = new LineBuffer(bytes);
  let columns = 0;
  let delimiter = ',';
  for (let first = await lines.next(); first; first = await lines.next()) {
    const at = { file, line: first.number };
    if (columns === 0) {
      first = { ...first, bytes: withoutMark(first.bytes) };
      delimiter = delimiterOf(first.bytes);
    }
    if (first.bytes.every(byte => byte <= 0x20)) continue;
    const more = await lines.closing(first);
    if (more === null) {
      report(problem(at, first.bytes.length > LONGEST_RECORD ? 'IMPORT_ROW_TOO_LONG' : 'IMPORT_BROKEN_QUOTES'));
      continue;
    }
    const fields = fieldsOf(Buffer.concat([first, ...more].map(line => line.bytes)), delimiter, at, report);
    if (fields && (columns === 0 || fields.length === columns)) {
      lines.drop(more.length);
      columns ||= fields.length;
      yield { line: first.number, fields };
    } else if (fields) report(problem(at, 'IMPORT_WRONG_COLUMN_COUNT', { params: { expected: columns, found: fields.length } }));
  }
}

function fieldsOf(bytes: Buffer, delimiter: string, at: Place, report: Report): string[] | null {
  const sound = isUtf8(bytes);
  const text = bytes.toString(sound ? 'utf8' : 'latin1').replace(/\r?\n$/, '');
  try {
    const fields = text.includes('"') ? (parse(text, { delimiter, relax_column_count: true })[0] ?? []) : text.split(delimiter);
    if (sound) return fields;
    const broken = fields.findIndex(field => !isUtf8(Buffer.from(field, 'latin1')));
    report(problem(at, 'IMPORT_NOT_UTF8', { column: String(broken + 1) }));
  } catch {
    report(problem(at, 'IMPORT_BROKEN_QUOTES'));
  }
  return null;
}

/** Excel writes `;` where the comma is for decimals. */
function delimiterOf(header: Buffer): string {
  const text = header.toString('latin1');
  const count = (delimiter: string) => text.split(delimiter).length;
  return [',', ';', '\t'].reduce((most, delimiter) => (count(delimiter) > count(most) ? delimiter : most));
}

const withoutMark = (bytes: Buffer) => (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? bytes.subarray(3) : bytes);

/** Lines with their ends, some of them read ahead. */
class LineBuffer {
  private readonly ahead: Line[] = [];
  private readonly chunks: AsyncIterator<Buffer>;
  private rest = Buffer.alloc(0);
  private searched = 0;
  private ended = false;
  private count = 0;

  constructor(bytes: AsyncIterable<Buffer>) {
    this.chunks = bytes[Symbol.asyncIterator]();
  }

  async next(): Promise<Line | null> {
    return this.ahead.shift() ?? this.read();
  }

  drop(lines: number): void {
    this.ahead.splice(0, lines);
  }

  /** The lines after this one that its quotes reach over; null where they never close. They stay ahead until dropped. */
  async closing(first: Line): Promise<Line[] | null> {
    let [quotes, size] = [quotesIn(first.bytes), first.bytes.length];
    for (let lines = 0; ; lines += 1) {
      if (size > LONGEST_RECORD) return null;
      if (quotes % 2 === 0) return this.ahead.slice(0, lines);
      if (lines === MOST_LINES) return null;
      const line = this.ahead[lines] ?? (await this.readAhead());
      if (!line) return null;
      quotes += quotesIn(line.bytes);
      size += line.bytes.length;
    }
  }

  private async readAhead(): Promise<Line | null> {
    const line = await this.read();
    if (line) this.ahead.push(line);
    return line;
  }

  private async read(): Promise<Line | null> {
    for (;;) {
      const end = this.rest.indexOf(NEW_LINE, this.searched);
      if (end >= 0) return this.take(end + 1);
      this.searched = this.rest.length;
      if (this.ended) return this.rest.length > 0 ? this.take(this.rest.length) : null;
      const { value, done } = await this.chunks.next();
      if (done) this.ended = true;
      else this.keep(value);
    }
  }

  /** Of a line beyond all measure only the beginning: it is refused anyway. */
  private keep(chunk: Buffer): void {
    const tooLong = this.rest.length > 2 * LONGEST_RECORD;
    const end = chunk.indexOf(NEW_LINE);
    if (!tooLong) this.rest = Buffer.concat([this.rest, chunk]);
    else if (end >= 0) {
      this.rest = Buffer.concat([this.rest, chunk.subarray(end)]);
      this.searched = 0;
    }
  }

  private take(length: number): Line {
    const bytes = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.searched = 0;
    return { number: (this.count += 1), bytes };
  }
}

function quotesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) count += 1;
  return count;
}
