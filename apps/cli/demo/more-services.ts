import { v5 } from 'uuid';

const SPACE = '0b0e6f0a-1d3c-5f8e-8f6b-4c2f1d9a7e55';
const idOf = (kind: string, n: number) => v5(`${kind} ${n}`, SPACE);
const WORKS = [
  'Comptoir alimentaire',
  'Aide aux devoirs',
  'Écoute',
  'Friperie',
  'Clinique d’impôts',
  'Halte-répit',
  'Accompagnement transport',
];
const CATEGORIES = [
  'food',
  'education',
  'psychosocial-support',
  'material-assistance-and-housing',
  'employment-and-income',
  'children-and-family',
  'seniors',
];
const TOWNS = [
  ['Auteuil', 45.634, -73.747],
  ['Chomedey', 45.541, -73.745],
  ['Duvernay', 45.59, -73.674],
  ['Fabreville', 45.567, -73.833],
  ['Laval-des-Rapides', 45.553, -73.706],
  ['Laval-Ouest', 45.548, -73.885],
  ['Pont-Viau', 45.572, -73.688],
  ['Sainte-Rose', 45.611, -73.792],
  ['Saint-Vincent-de-Paul', 45.617, -73.652],
  ['Vimont', 45.605, -73.726],
] as const;

/** Invented services by the number, for whoever wants to see the hub full: a third as many organizations, spread over the former towns. */
export function moreServices(count: number): object {
  const several = <T>(size: number, make: (n: number) => T): T[] => Array.from({ length: size }, (_, n) => make(n));
  const size = Math.ceil(count / 3);
  return {
    organizations: several(size, n => ({
      id: idOf('organization', n),
      name: `Organisme fictif ${n + 1}`,
      name_en: `Fictitious organization ${n + 1}`,
    })),
    services: several(count, n => service(n, size)),
  };
}

function service(n: number, organizations: number): object {
  const [town, latitude, longitude] = TOWNS[n % TOWNS.length]!;
  const category = CATEGORIES[n % CATEGORIES.length]!;
  const location = {
    id: idOf('location', n),
    location_type: 'physical',
    name: `Point de ${town} ${n + 1}`,
    latitude: +(latitude + ((n * 37) % 100) / 8000 - 0.006).toFixed(5),
    longitude: +(longitude + ((n * 53) % 100) / 8000 - 0.006).toFixed(5),
    addresses: [
      {
        address_1: `${100 + (n % 900)}, rue Inventée (adresse fictive)`,
        city: 'Laval',
        region: town,
        state_province: 'QC',
        country: 'CA',
        address_type: 'physical',
      },
    ],
  };
  return {
    id: idOf('service', n),
    organization_id: idOf('organization', n % organizations),
    name: `${WORKS[n % WORKS.length]} ${n + 1}`,
    description: 'Service inventé pour la démonstration.',
    status: 'active',
    languages: [{ id: idOf('language', n), code: 'fr' }],
    phones: [{ id: idOf('phone', n), number: `450 555-01${String(n % 100).padStart(2, '0')}` }],
    attributes: [{ id: idOf('attribute', n), taxonomy_term: { id: idOf('term', n % CATEGORIES.length), code: category } }],
    service_areas: [{ id: idOf('area', n), name: n % 3 ? town : 'Laval' }],
    service_at_locations: [{ id: idOf('held', n), location }],
  };
}
