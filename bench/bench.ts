// `npm run bench -- live`: one file per claim; each prints ratios of what was measured in one run.
import { existsSync } from 'node:fs';

const name = process.argv[2] ?? '';
const file = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || name === 'bench' || !existsSync(file)) {
  console.error('npm run bench -- desk | live | list | search | tiles | outreach  [how many services: 6000, or up to 200000]  [rounds]');
  process.exit(1);
}
await import(file.href);
