import type { AgeGroup, CommitmentPer, CommitmentUnit, GapAnswerKind, UnmetReason } from '#libs/schema';

/** What nobody could offer, as it is told: invented, like all that is said here. */
export interface ToldNeed {
  readonly kind: string;
  readonly category: string;
  readonly town: string | null;
  /** Of the event's own kinds. */
  readonly ofEvent?: boolean;
  readonly requests: number;
  /** Since so many days. */
  readonly since: number;
  readonly goes: 'up' | 'even' | 'down';
  readonly reasons: readonly UnmetReason[];
  readonly ages: readonly AgeGroup[];
  readonly languages: readonly string[];
  readonly steps?: readonly ToldStep[];
}

/** At an hour of a day so many days ago. */
export type ToldStep = { readonly ago: number; readonly hour: number; readonly note?: string } & (
  | { readonly step: 'acknowledge' }
  | { readonly step: 'close' }
  | { readonly step: 'assign'; readonly organization: string }
  | { readonly step: 'answer'; readonly organization: string; readonly answer: GapAnswerKind }
  | { readonly step: 'address'; readonly service?: string }
  | {
      readonly step: 'commit';
      readonly organization: string;
      readonly quantity: number;
      readonly unit: CommitmentUnit;
      readonly per: CommitmentPer;
      readonly delivered?: number;
    }
);

export const MOISSON = 'Centre de bénévolat Moisson Laval';
export const COMPTOIR = 'Comptoir Pont-Viau';
const old: readonly AgeGroup[] = ['AGE_75_PLUS', 'AGE_75_PLUS', 'AGE_65_74', 'AGE_50_64'];
const families: readonly AgeGroup[] = ['AGE_25_34', 'AGE_35_49', 'AGE_35_49', 'AGE_0_12'];
const all: readonly AgeGroup[] = ['AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_64', 'AGE_65_74', 'AGE_75_PLUS', 'UNKNOWN'];
const french = ['fr', 'fr', 'fr', 'en'];
const many = ['fr', 'fr', 'ar', 'es', 'en', 'ht'];

export const needsTold: readonly ToldNeed[] = [
  {
    ...{ kind: 'VACCINATION_REGISTRATION', category: 'health', town: 'chomedey', requests: 17, since: 12, goes: 'up', ages: old },
    ...{ reasons: ['LANGUAGE', 'LANGUAGE', 'DIGITAL', 'HOURS'], languages: many },
  },
  {
    ...{ kind: 'GROCERY_DELIVERY', category: 'food', town: 'pont-viau', requests: 11, since: 14, goes: 'up', ages: old },
    ...{ reasons: ['FULL', 'FULL', 'HOURS', 'TOO_EXPENSIVE'], languages: many },
  },
  {
    ...{ kind: 'TAXI', category: 'seniors', town: 'saint-francois', requests: 7, since: 9, goes: 'up', ages: old },
    ...{ reasons: ['NO_SERVICE', 'NO_SERVICE', 'TOO_EXPENSIVE'], languages: french },
  },
  {
    ...{ kind: 'MASKS', category: 'health', town: 'saint-francois', requests: 5, since: 10, goes: 'even', ages: all },
    ...{ reasons: ['TOO_FAR', 'CLOSED'], languages: french },
  },
  {
    ...{ kind: 'OTHER', category: 'psychosocial-support', town: 'laval-des-rapides', requests: 3, since: 8, goes: 'even', ages: all },
    ...{ reasons: ['NO_SERVICE', 'OTHER'], languages: french },
  },
  {
    ...{ kind: 'WARM_PLACE', category: 'homelessness', town: 'fabreville', ofEvent: true, requests: 9, since: 4, goes: 'even', ages: all },
    ...{ reasons: ['FULL', 'NO_TRANSPORT'], languages: french },
    steps: [{ ago: 2, hour: 9, step: 'acknowledge', note: 'Une halte de plus est cherchée pour la nuit.' }],
  },
  {
    ...{ kind: 'HOUSING', category: 'material-assistance-and-housing', town: null, requests: 12, since: 18, goes: 'even', ages: families },
    ...{ reasons: ['WAITING_LIST', 'WAITING_LIST', 'NOT_ELIGIBLE', 'TOO_EXPENSIVE'], languages: many },
    steps: [{ ago: 6, hour: 10, step: 'acknowledge' }],
  },
  {
    ...{
      kind: 'INTERPRETATION',
      category: 'immigration-and-cultural-communities',
      town: null,
      requests: 6,
      since: 11,
      goes: 'up',
      ages: all,
    },
    ...{ reasons: ['LANGUAGE', 'NO_ANSWER'], languages: ['ar', 'ht', 'es'] },
    steps: [{ ago: 1, hour: 14, step: 'acknowledge' }],
  },
  {
    ...{ kind: 'FOOD_AID', category: 'food', town: 'chomedey', requests: 8, since: 13, goes: 'even', ages: families },
    ...{ reasons: ['FULL', 'HOURS', 'FULL', 'NO_DOCUMENTS'], languages: many },
    steps: [
      { ago: 2, hour: 11, step: 'acknowledge' },
      { ago: 1, hour: 15, step: 'assign', organization: COMPTOIR, note: 'Surtout des familles. Pouvez-vous ajouter des paniers le jeudi?' },
    ],
  },
  {
    ...{ kind: 'HOT_MEAL', category: 'food', town: 'sainte-dorothee', ofEvent: true, requests: 13, since: 5, goes: 'up', ages: old },
    ...{ reasons: ['FULL', 'NO_SERVICE', 'HOURS'], languages: french },
    steps: [
      { ago: 4, hour: 9, step: 'acknowledge' },
      { ago: 4, hour: 10, step: 'assign', organization: MOISSON, note: 'Pouvez-vous livrer des repas prêts à la halte?' },
      { ago: 4, hour: 13, step: 'answer', organization: MOISSON, answer: 'PARTLY', note: 'Quarante repas par jour, pas plus.' },
      { ago: 4, hour: 13, step: 'commit', organization: MOISSON, quantity: 40, unit: 'MEAL', per: 'DAY', delivered: 120 },
    ],
  },
  {
    ...{ kind: 'CHARGING', category: 'health', town: 'laval-ouest', ofEvent: true, requests: 11, since: 5, goes: 'even', ages: old },
    ...{ reasons: ['NO_SERVICE', 'TOO_FAR', 'NO_TRANSPORT'], languages: french },
    steps: [
      { ago: 5, hour: 15, step: 'acknowledge' },
      { ago: 4, hour: 16, step: 'assign', organization: 'Croix-Rouge canadienne', note: 'Une génératrice à la halte de Laval-Ouest?' },
    ],
  },
  {
    ...{ kind: 'ISOLATION_SUPPORT', category: 'health', town: 'vimont', requests: 4, since: 16, goes: 'down', ages: old },
    ...{ reasons: ['NO_SERVICE', 'WAITING_LIST'], languages: french },
    steps: [
      { ago: 9, hour: 9, step: 'acknowledge' },
      {
        ago: 3,
        hour: 11,
        step: 'address',
        service: 'Soutien aux personnes en isolement',
        note: 'La Croix-Rouge dessert maintenant Vimont.',
      },
    ],
  },
  {
    ...{ kind: 'MASKS', category: 'health', town: 'auteuil', requests: 4, since: 19, goes: 'down', ages: all },
    ...{ reasons: ['NO_SERVICE', 'TOO_FAR'], languages: french },
    steps: [{ ago: 4, hour: 10, step: 'address', note: 'Remise au centre communautaire, les mardis.' }],
  },
  {
    ...{ kind: 'FOOD_AID', category: 'food', town: 'auteuil', requests: 6, since: 20, goes: 'down', ages: families },
    ...{ reasons: ['HOURS', 'FULL'], languages: french },
    steps: [
      { ago: 15, hour: 10, step: 'acknowledge' },
      { ago: 14, hour: 9, step: 'assign', organization: MOISSON },
      { ago: 13, hour: 16, step: 'answer', organization: MOISSON, answer: 'CAN' },
      { ago: 2, hour: 15, step: 'close', note: 'Un jour de distribution de plus a suffi : le jeudi soir convient aux familles.' },
    ],
  },
];
