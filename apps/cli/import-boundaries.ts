import { resolve } from 'node:path';
import { ImportBoundaries, UnreadableSource } from '#libs/directory';
import { inRooms } from './rooms.ts';
import { spoken, tell, warn } from './spoken.ts';

const SHOWN = 20;

/** `import boundaries PATH`: answers the exit code. */
export async function importBoundaries(path: string, { property }: { property?: string }): Promise<number> {
  try {
    const from = resolve(process.env.INIT_CWD ?? '.', path);
    const { drawn, unmatched, problems, without, moved } = await inRooms(rooms => rooms.get(ImportBoundaries).run(from, property));
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
