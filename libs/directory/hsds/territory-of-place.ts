/** As far as an import needs to know it: its name in both languages, and its heart. */
export interface TerritoryFact {
  readonly code: string;
  readonly kind: string;
  readonly parent: string | null;
  /** Plain: without accents and capitals. */
  readonly names: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
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
 * The territory that a place lies in: the neighbourhood that its address names; else, where the address names our municipality or none
 * at all and the point is in the region's frame, the neighbourhood with the nearest heart; else the municipality that it names.
 * Boundaries will tell better once they are loaded.
 */
export function territoryOf({ words, latitude, longitude }: PlaceFact, territories: readonly TerritoryFact[], frame: Frame): string | null {
  const of = (kind: string) => territories.filter(territory => territory.kind === kind);
  const named = (kind: string) => of(kind).find(({ names }) => words.some(word => names.some(name => says(word, name))));
  const neighbourhood = named('NEIGHBOURHOOD');
  if (neighbourhood) return neighbourhood.code;

  const municipality = named('MUNICIPALITY');
  if (words.length > 0 && !municipality) return null;
  if (latitude !== undefined && longitude !== undefined && within(frame, latitude, longitude)) {
    const near = of('NEIGHBOURHOOD').filter(({ parent }) => !municipality || parent === municipality.code);
    const squared = (heart: TerritoryFact) =>
      (heart.latitude - latitude) ** 2 + ((heart.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)) ** 2;
    if (near.length > 0) return near.reduce((nearest, heart) => (squared(heart) < squared(nearest) ? heart : nearest)).code;
  }
  return municipality?.code ?? null;
}

/** « Laval (Chomedey) » says Chomedey; « Laval-Ouest » does not say Laval. */
const says = (word: string, name: string): boolean => word === name || word.split(/[(),/]| - /).some(part => part.trim() === name);

const within = ({ west, south, east, north }: Frame, latitude: number, longitude: number): boolean =>
  latitude >= south && latitude <= north && longitude >= west && longitude <= east;
