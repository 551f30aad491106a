// The web app's files, in a folder named by what they were made of. Plain Node 20.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, digest, filesBelow, node } from './fresh.mjs';
import { alive, run } from './processes.mjs';
import { refuse, say } from './say.mjs';

const CONFIG = 'apps/web/vite.config.ts';
const KEPT = 2; // an older hub's pages, still open somewhere, ask for its files

/** Builds what is stale, beside the folder and then moved, so that it is whole or absent. Undefined while there is no web app. */
export async function buildWeb(parent) {
  if (!existsSync(CONFIG)) return undefined;
  mkdirSync(parent, { recursive: true });
  sweep(parent);
  const folder = join(parent, digest(...sources().flatMap(file => [file, readFileSync(file)])));
  if (!existsSync(folder)) {
    say('Construction des écrans…', 'Building the screens…');
    const making = `${folder}.new.${process.pid}`;
    try {
      const { code } = await run(node(), vite('--outDir', making, '--emptyOutDir', '--logLevel', 'warn'), environment());
      if (code !== 0)
        refuse(
          'Les écrans n’ont pas pu être construits ; vite dit pourquoi ci-dessus.',
          'The screens could not be built; vite says why above.',
        );
      if (!existsSync(folder)) renameSync(making, folder);
    } finally {
      rmSync(making, { recursive: true, force: true });
    }
  }
  const now = new Date();
  utimesSync(folder, now, now);
  keepNewest(parent);
  return folder;
}

/** For `npm run dev`: rebuilds on every change, until its end. */
export function watchWeb(folder) {
  return existsSync(CONFIG)
    ? [node(), vite('--outDir', folder, '--emptyOutDir', '--watch', '--logLevel', 'warn'), environment()]
    : undefined;
}

export const webCache = () => join(cacheFolder(), 'web');

function vite(...args) {
  return ['node_modules/vite/bin/vite.js', 'build', '--config', CONFIG, ...args];
}

function environment() {
  return { env: { ...process.env, NODE_ENV: 'production' } };
}

/** Its own files, every contract and word, and whole rooms that it imports from. */
function sources() {
  const files = new Set(['package-lock.json', ...filesBelow('apps/web')]);
  for (const file of filesBelow('libs')) if (/\.(graphql|json)$/.test(file)) files.add(file);
  for (const file of files) {
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, room] of readFileSync(file, 'utf8').matchAll(/['"](?:#libs|[./]+\/libs)\/([\w-]+)/g))
      filesBelow(join('libs', room)).forEach(each => files.add(each));
  }
  return [...files].filter(file => !/\.(spec|story)\.tsx?$/.test(file)).sort();
}

/** What a build that was killed left. */
function sweep(parent) {
  for (const name of readdirSync(parent)) {
    const [, builder] = name.split('.new.');
    if (builder && !alive(Number(builder))) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function keepNewest(parent) {
  const whole = readdirSync(parent).filter(name => /^[0-9a-f]{16}$/.test(name));
  const age = name => statSync(join(parent, name)).mtimeMs;
  const old = whole.sort((a, b) => age(b) - age(a)).slice(KEPT);
  for (const name of old) rmSync(join(parent, name), { recursive: true, force: true });
}
