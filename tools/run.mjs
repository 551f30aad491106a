// Runs one of our TypeScript files on Node 24, from any Node 20: `node tools/run.mjs FILE …`. Says nothing on stdout: that is the file's.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, makeFolder, node, TYPESCRIPT } from './fresh.mjs';
import { openDatabase } from './postgres.mjs';
import { ending, interrupt, onStop, throwIfInterrupted } from './processes.mjs';
import { tell } from './say.mjs';
import { readSettingsFile } from './settings-file.mjs';

const [file, ...args] = process.argv.slice(2);
let child;

onStop(signal => {
  interrupt(signal);
  if (signal !== 'SIGINT' || !process.stdin.isTTY) child?.kill(signal); // a terminal has told the child itself
});

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = tell(error);
}
process.exit();

async function main() {
  const script = resolve(file);
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  readSettingsFile();
  await install();
  const database = needsDatabase() ? await openOurs() : undefined;
  try {
    throwIfInterrupted();
    child = spawn(node(), [...TYPESCRIPT, script, ...args], {
      env: { ...process.env, ...(database && { DATABASE_URL: database.url, FANAL_EMBEDDED: '1' }) },
      stdio: 'inherit',
    });
    return await ending(child);
  } finally {
    await database?.close();
  }
}

/** The command line works on the hub's database: on the running one, or else on one that runs as long as the command. */
function needsDatabase() {
  const help = args.length === 0 || args.some(arg => ['help', '--help', '-h', '--version'].includes(arg));
  return /(^|\/)apps\/cli\//.test(file) && !process.env.DATABASE_URL && !help;
}

function openOurs() {
  const data = resolve(process.env.FANAL_DATA || '.fanal');
  makeFolder(data);
  return openDatabase(data);
}
