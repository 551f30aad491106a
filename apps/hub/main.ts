import { DatabaseNotReady, Health, migrate, openLog, SettingError, settingsFrom } from '#libs/platform';
import { loadDemoIfEmpty } from '../../demo/index.ts';
import { say } from '../../tools/say.mjs';
import { type RunningHub, startHub } from './start-hub.ts';

/** The two ends of a hub: from settings to an address, and from a signal to nothing left. */
async function main(): Promise<void> {
  const inTerminal = process.stderr.isTTY ? 'warn' : 'info'; // a person reads one line, a collector all of them
  const settings = settingsFrom({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || inTerminal });
  const log = openLog(settings.logLevel);
  process.on('unhandledRejection', error =>
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'nobody caught this'),
  );

  const stop = listenForSignals();
  await migrate(settings.databaseUrl, name => log.info({ migration: name }, 'migrated'));
  const hub = await startHub(settings, { log, preparing: settings.demo });
  stop.whenAsked(hub);
  if (settings.demo) await loadDemoIfEmpty(hub.app);
  hub.app.get(Health).preparing = false;
  console.log(`Fanal: ${hub.url}`);
  if (settings.demo) welcome(hub.url, !settings.smtpUrl);
}

/** On stderr: stdout holds the address alone. */
function welcome(url: string, mailbox: boolean): void {
  say('Démonstration : tout est inventé. Entrez d’un clic :', 'A demonstration: all of it is invented. Sign in with one click:');
  say(`  ${url}/sign-in`, `  ${url}/sign-in`);
  if (mailbox) say(`Les courriels arrivent à ${url}/mailbox`, `Mail arrives at ${url}/mailbox`);
  say('Ctrl-C arrête tout; les données restent.', 'Ctrl-C stops everything; the data stay.');
}

/** A signal that comes while the hub starts ends it as soon as it has. A second one does not wait. */
function listenForSignals() {
  let running: RunningHub | undefined;
  let asked = false;
  const finish = () => running?.close().then(() => process.exit(0), failed);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (asked) process.exit(1);
      asked = true;
      void finish();
    });
  const whenAsked = (hub: RunningHub) => {
    running = hub;
    if (asked) void finish();
  };
  return { whenAsked };
}

/** What an operator can mend is said in one line; the rest with its stack. */
function failed(error: Error & { code?: string }): never {
  const { code, message, stack } = error;
  if (error instanceof SettingError || error instanceof DatabaseNotReady) console.error(message);
  else if (code === 'EADDRINUSE' || code === 'EACCES') console.error(`Fanal cannot listen there: ${message}`);
  else if (code !== undefined) console.error(`The database at DATABASE_URL cannot be used: ${message || code}`);
  else console.error(stack);
  process.exit(1);
}

main().catch(failed);
