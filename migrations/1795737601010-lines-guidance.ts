import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which number is the right one, for what, and the words that say so at once. One of a crisis stands in place of the standing one. */
export class LinesGuidance1795737601010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lines.guidance (
        id        uuid primary key,
        code      text not null check (code ~ '^[A-Z][A-Z0-9_]{0,49}$'),
        crisis_id uuid references crises.crisis,
        position  int not null,
        ${texts('name', 200)},
        ${texts('given', 500)},
        -- [{number, label_fr, label_en}]
        numbers   jsonb not null default '[]' check (jsonb_typeof(numbers) = 'array'),
        words_fr  text[] not null default '{}',
        words_en  text[] not null default '{}',
        set_at    timestamptz not null,
        set_by    text not null,
        withdrawn_at timestamptz,
        check (num_nonnulls(name_fr, name_en) > 0),
        check (num_nonnulls(given_fr, given_en) > 0)
      );
      create unique index guidance_by_code on lines.guidance (crisis_id, code) nulls not distinct where withdrawn_at is null;
      grant select, insert on lines.guidance to fanal_app;
      grant update (position, name_fr, name_en, given_fr, given_en, numbers, words_fr, words_en, set_at, set_by, withdrawn_at)
        on lines.guidance to fanal_app;
    `);
    await runner.query(
      `insert into lines.guidance (id, code, position, name_fr, name_en, given_fr, given_en, numbers, words_fr, words_en, set_at, set_by)
       select gen_random_uuid(), code, position, name_fr, name_en, given_fr, given_en, numbers, words_fr, words_en, now(), 'operator'
       from jsonb_to_recordset($1::jsonb) as row (code text, position int, name_fr text, name_en text, given_fr text, given_en text,
         numbers jsonb, words_fr text[], words_en text[])`,
      [JSON.stringify(standing.map((row, at) => ({ ...row, position: at + 1 })))],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lines.guidance');
  }
}

const texts = (name: string, limit: number) =>
  ['fr', 'en'].map(language => `${name}_${language} text check (length(${name}_${language}) between 1 and ${limit})`).join(', ');

const one = (number: string) => [{ number, label_fr: null, label_en: null }];

const standing = [
  {
    code: 'N911',
    ...{ name_fr: '911, urgence', name_en: '911, emergency', numbers: one('911') },
    given_fr: 'Danger immédiat pour la vie ou la sécurité : police, ambulance, incendie.',
    given_en: 'Immediate danger to life or safety: police, ambulance, fire.',
    words_fr: ['ne respire plus', 'respire mal', 'inconscient', 'perdu connaissance', 'douleur à la poitrine', 'monoxyde', 'fuite de gaz', 'odeur de gaz', 'incendie', 'en feu', 'noyade', 'arme', 'me frappe', 'surdose'], // prettier-ignore
    words_en: ['not breathing', 'can’t breathe', 'unconscious', 'passed out', 'chest pain', 'monoxide', 'gas leak', 'smell of gas', 'on fire', 'drowning', 'weapon', 'hitting me', 'overdose'], // prettier-ignore
  },
  {
    code: 'N811_1',
    ...{ name_fr: '811, option 1 : Info-Santé', name_en: '811, option 1: Info-Santé', numbers: one('811, option 1') },
    given_fr: 'Une question de santé qui n’est pas une urgence : une infirmière répond, jour et nuit.',
    given_en: 'A health question that is not an emergency: a nurse answers, day and night.',
    words_fr: ['fièvre', 'médicament', 'vomi', 'symptôme', 'infirmière'],
    words_en: ['fever', 'medication', 'vomit', 'symptom', 'nurse'],
  },
  {
    code: 'N811_2',
    ...{ name_fr: '811, option 2 : Info-Social', name_en: '811, option 2: Info-Social', numbers: one('811, option 2') },
    given_fr: 'Détresse, anxiété, deuil, crise familiale : une personne en intervention psychosociale répond, jour et nuit.',
    given_en: 'Distress, anxiety, grief, family crisis: a psychosocial worker answers, day and night.',
    words_fr: ['anxiété', 'angoisse', 'détresse', 'deuil', 'déprim', 'crise de panique'],
    words_en: ['anxiety', 'distress', 'grief', 'depress', 'panic attack'],
  },
  {
    code: 'APPELLE',
    ...{ name_fr: '1 866 APPELLE, prévention du suicide', name_en: '1 866 APPELLE, suicide prevention' },
    numbers: one('1 866 277-3553'),
    given_fr: 'Idées suicidaires, pour soi ou pour quelqu’un d’autre. Geste en cours : 911.',
    given_en: 'Thoughts of suicide, one’s own or somebody else’s. An attempt under way: 911.',
    words_fr: ['suicid', 'veut mourir', 'veux mourir', 'se tuer', 'me tuer', 'en finir'],
    words_en: ['suicid', 'wants to die', 'want to die', 'kill myself', 'kill himself', 'kill herself', 'end my life'],
  },
  {
    code: 'SOS_VIOLENCE_CONJUGALE',
    ...{ name_fr: 'SOS violence conjugale', name_en: 'SOS violence conjugale (domestic violence)', numbers: one('1 800 363-9010') },
    given_fr: 'Violence d’une conjointe ou d’un conjoint : écoute et hébergement, jour et nuit. Danger immédiat : 911.',
    given_en: 'Violence by a partner: listening and shelter, day and night. Immediate danger: 911.',
    words_fr: ['violence conjugale', 'peur de mon conjoint', 'peur de mon mari', 'conjoint violent', 'contrôle mes sorties'],
    words_en: ['domestic violence', 'afraid of my partner', 'afraid of my husband', 'violent partner', 'abusive partner'],
  },
  {
    code: 'N311',
    ...{ name_fr: '311, services municipaux', name_en: '311, municipal services', numbers: one('311') },
    given_fr: 'Collectes, voirie, eau, permis, installations de la Ville.',
    given_en: 'Collections, roads, water, permits, the City’s facilities.',
    words_fr: ['collecte', 'ordures', 'déneigement', 'nid-de-poule', 'aqueduc', 'stationnement', 'permis'],
    words_en: ['garbage', 'snow removal', 'pothole', 'water main', 'parking', 'permit'],
  },
  {
    code: 'N211',
    ...{ name_fr: '211, services communautaires et sociaux', name_en: '211, community and social services', numbers: one('211') },
    given_fr: 'Nourriture, logement, aide matérielle, transport, répit : ce que la communauté et le public offrent près de chez soi.',
    given_en: 'Food, housing, material help, transport, respite: what community and public services offer nearby.',
    ...{ words_fr: [], words_en: [] },
  },
  {
    code: 'ITMAV',
    ...{ name_fr: 'ITMAV, aînés en situation de vulnérabilité', name_en: 'ITMAV, seniors in a vulnerable situation', numbers: [] },
    given_fr: 'Personne aînée isolée, négligée ou exploitée : le travail de milieu va vers elle. Passer par le 211.',
    given_en: 'A senior who is isolated, neglected or exploited: outreach workers go to them. Through 211.',
    words_fr: ['aîné isolé', 'aînée isolée', 'négligence', 'maltraitance', 'exploitation financière'],
    words_en: ['isolated senior', 'neglect', 'elder abuse', 'financial exploitation'],
  },
];
