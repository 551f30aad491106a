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

/** One of what is usually counted; nothing for a word of their own. */
export const oneOf = (unit: string, language: string): string | undefined =>
  Object.values((language === 'en' ? en : fr).capacity.units).find(({ many }) => many === unit)?.one;
