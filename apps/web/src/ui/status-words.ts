import { addWords } from './words.ts';
import en from './status.en.json';
import fr from './status.fr.json';

declare module './words.ts' {
  interface Words {
    status: typeof fr;
  }
}

/** What a state, its age and its source are called, everywhere. */
export const statusWords = addWords('status', { fr, en });
