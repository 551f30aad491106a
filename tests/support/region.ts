import type { DataSource } from 'typeorm';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const bonnePage = id(1);
export const pain = id(2);
export const kitchen = id(10);
export const library = id(11);
export const shelter = id(12);
export const chomedey = id(20);
export const pontViau = id(21);

/** Two organizations of Laval, three services, one of them confidential; one has two places. */
export async function someServices(db: DataSource): Promise<void> {
  await db.query(`
    insert into directory.organization (id, source_id, name_fr, name_en) values
      ('${pain}', 'pain', 'Le Pain partagé', null), ('${bonnePage}', 'page', 'La Bonne Page', 'The Good Page');
    insert into directory.service (id, source_id, organization_id, name_fr, name_en, languages, confidential, confidential_reason) values
      ('${kitchen}', 'kitchen', '${pain}', 'Cuisine collective', 'Community kitchen', '{fr,en}', false, null),
      ('${library}', 'library', '${bonnePage}', 'Aide aux devoirs', null, '{fr}', false, null),
      ('${shelter}', 'shelter', '${bonnePage}', 'Maison d’hébergement', null, '{fr}', true, 'Personnes menacées');
    insert into directory.service_category (service_id, category) values ('${kitchen}', 'food'), ('${library}', 'education');
    insert into directory.location (id, source_id, name_fr, city, latitude, longitude, territory_code) values
      ('${chomedey}', 'chomedey', 'Point de Chomedey', 'Laval', 45.5351, -73.7493, 'chomedey'),
      ('${pontViau}', 'pont-viau', 'Point de Pont-Viau', 'Laval', 45.5713, -73.6897, 'pont-viau'),
      ('${id(22)}', 'vimont', 'Centre de Vimont', 'Laval', 45.6065, -73.7269, 'vimont');
    insert into directory.service_at_location (id, service_id, location_id) values
      ('${id(30)}', '${kitchen}', '${chomedey}'), ('${id(31)}', '${kitchen}', '${pontViau}'), ('${id(32)}', '${library}', '${id(22)}')`);
}
