import { UserInputError } from '#libs/kernel';
import type { Bbox, ServiceFilter } from '#libs/schema';
import type { Params } from './params.ts';
import type { There } from './where-in-text.query.ts';
import type { Asked } from './words-asked.ts';

const NEAR_KM = 5;
const FARTHEST_KM = 20_000;
const DAY = 86_400_000;
const AHEAD = 55;

/** What is asked of the directory, by whom and when: every list, sum, map and file of one screen is made from one. */
export interface Selection {
  readonly filter: ServiceFilter;
  readonly now: Date;
  /** The organizations whose confidential records the caller may read; null for all. */
  readonly trusted: readonly string[] | null;
  /** What the text asks; null without a text. None: it says nothing that can be looked for. */
  readonly words: readonly Asked[] | null;
  /** The text as its words are looked for, where one was taken for another. */
  readonly corrected: string | null;
  readonly exact: string | null;
  /** Where the text says that it is looked for. */
  readonly there: There | null;
  readonly seesExercises: boolean;
  /** Those that are open then, at an instant for which no openings are kept; else null. */
  readonly openThen: readonly string[] | null;
}

/** Refuses what no place and no moment can be. */
export function checked(filter: ServiceFilter): ServiceFilter {
  for (const field of ['near', 'serving'] as const) if (filter[field]) onEarth(field, filter[field].latitude, filter[field].longitude);
  const km = filter.near?.withinKm ?? NEAR_KM;
  if (!(km > 0 && km <= FARTHEST_KM)) throw new UserInputError(`filter.near.withinKm is above 0, at most ${FARTHEST_KM}.`);
  if (filter.bbox) checkBox(filter.bbox);
  if (Number.isNaN(new Date(filter.openAt ?? 0).getTime())) throw new UserInputError('filter.openAt is no instant.');
  return filter;
}

/** Openings are kept from yesterday to eight weeks ahead; those of other times are counted when they are asked. */
export function areKept(openAt: Date | string, now: Date): boolean {
  const ahead = new Date(openAt).getTime() - now.getTime();
  return ahead >= -DAY && ahead <= AHEAD * DAY;
}

function onEarth(field: keyof ServiceFilter, latitude: number, longitude: number): void {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) throw new UserInputError(`filter.${field} is not on the Earth.`);
}

function checkBox({ west, south, east, north }: Bbox): void {
  onEarth('bbox', south, west);
  onEarth('bbox', north, east);
  if (west > east) throw new UserInputError('filter.bbox.west is east of filter.bbox.east.');
  if (south > north) throw new UserInputError('filter.bbox.south is north of filter.bbox.north.');
}

export const sql = {
  /** Whether the caller may see what is confidential of this row's organization. */
  trusted: (asked: Selection, params: Params, organization = 'service.organization_id') =>
    asked.trusted === null ? 'true' : `${organization} = any(${params.of(asked.trusted, 'uuid[]')})`,
  visible: (asked: Selection, params: Params) =>
    asked.trusted === null ? 'true' : `(not service.confidential or ${sql.trusted(asked, params)})`,
};

/** Something is looked for, not only listed. */
export const isSearch = ({ filter }: Selection): boolean => Boolean(filter.text?.trim() || filter.near || filter.serving || filter.openAt);
