import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kinds of need that stand outside any event, and where a person may be handed over to. */
export class NeedsKinds1795737602001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [place, [code, category, level, unit, fr, en, words]] of standing.entries())
      await runner.query(
        'insert into needs.kind (code, category, level, unit, name_fr, name_en, words, position) values ($1, $2, $3, $4, $5, $6, $7, $8)',
        [code, category, level, unit, fr, en, words.split(','), place + 1],
      );
    for (const [place, [code, number, fr, en]] of targets.entries())
      await runner.query('insert into needs.handover_target (code, number, name_fr, name_en, position) values ($1, $2, $3, $4, $5)', [
        ...[code, number, fr, en, place + 1],
      ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from needs.kind; delete from needs.handover_target');
  }
}

type Kind = readonly [code: string, category: string | null, level: string, unit: string, fr: string, en: string, words: string];

/** The standing kinds of need; `words`, plain, are those by which people name them in either language. */
const standing: readonly Kind[] = [
  ['MASKS', 'health', 'NEIGHBOURHOOD', 'MASK', 'Masques', 'Masks', 'masque,masques,mask,masks,couvre visage,n95,face covering'],
  [
    ...([
      'VACCINATION_REGISTRATION',
      'health',
      'NEIGHBOURHOOD',
      'HOUSEHOLD',
      'Inscription à la vaccination',
      'Vaccination registration',
    ] as const),
    'vaccin,vaccins,vaccination,vaccine,vaccinated,vacciner,clic sante,rendez vous vaccin,booster,dose',
  ],
  [
    ...(['GROCERY_DELIVERY', 'food', 'NEIGHBOURHOOD', 'HOUSEHOLD', 'Livraison d’épicerie', 'Grocery delivery'] as const),
    'epicerie,livraison,livrer,livre,commission,commissions,grocery,groceries,delivery,deliver,courses,magasiner,provigo,iga,metro,supermarche',
  ],
  [
    ...(['FOOD_AID', 'food', 'NEIGHBOURHOOD', 'BASKET', 'Aide alimentaire', 'Food aid'] as const),
    'manger,nourriture,alimentaire,panier,paniers,faim,food,hungry,basket,banque alimentaire,food bank,repas,meal,meals,popote,soupe,frigo,lait,depannage',
  ],
  [
    ...(['TAXI', null, 'NEIGHBOURHOOD', 'TRIP', 'Transport ou taxi', 'Transport or taxi'] as const),
    'taxi,transport,transports,ride,accompagnement,lift,cab,deplacement,rendez vous medical,autobus,bus',
  ],
  [
    ...(['HOUSING', 'material-assistance-and-housing', 'MUNICIPALITY', 'NIGHT', 'Logement ou hébergement', 'Housing or shelter'] as const),
    'logement,loger,loyer,hebergement,appartement,expulsion,expulse,housing,rent,shelter,eviction,evicted,sans abri,homeless,dormir,sleep,omh,hlm,toit',
  ],
  [
    ...(['ISOLATION_SUPPORT', 'health', 'NEIGHBOURHOOD', 'HOUSEHOLD', 'Soutien à l’isolement', 'Isolation support'] as const),
    'isolement,isoler,isole,isolation,isolate,isolating,quarantaine,quarantine,positif,positive,covid',
  ],
  [
    ...(['INTERPRETATION', null, 'MUNICIPALITY', 'HOUR', 'Interprétation', 'Interpretation'] as const),
    'interprete,interpretation,traduction,traducteur,interpreter,translation,translator,langue,language',
  ],
  ['OTHER', null, 'NEIGHBOURHOOD', 'HOUSEHOLD', 'Autre besoin', 'Other need', ''],
];

type Target = readonly [code: string, number: string | null, fr: string, en: string];
/** Where a person may be handed over to (LAVAL.md, N11). */
const targets: readonly Target[] = [
  ['911', '911', '911, danger immédiat', '911, immediate danger'],
  ['811-1', '811', 'Info-Santé 811, option 1', 'Info-Santé 811, option 1'],
  ['811-2', '811', 'Info-Social 811, option 2', 'Info-Social 811, option 2'],
  ['1866APPELLE', '1 866 277-3553', '1 866 APPELLE, prévention du suicide', '1 866 APPELLE, suicide prevention'],
  ['SOS_VIOLENCE_CONJUGALE', '1 800 363-9010', 'SOS violence conjugale', 'SOS violence conjugale'],
  ['URGENCE_SOCIALE', null, 'Urgence sociale de Laval', 'Laval’s Urgence sociale'],
  ['DPJ', null, 'DPJ, protection de la jeunesse', 'DPJ, youth protection'],
  ['ITMAV', null, 'ITMAV, travail de milieu auprès des aînés', 'ITMAV, outreach to seniors'],
  ['211', '211', 'Un autre 211', 'Another 211'],
];
