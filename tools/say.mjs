// What a person reads while things start: French, or English where the system speaks it. On stderr: stdout is for answers.

const english = /^en/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** Something that a person can mend; its message is all that is said. */
export class Stop extends Error {}

export const words = (french, inEnglish) => (english ? inEnglish : french);

export function say(french, inEnglish) {
  process.stderr.write(`${words(french, inEnglish)}\n`);
}

export function refuse(french, inEnglish) {
  throw new Stop(words(french, inEnglish));
}

/** What ended a command, in one line, and the exit code for it. */
export function tell(error) {
  const text = inOneLine(error);
  if (text) process.stderr.write(`${text}\n`);
  return error.exitCode ?? 1;
}

/** An error in one line; never a stack, unless FANAL_DEBUG asks for it. */
export function inOneLine(error) {
  if (error instanceof Stop) return error.message;
  if (process.env.FANAL_DEBUG) return error.stack;
  const where = error.path ?? error.dest ?? error.spawnargs?.[0] ?? '';
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return words(`Plus de place sur le disque${where && ` : ${where}`}.`, `No space left on the disk${where && `: ${where}`}.`);
    case 'EROFS':
      return words(`En lecture seule : ${where}`, `Read-only: ${where}`);
    case 'EACCES':
    case 'EPERM':
      return words(`Cet utilisateur n’a pas le droit d’écrire ici : ${where}`, `This user may not write here: ${where}`);
    case 'ENOENT':
    case 'ENOTDIR':
      return words(`Impossible de créer ou de lire ${where}`, `Cannot make or read ${where}`);
    default:
      return error.message.split('\n')[0];
  }
}
