import { resolve } from 'node:path';
import { ImportNeeds, NeedsFileRefused } from '#libs/needs';
import { writeReport } from './report-file.ts';
import { inRooms } from './rooms.ts';
import { spoken, tell, warn } from './spoken.ts';

const SHOWN = 20;
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

/** `import needs PATH`: answers the exit code. */
export async function importNeeds(path: string, { report }: { report?: string }): Promise<number> {
  try {
    const from = fromHere(path);
    const { months, records, same, problems } = await inRooms(rooms => rooms.get(ImportNeeds).run(from));
    tell('CLI_NEEDS_IMPORTED', { months, records, same });
    const rows = problems.map(({ line, column, code, params }) => [line, column, spoken(code, params)]);
    if (report) await writeReport(fromHere(report), spoken('CLI_NEEDS_HEADER').split('|'), rows);
    for (const [line, column, reason] of rows.slice(0, SHOWN))
      warn('CLI_NEEDS_REFUSED', { line: Number(line), column: String(column ?? '—'), reason: String(reason) });
    if (rows.length > SHOWN) warn('CLI_NEEDS_MORE', { count: rows.length - SHOWN });
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NeedsFileRefused)) throw error;
    warn(error.code, error.params);
    return 1;
  }
}
