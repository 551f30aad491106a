import { writeFile } from 'node:fs/promises';

const MARK = '\ufeff'; // by which Excel in French knows UTF-8

/** A table as CSV, quoted; a cell that a spreadsheet would run as a formula is defused. */
export async function writeReport(
  path: string,
  header: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  const cell = (value: string | number | null) => {
    const text = String(value ?? '');
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  await writeFile(path, MARK + [header, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join(''));
}
