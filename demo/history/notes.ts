import type { ServiceState, StatusAspect } from '#libs/schema';
import type { Text } from '../region/work.ts';

export interface Note {
  readonly text: Text;
  readonly changes?: StatusAspect[];
}

const note = (fr: string, en: string, ...changes: StatusAspect[]): Note => ({ text: [fr, en], changes });

/** What is said with a state, on a day like any other. */
export const ordinary: Readonly<Partial<Record<ServiceState, readonly Note[]>>> = {
  LIMITED: [
    note('Deux bénévoles de moins cette semaine : prévoir de l’attente.', 'Two volunteers fewer this week: expect a wait.', 'STAFF'),
    note('Sur rendez-vous seulement pour l’instant.', 'By appointment only for now.', 'MODE'),
    note('Ouvert l’avant-midi seulement cette semaine.', 'Open in the morning only this week.', 'HOURS'),
    note('Quantités réduites : une visite par ménage.', 'Smaller quantities: one visit per household.', 'QUANTITY'),
    note('Réservé aux personnes du secteur jusqu’à nouvel ordre.', 'For people of the area only until further notice.', 'CLIENTELE'),
  ],
  FULL: [
    note('Liste d’attente d’environ deux semaines.', 'Waiting list of about two weeks.'),
    note('Complet aujourd’hui; rappeler demain matin.', 'Full today; call back tomorrow morning.'),
    note('Plus de places avant la prochaine session.', 'No room left before the next session.'),
  ],
  SUSPENDED: [
    note('Formation de l’équipe.', 'The team is in training.'),
    note('Réparation du chauffage.', 'The heating is being repaired.'),
    note('Faute de personnel, de retour bientôt.', 'Short of staff, back soon.'),
  ],
  RELOCATED: [note('À l’école voisine pendant les travaux.', 'In the school next door during the works.', 'PLACE')],
  CLOSED: [note('Le service a pris fin; appelez le 211 pour savoir où aller.', 'The service has ended; call 211 to learn where to go.')],
};

/** Where the power is out. */
export const inTheDark: Readonly<Partial<Record<ServiceState, readonly Note[]>>> = {
  LIMITED: [
    note('Sur génératrice : l’essentiel seulement.', 'On a generator: essentials only.', 'QUANTITY'),
    note('Repas froids, sur place ou à emporter.', 'Cold meals, on site or to go.', 'QUANTITY', 'MODE'),
    note('Par téléphone cellulaire : la ligne fixe est coupée.', 'By cell phone: the landline is out.', 'MODE'),
    note('De jour seulement, tant qu’il fait clair.', 'By day only, while there is light.', 'HOURS'),
  ],
  FULL: [
    note(
      'Tout est pris depuis la panne; on vous dirige ailleurs.',
      'Everything is taken since the outage; you will be directed elsewhere.',
    ),
  ],
  SUSPENDED: [
    note('Sans électricité depuis la panne.', 'Without power since the outage.'),
    note('Bâtiment évacué : le chauffage ne fonctionne plus.', 'Building evacuated: the heating no longer works.'),
  ],
  RELOCATED: [
    note('Au centre communautaire, qui a une génératrice.', 'In the community centre, which has a generator.', 'PLACE'),
    note('Avec l’équipe de Chomedey pour la durée de la panne.', 'With the Chomedey team for as long as the outage lasts.', 'PLACE'),
  ],
  OPEN: [
    note('Halte ouverte : se réchauffer, charger son téléphone, prendre une soupe.', 'Open to all: get warm, charge a phone, have soup.'),
  ],
};
