import type { CrisisPhase } from '#libs/schema';
import type { Text } from '../region/work.ts';

const text = (fr: string, en: string) => ({ fr, en });
const area = (territory: string, phase: CrisisPhase) => ({ territory, phase });

/** An invented outage in the west of the island; it may happen in any season. */
export const outage = {
  crisis: {
    name: text('Panne d’électricité dans l’ouest de l’île (fictive)', 'Power outage in the west of the island (fictitious)'),
    nature: 'OUTAGE',
    exercise: false,
    categories: [
      'food',
      'government-services',
      'health',
      'homelessness',
      'material-assistance-and-housing',
      'mental-health-and-addictions',
      'psychosocial-support',
      'seniors',
    ],
    areas: [
      area('laval-ouest', 'ALERT'),
      area('sainte-dorothee', 'ALERT'),
      area('laval-sur-le-lac', 'ALERT'),
      area('fabreville', 'WATCH'),
      area('iles-laval', 'WATCH'),
      area('chomedey', 'WATCH'),
    ],
    needKinds: [
      { code: 'CHARGING', name: text('Recharger un téléphone ou un appareil médical', 'Charge a phone or a medical device') },
      { code: 'WARM_PLACE', name: text('Un lieu chauffé pour la nuit', 'A heated place for the night') },
      { code: 'HOT_MEAL', name: text('Un repas chaud', 'A hot meal') },
    ],
  },
  drill: {
    name: text('Exercice : évacuation d’une résidence', 'Drill: evacuation of a residence'),
    nature: 'FIRE',
    exercise: true,
    categories: [] as string[],
    areas: [area('vimont', 'RESPONSE')],
    needKinds: [],
  },
  /** Since how many days, by town. */
  dark: { 'laval-ouest': 5, 'sainte-dorothee': 5, 'laval-sur-le-lac': 5, fabreville: 4, 'iles-laval': 4 } as Readonly<
    Record<string, number>
  >,
  limits: [
    { phase: 'RESPONSE', category: 'food', hours: 12 },
    { phase: 'RESPONSE', category: 'homelessness', hours: 8 },
    { phase: 'ALERT', hours: 48 },
  ] as { phase: CrisisPhase; category?: string; hours: number }[],
};

/** Who does what. */
export const missions: readonly (readonly [organization: string, ...Text[]])[] = [
  [
    'Ville de Laval – Police, Sécurité civile',
    ['Coordonner les mesures d’urgence', 'Coordinate emergency measures'],
    ['Ouvrir et fermer les centres de services', 'Open and close service centres'],
  ],
  [
    'Ville de Laval – Culture, loisirs, sport et développement social, Vie de quartier',
    ['Tenir ouvertes les haltes des centres communautaires', 'Keep the community centres open as warm stops'],
  ],
  ['Ville de Laval – Police, Urgence sociale', ['Visiter les personnes vulnérables', 'Visit vulnerable people']],
  [
    'Croix-Rouge canadienne',
    ['Héberger les personnes évacuées', 'Shelter those who were evacuated'],
    ['Inscrire les familles', 'Register families'],
  ],
  ['CISSS de Laval – Direction générale adjointe', ['Joindre la clientèle du soutien à domicile', 'Reach home-support clients']],
  ['Centre de référence du Grand Montréal – 211', ['Tenir à jour l’état des services', 'Keep the state of services up to date']],
  ['Centre de bénévolat Moisson Laval', ['Approvisionner les comptoirs en repas prêts', 'Supply counters with ready meals']],
  ['Corporation de développement communautaire de Laval', ['Relayer les demandes des organismes', 'Relay what organizations ask for']],
];

/** What people ask, and what is read to them. */
export const instructions = [
  {
    owner: 'Ville de Laval – Police, Sécurité civile',
    question: text('Où se réchauffer cette nuit?', 'Where can one get warm tonight?'),
    answer: text(
      'Dans les haltes ouvertes des centres communautaires, sans inscription. Cherchez « halte » ou « itinérance » pour voir celles qui ont de la place.',
      'In the warm stops of the community centres, without signing up. Search “warm” or “homeless” to see which have room.',
    ),
  },
  {
    owner: 'CISSS de Laval – Direction générale adjointe',
    question: text('Mon appareil médical n’a plus de courant. Que faire?', 'My medical device has no power. What should I do?'),
    answer: text(
      'Si votre vie est en danger, appelez le 911. Sinon, appelez le 811 : une infirmière vous dira où brancher votre appareil.',
      'If your life is in danger, call 911. Otherwise call 811: a nurse will tell you where to plug it in.',
    ),
    phone: '811',
  },
  {
    owner: 'Croix-Rouge canadienne',
    question: text('Qui aide une famille qui doit quitter son logement?', 'Who helps a family that has to leave its home?'),
    answer: text(
      'La Croix-Rouge, au centre de services de la Ville : un toit, des repas et des articles essentiels pour trois jours.',
      'The Red Cross, at the City’s service centre: a roof, meals and essentials for three days.',
    ),
    phone: '450 555-0100',
  },
];
