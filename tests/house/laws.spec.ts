import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

let scratch: string;
/** The copy has none of its own, and one law asks how things were. */
const history = execFileSync('git', ['rev-parse', '--absolute-git-dir'], { encoding: 'utf8' }).trim();
const broken = new Map<string, string | null>();

/** A copy of the house in which laws are broken; its packages are ours. */
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'fanal-laws-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
    .split('\0')
    .filter(Boolean);
  for (const file of files) {
    mkdirSync(dirname(join(scratch, file)), { recursive: true });
    try {
      cpSync(file, join(scratch, file));
    } catch {
      // in the index and gone from the folder
    }
  }
  symlinkSync(resolve('node_modules'), join(scratch, 'node_modules'));
});

function mend(): void {
  for (const [file, before] of broken) {
    if (before === null) rmSync(join(scratch, file));
    else writeFileSync(join(scratch, file), before);
  }
  broken.clear();
}
afterEach(mend);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function change(file: string, edit: (text: string) => string): void {
  let before: string | null = null;
  try {
    before = readFileSync(join(scratch, file), 'utf8');
  } catch {
    // a new file
  }
  if (!broken.has(file)) broken.set(file, before);
  mkdirSync(dirname(join(scratch, file)), { recursive: true });
  const after = edit(before ?? '');
  if (after === before) throw new Error(`Nothing was changed in ${file}.`);
  writeFileSync(join(scratch, file), after);
}

function check(law: string): { status: number | null; said: string } {
  const args = ['-C', 'source', '--import', './tools/ts.mjs', 'tools/check/check.ts', law];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: scratch,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GIT_DIR: history },
  });
  return { status, said: stdout + stderr };
}

const add = (line: string) => (text: string) => `${line}\n${text}`;
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

/** How it is broken, the law, the file, the breach, and what the law says of it. */
const breaches: [string, string, string, (text: string) => string, string][] = [
  ['a lower room knows an upper one', 'rooms', 'libs/crises/crises.module.ts', add(`import '#libs/status';`), 'crises-looks-down'],
  [
    'a room is entered by the window',
    'rooms',
    'libs/finder/finder.module.ts',
    add(`import '../status/status-book.ts';`),
    'rooms-have-one-door',
  ],
  ['a room imports an app', 'rooms', 'libs/finder/finder.module.ts', add(`import '../../apps/hub/main.ts';`), 'nothing-imports-an-app'],
  ['two files go in a circle', 'rooms', 'libs/status/freshness.ts', add(`import './status-book.ts';`), 'no-circle'],
  ['a drawer for anything', 'rooms', 'libs/status/utils.ts', add('export const anything = 1;'), 'no-orphan-drawer'],
  [
    'a feature opens another',
    'rooms',
    'apps/web/src/features/live-list/index.ts',
    add(`import '../my-services/index.ts';`),
    'features-apart',
  ],
  ['what draws knows the hub', 'rooms', 'apps/web/src/ui/screen.tsx', add(`import '../hub/client.ts';`), 'ui-knows-nobody'],
  [
    'a word without English',
    'words',
    'libs/status/words.en.json',
    swap('"NOT_YOUR_SERVICE"', '"NOT_MY_SERVICE"'),
    'NOT_YOUR_SERVICE is missing in English',
  ],
  ['a word that nobody says', 'words', 'libs/status/words.fr.json', swap('{', '{ "NOBODY_SAYS": "Rien",'), 'nobody says NOBODY_SAYS'],
  [
    'a refusal without words',
    'words',
    'libs/status/status.refusals.ts',
    swap("'NOT_YOUR_SERVICE'", "'NOT_YOUR_SERVICE' | 'NEVER_WORDED'"),
    'NEVER_WORDED has no words',
  ],
  [
    'a promise of the contract is dropped',
    'contract',
    'libs/status/status.graphql',
    swap('goodUntil: DateTime\n  "As of', '"As of'),
    'ServiceStatus.goodUntil was removed',
  ],
  ['what is built stands as not built', 'contract', 'tests/house/not-yet.txt', add('Query.services was removed.'), 'Built, so no longer'],
  [
    'what is built is not built after all',
    'contract',
    'tests/house/not-yet.txt',
    add('ServiceStatus.freshness was removed.'),
    'only shrinks: ServiceStatus.freshness',
  ],
  [
    'a room reads another’s tables',
    'tables',
    'libs/finder/services.query.ts',
    add('export const sql = `select from status.report`;'),
    'status.report, which is status',
  ],
  [
    'an operation that does not say who may',
    'signatures',
    'libs/finder/finder.graphql',
    swap('service(id: ID!): Service @allow(permission: "service:read")', 'service(id: ID!): Service'),
    'Query.service carries neither',
  ],
  [
    'types made before the last change',
    'generated',
    'libs/finder/finder.graphql',
    swap('toConfirm: Boolean', 'toConfirm: Boolean anew: Boolean'),
    'is stale',
  ],
  ['a type that does not fit', 'types', 'libs/status/freshness.ts', add('export const never: string = 1;'), 'TS2322'],
  ['any without a reason', 'lint', 'libs/status/freshness.ts', add('export const anything = (value: any) => value;'), 'no-explicit-any'],
  ['a file of too many ideas', 'lint', 'libs/status/freshness.ts', text => text + '\n// more'.repeat(300), 'max-lines'],
  ['a line as nobody writes it', 'format', 'libs/status/freshness.ts', add('export   const   x=1'), 'freshness.ts'],
];

/** A law is read once, with all its breaches there: each is told by its own words, which no unbroken house hears (below). */
describe.each([...new Set(breaches.map(([, law]) => law))])('the law of %s', law => {
  const its = breaches.filter(([, one]) => one === law);
  let heard: ReturnType<typeof check>;
  beforeAll(() => {
    for (const [, , file, edit] of its) change(file, edit);
    heard = check(law);
    mend();
  }, 120_000);

  test.each(its)('the house refuses: %s', (_, __, ___, ____, complaint) => {
    expect(heard.said).toContain(complaint);
    expect(heard.status).toBe(1);
  });
});

test('the house refuses: an entity, a constraint or a role that is not as it was written down', () => {
  change('libs/identity/token.entity.ts', swap("@Column('text')", "@Column('text', { nullable: true })"));
  change('migrations/schema.txt', text => text.slice(text.indexOf('\n') + 1));
  change('libs/identity/roles.ts', text => text.replace(/('person:read': +\[) _/, '$1 R'));
  const { status, said } = check('database');
  expect(status).toBe(1);
  for (const law of ['tests/house/catalog.spec.ts', 'tests/house/schema-text.spec.ts', 'libs/identity/roles.spec.ts'])
    expect(said).toContain(`FAIL ${law}`);
}, 180_000);

test('and nothing else: unbroken, each of these laws holds', () => {
  for (const law of ['rooms', 'tables', 'words', 'signatures', 'contract', 'generated']) expect(check(law)).toMatchObject({ status: 0 });
}, 60_000);
