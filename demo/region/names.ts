import type { Theme } from './work.ts';

/** Invented names, by what those who bear them do. `{de}`: the town it is of. */
export const names: Readonly<Record<Theme, readonly string[]>> = {
  FOOD: [
    'La Chaudronnée {de}',
    'Comptoir du Partage {de}',
    'La Bonne Miche {de}',
    'Le Garde-Manger {de}',
    'La Table ronde {de}',
    'Récolte et Compagnie {de}',
    'Entraide alimentaire {de}',
  ],
  FAMILY: ['Le Nid {de}', 'Maison des Petits Pas {de}', 'La Ribambelle {de}', 'Carrefour Familles {de}', 'Les Berceaux {de}'],
  SENIORS: ['L’Âge tendre {de}', 'Les Cheveux blancs {de}', 'Soleil d’automne {de}', 'Amis des aînés {de}', 'Le Bel Âge {de}'],
  YOUTH: ['Le Squat-Jeunes {de}', 'La Rampe {de}', 'L’Éclipse {de}', 'Zone Ados {de}'],
  NEWCOMERS: ['Passerelle des nations {de}', 'Terre d’accueil {de}', 'Horizons partagés {de}', 'Bienvenue {de}', 'Le Trait d’union {de}'],
  WORK: ['Tremplin Emploi {de}', 'Atelier du Savoir-faire {de}', 'Cap Travail {de}', 'L’Établi {de}'],
  MIND: ['L’Éclaircie {de}', 'Le Point d’eau {de}', 'Havre de l’île {de}', 'La Main tendue {de}', 'Le Second Souffle du cœur {de}'],
  DISABILITY: ['Les Ailes ouvertes {de}', 'L’Arc-en-soi {de}', 'Accès libre {de}', 'Le Rayon vert {de}'],
  RIGHTS: ['Droits devant l’île {de}', 'Comité citoyen {de}', 'La Voix haute {de}', 'Info-Recours {de}'],
  HOUSING: ['Toit et Moi {de}', 'La Trouvaille {de}', 'Un Toit pour l’île {de}', 'La Remise {de}'],
  STREET: ['La Lanterne {de}', 'L’Abri du Nord {de}', 'La Halte du pont {de}'],
  LEISURE: ['Loisirs en fête {de}', 'Club des Berges {de}', 'L’Atelier du dimanche {de}', 'Centre de loisirs L’Érablière {de}'],
  GENDER: ['Elles en marche {de}', 'Entr’hommes {de}', 'Le Prisme {de}'],
  NEIGHBOURS: ['Voisinage solidaire {de}', 'Le Perron d’à côté {de}', 'La Place publique {de}', 'Ruche citoyenne {de}'],
  HEALTH: ['Santé de proximité {de}', 'Coopérative de santé Les Saules {de}', 'Mieux-Vivre {de}', 'Les Proches ensemble {de}'],
  LEARNING: ['Le Fil des lettres {de}', 'École populaire {de}', 'La Plume et l’Encrier {de}', 'Grandir ensemble {de}'],
};

/** How many of the organizations do so. */
export const themes: readonly (readonly [Theme, number])[] = [
  ['FOOD', 20],
  ['FAMILY', 12],
  ['SENIORS', 12],
  ['YOUTH', 8],
  ['NEWCOMERS', 10],
  ['WORK', 8],
  ['MIND', 9],
  ['DISABILITY', 6],
  ['RIGHTS', 6],
  ['HOUSING', 7],
  ['STREET', 4],
  ['LEISURE', 8],
  ['GENDER', 4],
  ['NEIGHBOURS', 8],
  ['HEALTH', 6],
  ['LEARNING', 8],
];
