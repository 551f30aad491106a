// `npm run fanal -- …`: what an operator does beside the hub. What was done goes to stdout, what was refused to stderr.
import 'reflect-metadata';
import { Command, InvalidArgumentError, Option } from 'commander';
import { roles } from '#libs/identity';
import { Refusal } from '#libs/kernel';
import { DatabaseNotReady, migrate, SettingError, settingsFrom, verifyAudit } from '#libs/platform';
import { createAccount, createToken, duration, endMembership } from './accounts.ts';
import { demoLoad, demoReload } from './demo.ts';
import { importBoundaries } from './import-boundaries.ts';
import { importHsds } from './import-hsds.ts';
import { importNeeds } from './import-needs.ts';
import { rotateKeys } from './keys.ts';
import { spoken, tell, warn } from './spoken.ts';

const cli = new Command('fanal').description(spoken('CLI_FANAL')).showHelpAfterError();
const languages = () => new Option('--language <language>', spoken('CLI_LANGUAGE')).choices(['fr', 'en']).default('fr');

cli
  .command('migrate')
  .description(spoken('CLI_MIGRATE'))
  .action(async () => {
    const ran: string[] = [];
    await migrate(settingsFrom(process.env).databaseUrl, name => ran.push(name));
    tell('CLI_MIGRATED', { count: ran.length });
  });

const importing = cli.command('import').description(spoken('CLI_IMPORT'));

importing
  .command('hsds <path>')
  .description(spoken('CLI_IMPORT_HSDS'))
  .option('--report <path>', spoken('CLI_REPORT'))
  .addOption(languages())
  .option('--source <name>', spoken('CLI_SOURCE'), 'hsds')
  .action(async (path, options) => void (process.exitCode = await importHsds(path, options)));

importing
  .command('boundaries <path>')
  .description(spoken('CLI_IMPORT_BOUNDARIES'))
  .option('--property <name>', spoken('CLI_BOUNDARY_PROPERTY'))
  .option('--report <path>', spoken('CLI_REPORT'))
  .action(async (path, options) => void (process.exitCode = await importBoundaries(path, options)));

importing
  .command('needs <path>')
  .description(spoken('CLI_IMPORT_NEEDS'))
  .option('--report <path>', spoken('CLI_REPORT'))
  .action(async (path, options) => void (process.exitCode = await importNeeds(path, options)));

cli
  .command('token')
  .description(spoken('CLI_TOKEN'))
  .command('create')
  .description(spoken('CLI_TOKEN_CREATE'))
  .requiredOption('--account <e-mail>', spoken('CLI_EMAIL'))
  .option('--ttl <duration>', spoken('CLI_TTL'), duration, duration('1h'))
  .option('--name <name>', spoken('CLI_TOKEN_NAME'), 'fanal token create')
  .action(createToken);

cli
  .command('account')
  .description(spoken('CLI_ACCOUNT'))
  .command('create')
  .description(spoken('CLI_ACCOUNT_CREATE'))
  .requiredOption('--email <e-mail>', spoken('CLI_EMAIL'))
  .requiredOption('--name <name>', spoken('CLI_NAME'))
  .addOption(languages())
  .option('--organization <id>', spoken('CLI_ORGANIZATION'))
  .addOption(new Option('--role <role>', spoken('CLI_ROLE')).choices(roles))
  .option('--territories <codes>', spoken('CLI_TERRITORIES'), (codes: string) => codes.split(','), [])
  .action(async options => {
    if (Boolean(options.organization) !== Boolean(options.role)) throw new InvalidArgumentError(spoken('CLI_BOTH_OR_NEITHER'));
    await createAccount(options);
  });

cli
  .command('membership')
  .description(spoken('CLI_MEMBERSHIP'))
  .command('end <id>')
  .description(spoken('CLI_MEMBERSHIP_END'))
  .action(endMembership);

cli.command('keys').description(spoken('CLI_KEYS')).command('rotate').description(spoken('CLI_KEYS_ROTATE')).action(rotateKeys);

const demo = cli.command('demo').description(spoken('CLI_DEMO'));

demo
  .command('load')
  .description(spoken('CLI_DEMO_LOAD'))
  .option('--services <count>', spoken('CLI_DEMO_SERVICES'), wholeNumber, 400)
  .option('--needs <count>', spoken('CLI_DEMO_NEEDS'), wholeNumber, 0)
  .action(demoLoad);

demo.command('reload').description(spoken('CLI_DEMO_RELOAD')).action(demoReload);

cli
  .command('audit')
  .description(spoken('CLI_AUDIT'))
  .command('verify')
  .description(spoken('CLI_AUDIT_VERIFY'))
  .action(async () => {
    const { entries, firstBad } = await verifyAudit(settingsFrom(process.env).databaseUrl);
    if (firstBad === null) return tell('CLI_AUDIT_SOUND', { entries });
    warn('CLI_AUDIT_BROKEN', { entries, firstBad });
    process.exitCode = 1;
  });

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('0 … 999999');
  return Number(text);
}

/** What the operator can mend is said in one line. */
function inOneLine(error: unknown): string {
  if (error instanceof Refusal) return spoken(error.code, error.params);
  if (error instanceof SettingError || error instanceof DatabaseNotReady || error instanceof InvalidArgumentError) return error.message;
  const { stack, message } = error as Error;
  return process.env.FANAL_DEBUG ? String(stack) : message.split('\n')[0]!;
}

try {
  await cli.parseAsync();
} catch (error) {
  process.exitCode = 1;
  console.error(inOneLine(error));
}
process.exit();
