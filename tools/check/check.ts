// `npm run check`: the laws of the house. `npm run check -- rooms words` runs those only; `-- code`, all but the database's, which are
// tests that `npm test` runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { contractFaults } from './contract.ts';
import { generatedFaults } from './generated.ts';
import { signatureFaults } from './signatures.ts';
import { tableFaults } from './tables.ts';
import { wordFaults } from './words.ts';

type Law = () => readonly string[] | Promise<readonly string[]>;

const tool = (path: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`node_modules/${path}`, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return status === 0 ? [] : [`${stdout}${stderr}`.trim()];
};

const roots = ['apps', 'demo', 'libs', 'migrations', 'tests', 'tools', 'bench'].filter(existsSync);

const laws: Record<string, Law> = {
  generated: generatedFaults,
  types: () => [
    ...tool('typescript/bin/tsc', '--noEmit'),
    ...(existsSync('apps/web/tsconfig.json') ? tool('typescript/bin/tsc', '--noEmit', '-p', 'apps/web') : []),
  ],
  rooms: () => tool('dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', ...roots),
  lint: () => tool('eslint/bin/eslint.js', '--max-warnings=0', '.'),
  format: () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'),
  tables: tableFaults,
  words: wordFaults,
  signatures: signatureFaults,
  contract: contractFaults,
};

const asked = process.argv.slice(2).flatMap(name => (name === 'code' ? Object.keys(laws) : [name]));
const unknown = asked.filter(name => !(name in laws) && name !== 'database');
if (unknown.length > 0) throw new Error(`No law is called ${unknown.join(', ')}; there are ${Object.keys(laws).join(', ')}, database.`);

let broken = 0;
for (const [name, law] of Object.entries(laws)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const begun = performance.now();
  const faults = await law();
  console.log(`${faults.length === 0 ? 'ok    ' : 'BROKEN'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  for (const fault of faults) console.log(fault.replace(/^/gm, '       '));
  if (faults.length > 0) broken += 1;
}
if (asked.length === 0 || asked.includes('database')) {
  console.log('       entities and catalog, schema.txt, signed operations, roles:');
  const { status } = spawnSync(
    'node',
    ['test.mjs', '(tests/house/(catalog|schema-text|permission)|libs/identity/roles|libs/platform/graphql/access)'],
    { stdio: 'inherit' },
  );
  if (status !== 0) broken += 1;
}
process.exit(broken === 0 ? 0 : 1);
