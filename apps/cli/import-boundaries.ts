import { resolve } from 'node:path';
import { ImportBoundaries, UnreadableSource } from '#libs/directory';
import { writeReport } from './report-file.ts';
import { inRooms } from './rooms.ts';
import { spoken, tell, warn } from './spoken.ts';

const SHOWN = 20;
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

/** `import boundaries PATH`: answers the exit code. */
export async function importBoundaries(path: string, { property, report }: { property?: string; report?: string }): Promise<number> {
  try {
    const from = fromHere(path);
    const { drawn, unmatched, problems, without, moved } = await inRooms(rooms => rooms.get(ImportBoundaries).run(from, property));
    const refused = problems.map(({ feature, name, code }) => [feature, name, spoken(code)]);
    const unknown = unmatched.map(name => [null, name, spoken('CLI_BOUNDARY_UNKNOWN')]);
    if (report) await writeReport(fromHere(report), spoken('CLI_BOUNDARY_HEADER').split('|'), [...refused, ...unknown]);
    for (const { code, name, changed } of drawn)
      tell(changed ? 'CLI_BOUNDARY_DRAWN' : 'CLI_BOUNDARY_SAME', { code, name: name.fr ?? code });
    tell('CLI_BOUNDARY_PLACES', { count: moved });
    if (unmatched.length > 0) tell('CLI_BOUNDARY_UNMATCHED', { count: unmatched.length, names: some(unmatched) });
    if (without.length > 0) tell('CLI_BOUNDARY_WITHOUT', { names: some(without.map(({ fr }) => fr ?? '')) });
    for (const { feature, name, code } of problems) warn('CLI_BOUNDARY_REFUSED', { feature, name, reason: spoken(code) });
    if (drawn.length === 0) warn('CLI_BOUNDARY_NONE');
    return problems.length === 0 && drawn.length > 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    warn(error.code, error.params);
    return 1;
  }
}

const some = (names: readonly string[]) => [...names.slice(0, SHOWN), ...(names.length > SHOWN ? ['…'] : [])].join(', ');
