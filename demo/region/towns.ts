/** A former town: how its people name it, about how many of a hundred live there, where one may put a point, what is spoken beside French. */
export interface Town {
  readonly code: string;
  readonly name: string;
  /** « de Vimont », « d’Auteuil ». */
  readonly of: string;
  readonly share: number;
  readonly heart: readonly [latitude: number, longitude: number];
  /** In degrees of latitude. */
  readonly reach: number;
  readonly postal: readonly string[];
  readonly languages: readonly string[];
}

const town = (
  code: string,
  name: string,
  share: number,
  heart: readonly [number, number],
  reach: number,
  postal: readonly string[],
  languages: readonly string[],
  of = `de ${name}`,
): Town => ({ code, name, of, share, heart, reach, postal, languages });

/** Points are put near the middle of each, so that none falls into the river. */
export const towns: readonly Town[] = [
  town('chomedey', 'Chomedey', 22, [45.541, -73.747], 0.009, ['H7T', 'H7V', 'H7W'], ['en', 'ar', 'el', 'hy', 'es', 'ro', 'fa']),
  town('fabreville', 'Fabreville', 13, [45.567, -73.83], 0.01, ['H7P', 'H7R'], ['en', 'es', 'ar', 'ro']),
  town('laval-des-rapides', 'Laval-des-Rapides', 11, [45.559, -73.713], 0.004, ['H7N'], ['en', 'ar', 'es', 'ht', 'pt']),
  town('vimont', 'Vimont', 9, [45.605, -73.726], 0.009, ['H7M'], ['en', 'ar', 'it', 'es']),
  town('sainte-rose', 'Sainte-Rose', 9, [45.606, -73.786], 0.008, ['H7L'], ['en', 'es']),
  town('duvernay', 'Duvernay', 8, [45.594, -73.683], 0.008, ['H7E', 'H7G'], ['en', 'it', 'ar', 'ht']),
  town('pont-viau', 'Pont-Viau', 8, [45.5745, -73.694], 0.005, ['H7G'], ['en', 'ht', 'es', 'ar']),
  town('auteuil', 'Auteuil', 6, [45.634, -73.742], 0.008, ['H7H', 'H7K'], ['en', 'es'], 'd’Auteuil'),
  town('sainte-dorothee', 'Sainte-Dorothée', 6, [45.531, -73.815], 0.009, ['H7X'], ['en', 'el', 'ar', 'hy']),
  town('saint-francois', 'Saint-François', 5, [45.677, -73.587], 0.007, ['H7A', 'H7B'], ['en', 'ht', 'es', 'it']),
  town('saint-vincent-de-paul', 'Saint-Vincent-de-Paul', 5, [45.617, -73.662], 0.007, ['H7C'], ['en', 'ht', 'it']),
  town('laval-ouest', 'Laval-Ouest', 4, [45.546, -73.872], 0.005, ['H7R'], ['en', 'ro']),
  town('laval-sur-le-lac', 'Laval-sur-le-Lac', 1, [45.531, -73.872], 0.004, ['H7R'], ['en']),
  town('iles-laval', 'Îles-Laval', 0.4, [45.519, -73.856], 0.003, ['H7Y'], ['en'], 'des Îles-Laval'),
];
