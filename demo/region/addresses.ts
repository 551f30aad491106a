import type { Seeded } from './seeded.ts';
import type { Town } from './towns.ts';

/** Names that streets have everywhere, so that none is meant. */
const STREETS = [
  ...['rue des Érables', 'rue des Lilas', 'rue des Peupliers', 'rue du Ruisseau', 'rue de la Fabrique', 'rue du Verger', 'rue des Cèdres'],
  ...['avenue des Ormes', 'avenue du Parc', 'avenue des Pins', 'rue Principale', 'rue du Moulin', 'rue des Hirondelles', 'rue de la Berge'],
  ...['rue du Collège', 'rue de l’Église', 'rue du Marché', 'chemin de la Côte', 'chemin du Bord-de-l’Eau', 'boulevard des Tilleuls'],
  ...['rue des Patriotes', 'rue de la Gare', 'avenue des Bouleaux', 'rue des Jardins', 'rue de la Colline', 'place des Aulnes'],
];
const LETTERS = 'ABCEGHJKLMNPRSTVWXYZ';
const WIDER = 1.35; // a degree of longitude is shorter than one of latitude

/** Where something invented is, in the town's own middle; the address says that it is invented. */
export function address(random: Seeded, town: Town, number = random.whole(101, 4_899)) {
  const [angle, away] = [random.between(0, 2 * Math.PI), Math.sqrt(random.next()) * town.reach];
  return {
    latitude: round(town.heart[0] + Math.sin(angle) * away),
    longitude: round(town.heart[1] + Math.cos(angle) * away * WIDER),
    addresses: [
      {
        address_1: `${number}, ${random.one(STREETS)} (adresse fictive)`,
        city: 'Laval',
        region: town.name,
        state_province: 'QC',
        postal_code: postalCode(random, town),
        country: 'CA',
        address_type: 'physical',
      },
    ],
  };
}

const round = (degrees: number): number => Number(degrees.toFixed(5));

function postalCode(random: Seeded, town: Town): string {
  const letter = () => LETTERS[random.whole(0, LETTERS.length - 1)]!;
  return `${random.one(town.postal)} ${random.whole(0, 9)}${letter()}${random.whole(0, 9)}`;
}

/** 555-0100 to 555-0199 are kept for stories, in every area. */
export const phoneNumber = (n: number): string =>
  `${['450', '579', '514', '438'][Math.floor(n / 100) % 4]!} 555-01${String(n % 100).padStart(2, '0')}`;
