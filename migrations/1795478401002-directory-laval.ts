import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The twenty categories of the 211, and Laval: the first region. Another deployment changes the region's row and adds its territories. */
export class DirectoryLaval1795478401002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const rows = categories.map(([code, fr, en], place) => ({ code, name_fr: fr, name_en: en, position: place + 1 }));
    await runner.query(`insert into directory.category select * from jsonb_populate_recordset(null::directory.category, $1)`, [
      JSON.stringify(rows),
    ]);
    for (const [code, kind, parent, fr, en, latitude, longitude] of territories)
      await runner.query(
        `insert into directory.territory (code, kind, parent, name_fr, name_en, latitude, longitude) values ($1, $2, $3, $4, $5, $6, $7)`,
        [code, kind, parent, fr, en, latitude, longitude],
      );
    await runner.query(
      `insert into directory.region (name_fr, name_en, west, south, east, north) values ('Laval', 'Laval', -73.91, 45.5, -73.51, 45.71)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from directory.region; delete from directory.category; truncate directory.territory cascade');
  }
}

/** In the order of their French names, which is the order of the 211. */
const categories = [
  ['community-action', 'Action communautaire', 'Community action'],
  ['seniors', 'Aînés', 'Seniors'],
  ['food', 'Alimentation', 'Food'],
  ['material-assistance-and-housing', 'Assistance matérielle et logement', 'Material assistance and housing'],
  ['indigenous-peoples', 'Autochtones', 'Indigenous peoples'],
  ['education', 'Éducation', 'Education'],
  ['employment-and-income', 'Emploi et revenu', 'Employment and income'],
  ['children-and-family', 'Enfance et famille', 'Children and family'],
  ['intellectual-disability', 'Handicap intellectuel', 'Intellectual disability'],
  ['physical-disability', 'Handicap physique', 'Physical disability'],
  ['immigration-and-cultural-communities', 'Immigration et communautés culturelles', 'Immigration and cultural communities'],
  ['homelessness', 'Itinérance', 'Homelessness'],
  ['youth', 'Jeunesse', 'Youth'],
  ['justice-and-rights', 'Justice et défense des droits', 'Justice and rights'],
  ['health', 'Santé', 'Health'],
  ['mental-health-and-addictions', 'Santé mentale et dépendances', 'Mental health and addictions'],
  ['government-services', 'Services gouvernementaux', 'Government services'],
  ['sex-and-gender', 'Sexe et genre', 'Sex and gender'],
  ['psychosocial-support', 'Soutien psychosocial', 'Psychosocial support'],
  ['sports-and-leisure', 'Sports et loisirs', 'Sports and leisure'],
] as const;

type Territory = readonly [code: string, kind: string, parent: string | null, fr: string, en: string, latitude: number, longitude: number];

const town = (code: string, name: string, latitude: number, longitude: number): Territory => [
  code,
  'NEIGHBOURHOOD',
  'laval',
  name,
  name,
  latitude,
  longitude,
];

/** A larger one before what lies in it. Hearts of the former towns are approximate, by hand. */
const territories: readonly Territory[] = [
  ['quebec', 'PROVINCE', null, 'Québec', 'Quebec', 46.81, -71.21],
  ['cmm', 'CMM', 'quebec', 'Communauté métropolitaine de Montréal', 'Greater Montreal', 45.56, -73.65],
  ['laval-mrc', 'MRC', 'cmm', 'Laval (MRC)', 'Laval (RCM)', 45.583, -73.75],
  ['laval', 'MUNICIPALITY', 'laval-mrc', 'Laval', 'Laval', 45.583, -73.75],
  town('auteuil', 'Auteuil', 45.634, -73.747),
  town('chomedey', 'Chomedey', 45.541, -73.745),
  town('duvernay', 'Duvernay', 45.59, -73.674),
  town('fabreville', 'Fabreville', 45.567, -73.833),
  town('iles-laval', 'Îles-Laval', 45.517, -73.856),
  town('laval-des-rapides', 'Laval-des-Rapides', 45.553, -73.706),
  town('laval-ouest', 'Laval-Ouest', 45.548, -73.885),
  town('laval-sur-le-lac', 'Laval-sur-le-Lac', 45.531, -73.874),
  town('pont-viau', 'Pont-Viau', 45.572, -73.688),
  town('sainte-dorothee', 'Sainte-Dorothée', 45.53, -73.814),
  town('sainte-rose', 'Sainte-Rose', 45.611, -73.792),
  town('saint-francois', 'Saint-François', 45.664, -73.578),
  town('saint-vincent-de-paul', 'Saint-Vincent-de-Paul', 45.617, -73.652),
  town('vimont', 'Vimont', 45.605, -73.726),
];
