// The browser that npm brought, unpacked once for all workers; run on Node 24 by test.mjs. No system package is needed.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './fresh.mjs';
import { alive } from './processes.mjs';

const PACKAGE = 'node_modules/@sparticuz/chromium';

/** Where it is, once unpacked. */
export function chromiumFolder() {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  return join(cacheFolder(), `chromium-${version}`);
}

/** Beside its place and then moved, so that it is whole or absent. The package unpacks to the temporary folder of its first import. */
export async function unpackChromium() {
  const folder = chromiumFolder();
  if (existsSync(folder)) return;
  sweep(folder);
  const making = `${folder}.new.${process.pid}`;
  mkdirSync(making, { recursive: true });
  process.env.TMPDIR = making;
  try {
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    await inflate(join(PACKAGE, 'bin/al2023.tar.br')); // libraries that a slim system lacks (nss, nspr, expat)
    writeFileSync(join(making, 'fonts/fonts.conf'), fontsIn(join(folder, 'fonts')));
    if (!existsSync(folder)) renameSync(making, folder);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

/** The package's own file looks for its fonts in /tmp. */
function fontsIn(folder) {
  const path = folder.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${path}</dir>
  <cachedir>${path}/cache</cachedir>
</fontconfig>
`;
}

function sweep(folder) {
  for (const name of readdirSync(cacheFolder())) {
    const [, maker] = name.split('.new.');
    const old = name.startsWith('chromium-') && (maker ? !alive(Number(maker)) : join(cacheFolder(), name) !== folder);
    if (old) rmSync(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await unpackChromium();
