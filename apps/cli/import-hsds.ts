import { resolve } from 'node:path';
import { type Imported, type ImportProblem, ImportHsds, UnreadableSource } from '#libs/directory';
import type { Language } from '#libs/kernel';
import { writeReport } from './report-file.ts';
import { inRooms } from './rooms.ts';
import { spoken, tell, warn } from './spoken.ts';

const SHOWN = 50;
/** What the demonstration calls its own records: they are taken away when it is loaded anew. */
const DEMONSTRATION = 'demo';
const PROGRESS_EVERY = 5_000;

interface Options {
  report?: string;
  language: Language;
  source: string;
}

/** npm runs us in the project's folder; paths are meant from where it was called. */
const fromHere = (path: string) => resolve(process.env.INIT_CWD ?? '.', path);

/** `import hsds PATH`: answers the exit code. */
export async function importHsds(path: string, { report, language, source }: Options): Promise<number> {
  if (source === DEMONSTRATION) {
    warn('CLI_SOURCE_TAKEN', { source });
    return 1;
  }
  try {
    const imported = await inRooms(rooms => rooms.get(ImportHsds).run(fromHere(path), { language, source, onProgress: progress() }));
    if (report) await writeReport(fromHere(report), spoken('CLI_REPORT_HEADER').split('|'), imported.problems.map(asRow));
    account(imported, report);
    return imported.problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    warn(error.code, error.params);
    return 1;
  }
}

function progress(): (rows: number) => void {
  let said = 0;
  return rows => {
    if (rows - said < PROGRESS_EVERY) return;
    said = rows;
    warn('CLI_IMPORT_PROGRESS', { rows });
  };
}

function account({ counts, problems, suspended, unread, otherTerms }: Imported, report?: string): void {
  for (const [kind, { created, changed, unchanged, removed }] of Object.entries(counts.of))
    if (created + changed + unchanged + removed > 0)
      tell('CLI_IMPORT_COUNT', { kind: spoken(`CLI_KIND_${kind.toUpperCase()}`), created, changed, unchanged, removed });
  if (counts.isNothing) tell('CLI_IMPORT_NOTHING');
  if (suspended.length > 0) tell('CLI_IMPORT_SUSPENDED', { count: suspended.length });
  if (otherTerms.length > 0) tell('CLI_IMPORT_OTHER_TERMS', { count: otherTerms.length, terms: otherTerms.slice(0, 5).join(', ') });
  if (unread.length > 0) tell('CLI_IMPORT_UNREAD', { names: unread.slice(0, 20).join(', ') });

  for (const problem of problems.slice(0, SHOWN)) process.stderr.write(`${asLine(problem)}\n`);
  if (problems.length > SHOWN) warn(report ? 'CLI_IMPORT_MORE' : 'CLI_IMPORT_MORE_UNSEEN', { count: problems.length - SHOWN });
  const rows = problems.filter(({ left }) => left === 'row').length;
  if (problems.length > 0) warn('CLI_IMPORT_REFUSED', { rows, values: problems.length - rows });
}

const where = ({ file, line, path }: ImportProblem) => (line === null ? `${file} ${path ?? ''}`.trim() : `${file}:${line}`);
const what = ({ left }: ImportProblem) => spoken(left === 'row' ? 'CLI_LEFT_ROW' : 'CLI_LEFT_VALUE');
const asLine = (problem: ImportProblem) =>
  [where(problem), problem.column, `${spoken(problem.code, problem.params)} ${what(problem)}`].filter(Boolean).join('  ');
const asRow = (problem: ImportProblem) => [
  problem.file,
  problem.line ?? problem.path ?? '',
  problem.column,
  what(problem),
  spoken(problem.code, problem.params),
];
