import { type Boundary, holds } from './boundary.ts';

/** As far as an import needs to know it: its name in both languages, and its heart. */
export interface TerritoryFact {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  /** Plain: without accents and capitals. */
  readonly names: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  readonly boundary?: Boundary | null;
}
export interface Frame {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
interface PlaceFact {
  /** Plain words: city, region, from the most precise. */
  readonly words: readonly string[];
  readonly latitude?: number;
  readonly longitude?: number;
}

/**
 * The territory that a place lies in: the neighbourhood whose boundary holds it; else the one that its address names; else, where it is
 * in our municipality by its boundary or by its address, or the address names none and the point is in the region's frame, the
 * neighbourhood without a boundary that has the nearest heart; else the municipality. What ends before the point is none of these.
 */
export function territoryOf(place: PlaceFact, territories: readonly TerritoryFact[], frame: Frame): string | null {
  const { words, latitude, longitude } = place;
  const { holding, isOut } = around(place, territories);
  const drawn = (kind: string) => holding.find(territory => territory.kind === kind);
  const of = (kind: string) => territories.filter(territory => territory.kind === kind && !isOut(territory));
  const named = (kind: string) => of(kind).find(({ names }) => words.some(word => names.some(name => says(word, name))));
  const neighbourhood = drawn('NEIGHBOURHOOD') ?? named('NEIGHBOURHOOD');
  if (neighbourhood) return neighbourhood.code;

  const municipality = drawn('MUNICIPALITY') ?? named('MUNICIPALITY');
  if (words.length > 0 && !municipality) return null;
  if (latitude !== undefined && longitude !== undefined && (drawn('MUNICIPALITY') || within(frame, latitude, longitude))) {
    const near = of('NEIGHBOURHOOD').filter(({ parent, boundary }) => !boundary && (!municipality || parent === municipality.code));
    const squared = (heart: TerritoryFact) =>
      (heart.latitude - latitude) ** 2 + ((heart.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)) ** 2;
    if (near.length > 0) return near.reduce((nearest, heart) => (squared(heart) < squared(nearest) ? heart : nearest)).code;
  }
  return municipality?.code ?? null;
}

/** The territory that a place keeps, once it has one: the address may have said more than we hold of it. A boundary says more yet. */
export function settled(code: string | null, place: PlaceFact, territories: readonly TerritoryFact[], frame: Frame): string | null {
  const { holding, isOut, above } = around(place, territories);
  const known = territories.find(territory => territory.code === code);
  const contradicts = (territory: TerritoryFact) =>
    ['NEIGHBOURHOOD', 'MUNICIPALITY'].includes(territory.kind) && !above(known).includes(territory) && !above(territory).includes(known!);
  const finer = holding.some(territory => territory.kind === 'NEIGHBOURHOOD' && territory !== known);
  return known && !finer && !isOut(known) && !holding.some(contradicts) ? known.code : territoryOf(place, territories, frame);
}

/** What boundaries say of a point: which hold it, and what lies in one that does not. */
function around({ latitude, longitude }: PlaceFact, territories: readonly TerritoryFact[]) {
  const byCode = new Map(territories.map(territory => [territory.code, territory]));
  const above = (territory: TerritoryFact | undefined): TerritoryFact[] =>
    territory ? [territory, ...above(territory.parent === null ? undefined : byCode.get(territory.parent))] : [];
  if (latitude === undefined || longitude === undefined) return { holding: [], above, isOut: () => false };
  const drawn = territories.filter(({ boundary }) => boundary);
  const holding = drawn.filter(({ boundary }) => holds(boundary!, latitude, longitude));
  const isOut = (territory: TerritoryFact) => above(territory).some(each => each.boundary && !holding.includes(each));
  return { holding, above, isOut };
}

/** « Laval (Chomedey) » says Chomedey; « Laval-Ouest » does not say Laval. */
const says = (word: string, name: string): boolean => word === name || word.split(/[(),/]| - /).some(part => part.trim() === name);

const within = ({ west, south, east, north }: Frame, latitude: number, longitude: number): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;
