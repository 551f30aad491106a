import { type Language, UserInputError } from '#libs/kernel';
import type { ServiceFilter, ServiceSort, ServiceState } from '#libs/schema';

export interface ExportAsked {
  readonly filter: ServiceFilter;
  readonly sort: ServiceSort | null;
  readonly language: Language | null;
}

const states: readonly string[] = ['OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED', 'UNKNOWN'] satisfies ServiceState[];
const sorts: readonly string[] = ['NAME', 'RELEVANCE', 'DISTANCE'] satisfies ServiceSort[];
const isState = (each: string): each is ServiceState => states.includes(each);
const isSort = (each: string): each is ServiceSort => sorts.includes(each);

/** The filter of a list as its address bar says it: lists with commas, points as latitude,longitude. What is not understood is refused. */
export function exportAsked(query: Record<string, unknown>): ExportAsked {
  const filter: ServiceFilter = {};
  let sort: ServiceSort | null = null;
  for (const [name, given] of Object.entries(query)) {
    if (typeof given !== 'string' || given.includes('\0') || given.length > 20_000)
      throw new UserInputError(`${name.slice(0, 40)} is said once, as text.`);
    if (name === 'sort' && isSort(given)) sort = given;
    else if (name in readers) Object.assign(filter, { [name]: readers[name]!(given) });
    else if (name !== 'lang') throw new UserInputError(`${name.slice(0, 40)} is not understood.`);
  }
  const { lang } = query;
  return { filter, sort, language: lang === 'fr' || lang === 'en' ? lang : null };
}

const list = (given: string): string[] => given.split(',').filter(each => each !== '');

function numbers(given: string, least: number, most = least): number[] {
  const read = given.split(',').map(Number);
  if (read.length < least || read.length > most || !read.every(Number.isFinite))
    throw new UserInputError('A point is written as numbers with commas.');
  return read;
}

const readers: Record<string, (given: string) => unknown> = {
  text: given => given,
  territory: given => given,
  crisisId: given => given,
  categories: list,
  languages: list,
  organizations: list,
  states(given) {
    const read = list(given);
    if (!read.every(isState)) throw new UserInputError('states are OPEN, LIMITED, FULL, SUSPENDED, RELOCATED, CLOSED, UNKNOWN.');
    return read;
  },
  toConfirm(given) {
    if (!['0', '1', 'false', 'true'].includes(given)) throw new UserInputError('toConfirm is 1 or 0.');
    return given === '1' || given === 'true';
  },
  openAt(given) {
    const at = new Date(given);
    if (Number.isNaN(at.getTime())) throw new UserInputError('openAt is an instant.');
    return at;
  },
  near(given) {
    const [latitude, longitude, withinKm = 5] = numbers(given, 2, 3);
    return { latitude, longitude, withinKm };
  },
  serving(given) {
    const [latitude, longitude] = numbers(given, 2);
    return { latitude, longitude };
  },
  bbox(given) {
    const [west, south, east, north] = numbers(given, 4);
    return { west, south, east, north };
  },
};
