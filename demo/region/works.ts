import type { Theme, Work } from './work.ts';
import { care } from './works-of-care.ts';
import { people } from './works-of-people.ts';
import { places } from './works-of-places.ts';
import { rights } from './works-of-rights.ts';

export const works: Readonly<Record<Theme, readonly Work[]>> = { ...places, ...people, ...care, ...rights };
