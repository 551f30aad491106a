import { ImportHsds } from '#libs/directory';
import { bonnePage } from './region.ts';
import type { TestHub } from './test-hub.ts';

const id = (n: number) => `00000000-0000-7000-8000-0000000002${String(n).padStart(2, '0')}`;
export const [counter, library, refuge, listening] = [id(1), id(2), id(3), id(4)] as const;
export const [ombrelle, elsewhere] = [id(91), id(92)] as const;
export const hidden = id(12);
const [open, mauve] = [id(11), id(13)] as const;

export const points = {
  open: { latitude: 45.5501, longitude: -73.7001 },
  hidden: { latitude: 45.63417, longitude: -73.74719 },
  refuge: { latitude: 45.66433, longitude: -73.57888 },
};

/** What nobody may find but those whose work needs it, by the level at which it is confidential. */
export const SECRETS = {
  place: ['rue du Guet', 'H7L 8Z8', '45.63417', '73.74719', 'auteuil', 'Auteuil'],
  record: [
    refuge,
    mauve,
    'Lilas',
    'rue Cachée',
    'H7A 9Z1',
    '45.66433',
    '73.57888',
    '450 555-0661',
    'lilas.test',
    'Madame Tremblay',
    'Menacées',
  ],
  organization: [ombrelle, listening, 'Ombrelle', 'Écoute de nuit', '450 555-0663'],
  phone: ['450 555-0662'],
};

const place = (n: string, name: string, address_1: string, city: string, postal_code: string, rest: object) => ({
  ...{ id: n, location_type: 'physical', name },
  addresses: [{ id: `address ${n}`, address_1, city, postal_code, country: 'CA', address_type: 'physical' }],
  ...rest,
});
const always = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR,SA,SU', opens_at: '00:00', closes_at: '00:00' };
const secret = { confidential: true, confidential_reason: 'Personnes menacées' };

const organizations = [
  { id: bonnePage, name: 'La Bonne Page', relay_organization_id: ombrelle },
  { id: ombrelle, name: 'Maison Ombrelle', ...secret },
  { id: elsewhere, name: 'Ailleurs' },
];
const known = (phones: object[]) => [
  {
    ...{ id: counter, organization_id: bonnePage, status: 'active', name: 'Comptoir', phones },
    service_at_locations: [
      { id: 'h1', location: place(open, 'Rez-de-chaussée', '1, rue Ouverte', 'Laval (Laval-des-Rapides)', 'H7N 1A1', points.open) },
      {
        id: 'h2',
        location: place(hidden, 'Second lieu', '12, rue du Guet', 'Laval (Auteuil)', 'H7L 8Z8', { ...points.hidden, ...secret }),
      },
    ],
  },
  { id: library, organization_id: elsewhere, status: 'active', name: 'Aide aux devoirs', languages: [{ id: 'l1', code: 'fr' }] },
  {
    ...{ id: listening, organization_id: ombrelle, status: 'active', name: 'Écoute de nuit' },
    phones: [{ id: 'p3', number: '450 555-0663' }],
  },
];
const shelter = {
  ...{ id: refuge, organization_id: bonnePage, status: 'active', name: 'Refuge des Lilas', email: 'nous@lilas.test', ...secret },
  ...{ eligibility_description: 'Menacées', contacts: [{ id: 'c1', name: 'Madame Tremblay' }] },
  ...{ phones: [{ id: 'p1', number: '450 555-0661' }], languages: [{ id: 'l2', code: 'ar' }] },
  schedules: [{ id: 's1', ...always }],
  service_at_locations: [
    { id: 'h3', location: place(mauve, 'Maison mauve', '7, rue Cachée', 'Laval (Saint-François)', 'H7A 9Z1', points.refuge) },
  ],
};
const callable = { id: 'p0', number: '450 555-0100' };

/** What lies open, and a place, and an organization, that do not. */
export async function openRegion(hub: TestHub): Promise<void> {
  await write(hub, known([callable]));
}

/** The same, and a refuge, and a phone that is told to nobody. */
export async function hiddenRegion(hub: TestHub): Promise<void> {
  await write(hub, [...known([callable, { id: 'p2', number: '450 555-0662', confidential: true }]), shelter]);
  await hub.db.query('insert into directory.service_category (service_id, category) values ($1, $2)', [refuge, 'justice-and-rights']);
}

async function write(hub: TestHub, services: object[]): Promise<void> {
  const { problems } = await hub.get(ImportHsds).runOn({ organizations, services }, 'test', { source: 'test' });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}
