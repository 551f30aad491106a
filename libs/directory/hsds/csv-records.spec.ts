import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type CsvRecord, csvRecords } from './csv-records.ts';
import type { Problem } from './import-problem.ts';

async function read(text: string | Buffer, chunk = 7): Promise<{ records: CsvRecord[]; problems: Problem[] }> {
  const [records, problems]: [CsvRecord[], Problem[]] = [[], []];
  const bytes = Buffer.from(text as string);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  for await (const record of csvRecords(pieces(), 'f.csv', each => problems.push(each))) records.push(record);
  return { records, problems };
}
const lines = ({ records }: { records: CsvRecord[] }) => records.map(({ line, fields }) => `${line}:${fields.join('|')}`);
const said = ({ problems }: { problems: Problem[] }) => problems.map(({ line, code }) => `${line}:${code}`);

test('a record says the line it begins at, over line breaks, empty lines, a byte order mark', async () => {
  expect(lines(await read('\ufeffa,b\r\n1,"x\ny"\r\n\r\n2,é'))).toEqual(['1:a|b', '2:1|x\ny', '5:2|é']);
});

test('the separator of Excel in French is understood', async () => {
  expect(lines(await read('a;b,c;d\n1;2,5;3\n'))).toEqual(['1:a|b,c|d', '2:1|2,5|3']);
});

test.each([
  ['an unclosed quote', 'a,b\n1,"x\n2,y\n3,z\n', ['2:IMPORT_BROKEN_QUOTES'], ['1:a|b', '3:2|y', '4:3|z']],
  ['a stray quote', 'a,b\n1,"x"y\n2,y\n', ['2:IMPORT_BROKEN_QUOTES'], ['1:a|b', '3:2|y']],
  ['a column too many', 'a,b\n1,2,3\n4,5\n', ['2:IMPORT_WRONG_COLUMN_COUNT'], ['1:a|b', '3:4|5']],
  ['a column too few', 'a,b\n1\n4,5\n', ['2:IMPORT_WRONG_COLUMN_COUNT'], ['1:a|b', '3:4|5']],
])('%s costs one row', async (_, text, problems, records) => {
  const answer = await read(text);
  expect(said(answer)).toEqual(problems);
  expect(lines(answer)).toEqual(records);
});

test('a row that is not in UTF-8 is refused, and its column said', async () => {
  const answer = await read(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2,é\n')]));
  expect(answer.problems).toMatchObject([{ line: 2, code: 'IMPORT_NOT_UTF8', column: '2' }]);
  expect(lines(answer)).toEqual(['1:a|b', '3:2|é']);
});

test('a line without end is refused without being kept', async () => {
  const answer = await read(Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(9_000_000, 'x'), Buffer.from('\n2,y\n')]), 65_536);
  expect(said(answer)).toEqual(['2:IMPORT_ROW_TOO_LONG']);
  expect(lines(answer)).toEqual(['1:a|b', '3:2|y']);
});

test('what is written as CSV is read again, however it is cut into pieces', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', ';') });
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
  const written = (rows: [string, string][]) => rows.map(row => row.map(each => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n');
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, chunk) => {
      const { records, problems } = await read(`"x","y"\n${written(rows)}`, chunk);
      expect(problems).toEqual([]);
      expect(records.slice(1).map(({ fields }) => fields)).toEqual(rows);
    }),
  );
});
