import { addWords } from './words.ts';
import en from './crisis.en.json';
import fr from './crisis.fr.json';

declare module './words.ts' {
  interface Words {
    crisis: typeof fr;
  }
}

/** What a phase, its exercise and its emergency are called, everywhere. */
export const crisisWords = addWords('crisis', { fr, en });
