// Run by start.mjs before it makes anything: a wrong setting stops the start in one line, with nothing written.
import { SettingError, settingsFrom } from '../libs/platform/settings/settings.ts';

try {
  settingsFrom(process.env);
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
