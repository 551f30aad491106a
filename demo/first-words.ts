import type { ReportServiceStatusInput } from '#libs/schema';

/** From the moment of loading: so long ago or ahead, or a day from now at an hour of the region's clock. */
export type Moment = { readonly hours: number } | { readonly days: number; readonly at: number };

type Said = Pick<ReportServiceStatusInput, 'state' | 'note' | 'changes' | 'capacity'>;

/** A word on a service, by its French name, and on one of its places, by theirs. */
export interface FirstWord extends Said {
  readonly service: string;
  readonly place?: string;
  readonly by: 'partner' | 'researcher' | 'coordinator' | 'caseworker';
  readonly observed: Moment;
  readonly from?: Moment;
  readonly until?: Moment;
}

const hoursAgo = (hours: number): Moment => ({ hours: -hours });
const daysAgo = (days: number): Moment => ({ hours: -24 * days });

/** A region on an ordinary day: most say the same as ever, some are full, two have not been heard from for long, one never was. */
export const firstWords: readonly FirstWord[] = [
  {
    service: 'Paniers de dépannage alimentaire',
    by: 'partner',
    observed: hoursAgo(0.6),
    state: 'OPEN',
    capacity: { available: 12, total: 40, unit: { fr: 'paniers', en: 'baskets' } },
  },
  { service: 'Épicerie mobile', by: 'partner', observed: hoursAgo(3), state: 'OPEN' },
  {
    service: 'Épicerie mobile',
    place: 'Arrêt d’Auteuil',
    by: 'partner',
    observed: hoursAgo(1),
    until: { days: 3, at: 10 },
    state: 'SUSPENDED',
    note: {
      fr: 'Le camion est au garage; l’arrêt de Saint-François a lieu comme prévu.',
      en: 'The truck is being repaired; the Saint-François stop goes on as planned.',
    },
  },
  {
    service: 'Comptoir alimentaire',
    by: 'partner',
    observed: hoursAgo(2),
    until: { days: 1, at: 9 },
    state: 'FULL',
    note: { fr: 'Plus de denrées aujourd’hui; livraison demain matin.', en: 'No food left today; delivery tomorrow morning.' },
  },
  { service: 'Cuisine collective', by: 'partner', observed: daysAgo(4), state: 'OPEN' },
  {
    service: 'Cuisine collective',
    by: 'partner',
    observed: hoursAgo(5),
    from: { days: 5, at: 8 },
    until: { days: 12, at: 8 },
    state: 'SUSPENDED',
    note: { fr: 'Semaine de relâche de l’équipe.', en: 'The team’s week off.' },
  },
  {
    service: 'Popote roulante',
    by: 'partner',
    observed: hoursAgo(4),
    state: 'LIMITED',
    changes: ['QUANTITY', 'STAFF'],
    note: {
      fr: 'Repas surgelés seulement : il manque des bénévoles pour la livraison du midi.',
      en: 'Frozen meals only: volunteers are missing for the noon delivery.',
    },
  },
  {
    service: 'Vêtements et articles de maison',
    by: 'partner',
    observed: hoursAgo(26),
    until: { days: 4, at: 10 },
    state: 'SUSPENDED',
    note: { fr: 'Dégât d’eau à la boutique.', en: 'Water damage in the shop.' },
  },
  { service: 'Soutien aux personnes en isolement', by: 'caseworker', observed: hoursAgo(20), state: 'OPEN' },
  { service: 'Hébergement temporaire des personnes sinistrées', by: 'caseworker', observed: daysAgo(2), state: 'OPEN' },
  {
    service: 'Accueil psychosocial',
    by: 'researcher',
    observed: hoursAgo(6),
    state: 'LIMITED',
    changes: ['HOURS'],
    note: { fr: 'Sans rendez-vous le matin seulement.', en: 'Without an appointment in the morning only.' },
  },
  { service: 'Dépistage et vaccination', by: 'researcher', observed: daysAgo(3), state: 'OPEN' },
  { service: 'Ligne 211', by: 'researcher', observed: hoursAgo(0.8), state: 'OPEN' },
  { service: 'Coup de main au ménage', by: 'researcher', observed: daysAgo(11), state: 'OPEN' },
  { service: 'Repas et aide aux devoirs', by: 'researcher', observed: daysAgo(20), state: 'OPEN' },
  {
    service: 'Halte-chaleur et fraîcheur',
    by: 'researcher',
    observed: hoursAgo(5),
    state: 'RELOCATED',
    changes: ['PLACE'],
    note: { fr: 'À la bibliothèque voisine pendant les travaux.', en: 'In the library next door during the works.' },
  },
  { service: 'Loisirs de quartier', by: 'researcher', observed: daysAgo(6), state: 'OPEN' },
  {
    service: 'Centre de services aux personnes sinistrées',
    by: 'coordinator',
    observed: hoursAgo(30),
    state: 'SUSPENDED',
    note: { fr: 'Prêt à ouvrir dans l’heure si la Ville le décide.', en: 'Ready to open within the hour if the City so decides.' },
  },
  { service: 'Urgence sociale', by: 'researcher', observed: hoursAgo(8), state: 'OPEN' },
  {
    service: 'Aide à la recherche de logement',
    by: 'researcher',
    observed: daysAgo(5),
    state: 'FULL',
    note: { fr: 'Liste d’attente d’environ trois semaines.', en: 'Waiting list of about three weeks.' },
  },
  { service: 'Café de rue et accueil de jour', by: 'researcher', observed: daysAgo(16), state: 'OPEN' },
  {
    service: 'Hébergement pour femmes et enfants',
    by: 'researcher',
    observed: hoursAgo(3),
    state: 'OPEN',
    capacity: { available: 2, total: 9, unit: { fr: 'places', en: 'places' } },
  },
];
