import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v5 } from 'uuid';

/** A directory as HSDS 3 has it, invented: so many services, of sixty organizations at most, in the former towns of Laval. */
const TOWNS = [
  ['Auteuil', 45.634, -73.747],
  ['Chomedey', 45.541, -73.745],
  ['Duvernay', 45.59, -73.674],
  ['Fabreville', 45.567, -73.833],
  ['Laval-des-Rapides', 45.553, -73.706],
  ['Pont-Viau', 45.572, -73.688],
  ['Sainte-Rose', 45.611, -73.792],
  ['Vimont', 45.605, -73.726],
] as const;
const WORKS = ['Comptoir alimentaire', 'Aide aux devoirs', 'Écoute téléphonique', 'Friperie', 'Popote roulante', 'Clinique d’impôts'];
const CATEGORIES = ['Alimentation', 'Éducation', 'Soutien psychosocial', 'Assistance matérielle et logement', 'Aînés', 'Emploi et revenu'];
const STATUSES = ['active', 'active', 'active', 'active', 'temporarily closed'] as const;
const SPACE = '6b1d3f0a-58a7-5c39-9c0d-8c3f5d1f7a20';

type Values = Record<string, string | number | null>;
export type HsdsTables = Record<string, Values[]>;

const idOf = (kind: string, n: number) => v5(`${kind} ${n}`, SPACE);
export const hsdsServiceId = (n: number) => idOf('service', n);
export const hsdsOrganizationId = (n: number) => idOf('organization', n);

/** Every table, ten of them, whole and sound. */
export function hsdsTables(services = 200): HsdsTables {
  const organizations = Math.min(60, services);
  const several = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
  return {
    organizations: several(organizations, n => ({
      id: hsdsOrganizationId(n),
      name: `Organisme ${n + 1} de ${TOWNS[n % TOWNS.length]![0]}`,
      name_en: `Organization ${n + 1}`,
      description: 'Un organisme inventé pour les essais, « entre guillemets », avec une virgule.',
      email: `bonjour${n}@exemple.test`,
      website: `https://organisme${n}.exemple.test/`,
    })),
    services: several(services, n => ({
      id: hsdsServiceId(n),
      organization_id: hsdsOrganizationId(n % organizations),
      name: `${WORKS[n % WORKS.length]} ${n + 1}`,
      description: n % 7 === 0 ? 'Deux lignes\net des "guillemets"' : 'Un service inventé.',
      status: STATUSES[n % STATUSES.length]!,
      assured_date: '2026-10-01',
    })),
    locations: several(services, n => {
      const [town, latitude, longitude] = TOWNS[n % TOWNS.length]!;
      return {
        id: idOf('location', n),
        location_type: 'physical',
        name: `Point de ${town}`,
        latitude: +(latitude + (n % 9) / 2000).toFixed(5),
        longitude: +(longitude + (n % 11) / 2000).toFixed(5),
      };
    }),
    addresses: several(services, n => ({
      id: idOf('address', n),
      location_id: idOf('location', n),
      address_1: `${100 + n}, rue Inventée`,
      city: n % 2 ? 'Laval' : `Laval (${TOWNS[n % TOWNS.length]![0]})`,
      state_province: 'QC',
      postal_code: `H7${'ABCEGHJK'[n % 8]} ${n % 10}A${(n + 3) % 10}`,
      country: 'CA',
      address_type: 'physical',
    })),
    service_at_location: several(services, n => ({ id: idOf('held', n), service_id: hsdsServiceId(n), location_id: idOf('location', n) })),
    phones: several(services, n => ({
      id: idOf('phone', n),
      service_id: hsdsServiceId(n),
      number: `450 555-01${String(n % 100).padStart(2, '0')}`,
      extension: n % 5 ? null : 12,
    })),
    languages: several(services, n => ({ id: idOf('language', n), service_id: hsdsServiceId(n), code: n % 3 ? 'fr' : 'ar' })),
    service_areas: several(services, n => ({ id: idOf('area', n), service_id: hsdsServiceId(n), name: n % 4 ? 'Laval' : 'Vimont' })),
    taxonomy_terms: CATEGORIES.map((name, n) => ({ id: idOf('term', n), name, description: name, code: `T${n}` })),
    attributes: several(services, n => ({
      id: idOf('attribute', n),
      link_id: hsdsServiceId(n),
      link_entity: 'service',
      taxonomy_term_id: idOf('term', n % CATEGORIES.length),
    })),
  };
}

/** Services that no import may take, each for another reason; the organization that the last one needs is refused too. */
export function brokenServices(count: number): { rows: Values[]; codes: string[] } {
  const sound = (n: number): Values => ({ ...hsdsTables(1).services![0]!, id: idOf('broken', n), name: `Brisé ${n}` });
  const kinds: [(n: number) => Values, string][] = [
    [n => ({ ...sound(n), name: null }), 'IMPORT_MISSING_VALUE'],
    [n => ({ ...sound(n), status: 'ouvert' }), 'IMPORT_UNKNOWN_VALUE'],
    [n => ({ ...sound(n), organization_id: idOf('nowhere', n) }), 'IMPORT_UNKNOWN_REFERENCE'],
    [n => ({ ...sound(n), name: 'x'.repeat(301) }), 'IMPORT_TOO_LONG'],
    [n => ({ ...sound(n), name: 'nul \0' }), 'IMPORT_FORBIDDEN_CHARACTER'],
    [n => ({ ...sound(n), id: hsdsServiceId(0) }), 'IMPORT_DUPLICATE_ID'],
  ];
  const chosen = Array.from({ length: count }, (_, n) => kinds[n % kinds.length]!);
  return { rows: chosen.map(([make], n) => make(n)), codes: chosen.map(([, code]) => code) };
}

export const csvOf = (rows: readonly Values[]): string => {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (value: Values[string] | undefined) => {
    const text = String(value ?? '');
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.join(','), ...rows.map(row => columns.map(column => cell(row[column])).join(','))].join('\r\n') + '\r\n';
};

/** A datapackage's folder. */
export async function writeDatapackage(folder: string, tables: HsdsTables): Promise<string> {
  await mkdir(folder, { recursive: true });
  const resources = Object.keys(tables).map(name => ({ name, path: `${name}.csv` }));
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ name: 'essai', resources }));
  for (const [name, rows] of Object.entries(tables)) await writeFile(join(folder, `${name}.csv`), csvOf(rows));
  return folder;
}

/** The nested form of the same. */
export function hsdsJson(tables: HsdsTables): object[] {
  const by = (name: string, column: string, id: unknown) => (tables[name] ?? []).filter(row => row[column] === id);
  return tables.services!.map(service => ({
    ...service,
    organization: by('organizations', 'id', service.organization_id)[0],
    phones: by('phones', 'service_id', service.id),
    languages: by('languages', 'service_id', service.id),
    service_areas: by('service_areas', 'service_id', service.id),
    attributes: by('attributes', 'link_id', service.id).map(each => ({
      ...each,
      taxonomy_term: by('taxonomy_terms', 'id', each.taxonomy_term_id)[0],
    })),
    service_at_locations: by('service_at_location', 'service_id', service.id).map(held => {
      const location = by('locations', 'id', held.location_id)[0]!;
      return { ...held, location: { ...location, addresses: by('addresses', 'location_id', location.id) } };
    }),
  }));
}
