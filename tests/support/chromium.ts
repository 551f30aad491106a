import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { chromiumFolder } from '../../tools/chromium.mjs';

/** Not the package's own flags: those switch off the web security that our tests are to see. */
const FLAGS = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage'];

/** The browser that `npm test` unpacked, with its own libraries and fonts; WebGL works. */
export function launchBrowser({ args = [], env, ...options }: LaunchOptions = {}): Promise<Browser> {
  const folder = chromiumFolder();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...FLAGS, ...args],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts'), ...env },
    ...options,
  });
}
