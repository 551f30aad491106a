import { address, phoneNumber } from './addresses.ts';
import { holidayRule, schedules } from './hours.ts';
import { names, themes } from './names.ts';
import { Seeded } from './seeded.ts';
import { type Town, towns } from './towns.ts';
import type { Theme, Work } from './work.ts';
import { works } from './works.ts';

/** An invented service, with what a history is told of it. */
export interface Invented {
  readonly key: string;
  readonly organization: string;
  readonly work: Work;
  readonly town: Town;
  /** As HSDS writes it. */
  readonly record: object;
}

export interface Region {
  readonly organizations: readonly object[];
  readonly services: readonly Invented[];
}

interface Organization {
  readonly key: string;
  readonly theme: Theme;
  readonly town: Town;
  readonly name: string;
  readonly n: number;
}

/** Members and those of `laval.json` have their own phones. */
const FIRST_PHONE = 60;
const MARK = ['Organisme inventé (données de démonstration).', 'Invented organization (demonstration data).'] as const;
const EACH = 3.3; // services an organization has

/**
 * The invented services from the nth on, so many of them: the same each time. Each organization speaks of a theme in a town, towns in
 * the measure of their people; small ones have little, as they do. `today`: the day from which their records were looked at, some days ago.
 */
export function inventedServices(from: number, count: number, today: string): Region {
  const organizations: Organization[] = [];
  const services: Invented[] = [];
  let left = count;
  for (let n = organizationOf(from); left > 0; n++) {
    const organization = inventedOrganization(n);
    const size = Math.min(left, sizeOf(n) - (services.length === 0 ? from - firstOf(n) : 0));
    const skipped = services.length === 0 ? from - firstOf(n) : 0;
    organizations.push(organization);
    for (let at = 0; at < size; at++) services.push(inventedService(organization, skipped + at, today));
    left -= size;
  }
  return { organizations: organizations.map(organizationRecord), services };
}

/** Organizations have three services or four: the nth one's first. */
const firstOf = (n: number): number => Math.round(n * EACH);
const sizeOf = (n: number): number => firstOf(n + 1) - firstOf(n);
const organizationOf = (service: number): number => {
  let n = Math.floor(service / EACH);
  while (firstOf(n + 1) <= service) n++;
  while (firstOf(n) > service) n--;
  return n;
};

/** Dealt from two decks whose sizes have no divisor in common with the step: each theme and town comes in its measure, none is left out. */
const themeDeck = themes.flatMap(([theme, weight]) => Array.from({ length: weight }, (_, card) => ({ theme, card })));
const townDeck = towns.flatMap(town => Array.from({ length: Math.max(1, Math.round(town.share)) }, () => town));
const STEP = 59;

function inventedOrganization(n: number): Organization {
  const { theme, card } = themeDeck[(n * STEP) % themeDeck.length]!;
  const town = townDeck[(n * STEP) % townDeck.length]!;
  const root = names[theme][card % names[theme].length]!;
  const again = Math.floor(n / FIRST_REGION);
  return { key: `organization ${n}`, theme, town, name: `${root.replace('{de}', town.of)}${again > 0 ? ` ${again + 1}` : ''}`, n };
}

/** So many organizations make the region of four hundred services; what comes after them are more of the same, numbered. */
const FIRST_REGION = 115;

function organizationRecord({ key, name, town, n, theme }: Organization): object {
  const random = new Seeded(`${key} record`);
  const about = works[theme][0]!;
  return {
    id: key,
    name,
    description: `${about.name[0]} et autres services ${town.of}. ${MARK[0]}`,
    description_en: `${about.name[1]} and other services in ${town.name}. ${MARK[1]}`,
    kind: 'COMMUNITY',
    email: `bonjour@organisme-${n + 1}.demo.fanal.test`,
    preferred_channel: random.weighed(
      ['PHONE', 'EMAIL', 'TEXT', 'VISIT'] as const,
      each => ({ PHONE: 5, EMAIL: 6, TEXT: 2, VISIT: 1 })[each],
    ),
    best_hour: random.chance(0.4) ? random.one(['09:30', '10:00', '13:30', '15:00']) : undefined,
    phones: [{ id: `${key} phone`, number: phoneNumber(FIRST_PHONE + n) }],
  };
}

function inventedService(organization: Organization, nth: number, today: string): Invented {
  const key = `${organization.key} service ${nth}`;
  const random = new Seeded(key);
  const offered = works[organization.theme];
  const work = offered[(organization.n + nth) % offered.length]!;
  const { town } = organization;
  return {
    key,
    organization: organization.key,
    work,
    town,
    record: { ...serviceRecord(key, organization, work, random), assured_date: daysBefore(today, random.whole(20, 300)) },
  };
}

function serviceRecord(key: string, organization: Organization, work: Work, random: Seeded): object {
  const { town } = organization;
  const eligibility = work.eligibility ?? (random.chance(0.4) ? undefined : (['Ouvert à tous.', 'Open to everyone.'] as const));
  return {
    id: key,
    organization_id: organization.key,
    name: work.name[0],
    name_en: work.name[1],
    description: work.description[0],
    description_en: work.description[1],
    status: 'active',
    ...confidentiality(work),
    access: work.access,
    fees_description: work.fees?.[0],
    fees_description_en: work.fees?.[1],
    eligibility_description: eligibility?.[0],
    eligibility_description_en: eligibility?.[1],
    holiday_rule: holidayRule(work.hours, random),
    languages: languagesOf(random, organization).map(code => ({ id: `${key} ${code}`, code })),
    schedules: schedules(work.hours, random, `${key} hours`),
    phones: random.chance(0.5) ? [{ id: `${key} phone`, number: phoneNumber(random.whole(0, 399)) }] : [],
    attributes: work.categories.map(code => ({ id: `${key} ${code}`, taxonomy_term: { id: `term ${code}`, code } })),
    service_areas: areasOf(work, town, random).map((name, n) => ({ id: `${key} area ${n}`, name })),
    service_at_locations: work.nowhere ? [] : placesOf(key, organization, work, random),
  };
}

const daysBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

function languagesOf(random: Seeded, { theme, town }: Organization): string[] {
  const likely = theme === 'NEWCOMERS' ? 0.8 : 0.25;
  return ['fr', ...town.languages.filter(code => random.chance(code === 'en' ? 0.7 : likely))];
}

/** Near: the towns whose hearts are the nearest. */
function areasOf({ reach }: Work, town: Town, random: Seeded): string[] {
  if (reach === 'LAVAL') return ['Laval'];
  if (reach === 'TOWN') return [town.name];
  const away = (other: Town) => Math.hypot(other.heart[0] - town.heart[0], (other.heart[1] - town.heart[1]) * 0.7);
  return [...towns]
    .sort((one, other) => away(one) - away(other))
    .slice(0, random.whole(2, 4))
    .map(({ name }) => name);
}

/** One house for an organization; some go to other towns too. What is confidential has a house of its own. */
function placesOf(key: string, organization: Organization, work: Work, random: Seeded): object[] {
  const id = work.confidential ? `${key} house` : `${organization.key} house`;
  const house = new Seeded(id);
  const own = {
    id,
    location_type: 'physical',
    name: work.confidential ? work.name[0] : organization.name,
    ...confidentiality(work),
    ...address(house, organization.town),
    ...accessibility(house, id),
  };
  const others = Array.from({ length: (work.places ?? 1) - 1 }, (_, n) => {
    const town = random.weighed(towns, ({ share }) => share);
    const id = `${key} place ${n}`;
    return {
      id,
      location_type: 'physical',
      name: `Point de service ${town.of}`,
      name_en: `${town.name} service point`,
      ...address(random, town),
      ...accessibility(random, id),
    };
  });
  return [own, ...others].map((location, n) => ({ id: `${key} at ${n}`, location }));
}

const confidentiality = ({ confidential }: Work) => (confidential ? { confidential: true, confidential_reason: confidential } : {});

function accessibility(random: Seeded, key: string): object {
  if (random.chance(0.35)) return {};
  const [fr, en] = random.one([
    ['Entrée de plain-pied, toilette adaptée.', 'Level entrance, adapted washroom.'],
    ['Rampe à l’entrée; sonner.', 'Ramp at the entrance; ring the bell.'],
    ['Quatre marches, pas de rampe.', 'Four steps, no ramp.'],
    ['Ascenseur; stationnement réservé.', 'Elevator; reserved parking.'],
  ] as const);
  return { accessibility: [{ id: `${key} accessibility`, description: fr, description_en: en }] };
}
