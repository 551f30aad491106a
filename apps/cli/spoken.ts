import type { Language, RefusalParams } from '#libs/kernel';
import { addWords, say } from '#libs/platform';
import en from './words.en.json' with { type: 'json' };
import fr from './words.fr.json' with { type: 'json' };

addWords({ fr, en });

/** As tools/say.mjs: French, or English where the system speaks it. */
export const language: Language = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'en' : 'fr';

export const spoken = (code: string, params?: RefusalParams): string => say(language, code, params);

/** What was done: the answer of the command. */
export const tell = (code: string, params?: RefusalParams): void => void process.stdout.write(`${spoken(code, params)}\n`);

/** What was not, and how it goes on: beside the answer. */
export const warn = (code: string, params?: RefusalParams): void => void process.stderr.write(`${spoken(code, params)}\n`);
