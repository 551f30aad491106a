import type { Hours } from './hours.ts';

export type Theme =
  | 'FOOD'
  | 'FAMILY'
  | 'SENIORS'
  | 'YOUTH'
  | 'NEWCOMERS'
  | 'WORK'
  | 'MIND'
  | 'DISABILITY'
  | 'RIGHTS'
  | 'HOUSING'
  | 'STREET'
  | 'LEISURE'
  | 'GENDER'
  | 'NEIGHBOURS'
  | 'HEALTH'
  | 'LEARNING';
/** Whom it serves: the town where it is, that one and its neighbours, or everybody in Laval. */
export type Reach = 'TOWN' | 'NEAR' | 'LAVAL';
export type Text = readonly [fr: string, en: string];

/** A kind of service, as several organizations of a theme offer it. */
export interface Work {
  readonly name: Text;
  readonly description: Text;
  readonly categories: readonly string[];
  readonly hours: Hours;
  readonly access: string;
  readonly reach: Reach;
  readonly fees?: Text;
  readonly eligibility?: Text;
  /** Without a place: by phone, or at people's homes. */
  readonly nowhere?: true;
  /** What it counts, where it says how many are left. */
  readonly unit?: Text;
  /** At several places. */
  readonly places?: number;
  /** Where it is and that it is are not for everybody: why. */
  readonly confidential?: string;
}

export const work = (
  name: Text,
  description: Text,
  categories: string,
  hours: Hours,
  access: string,
  reach: Reach,
  more: Pick<Work, 'fees' | 'eligibility' | 'nowhere' | 'unit' | 'places' | 'confidential'> = {},
): Work => ({ name, description, categories: categories.split(' '), hours, access, reach, ...more });

export const FREE: Text = ['Gratuit.', 'Free.'];
