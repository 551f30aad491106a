// `npm run fanal -- …`: what an operator does beside the hub. What was done goes to stdout, what was refused to stderr.
import 'reflect-metadata';
import { Command, Option } from 'commander';
import { DatabaseNotReady, migrate, SettingError, settingsFrom } from '#libs/platform';
import { importHsds } from './import-hsds.ts';
import { spoken, tell } from './spoken.ts';

const cli = new Command('fanal').description(spoken('CLI_FANAL')).showHelpAfterError();
const into = (code: number) => void (process.exitCode = code);

cli
  .command('migrate')
  .description(spoken('CLI_MIGRATE'))
  .action(async () => {
    const ran: string[] = [];
    await migrate(settingsFrom(process.env).databaseUrl, name => ran.push(name));
    tell('CLI_MIGRATED', { count: ran.length });
  });

const imports = cli.command('import').description(spoken('CLI_IMPORT'));
imports
  .command('hsds <path>')
  .description(spoken('CLI_IMPORT_HSDS'))
  .option('--report <path>', spoken('CLI_REPORT'))
  .addOption(new Option('--language <language>', spoken('CLI_LANGUAGE')).choices(['fr', 'en']).default('fr'))
  .option('--source <name>', spoken('CLI_SOURCE'), 'hsds')
  .action(async (path, options) => into(await importHsds(path, options)));

try {
  await cli.parseAsync();
} catch (error) {
  process.exitCode = 1;
  const known = error instanceof SettingError || error instanceof DatabaseNotReady;
  console.error(known || !process.env.FANAL_DEBUG ? (error as Error).message.split('\n')[0] : error);
}
process.exit();
