import type { Role } from '#libs/identity';

/** Everybody here is invented, and said to be. In the order in which the sign-in page offers them. */
export interface DemoPerson {
  readonly email: string;
  readonly displayName: string;
  readonly memberships: readonly { readonly organization: string; readonly role: Role; readonly territories?: string[] }[];
}

const person = (
  name: string,
  displayName: string,
  role: Role,
  organizations: readonly string[],
  territories: string[] = [],
): DemoPerson => ({
  email: `${name}@demo.fanal.test`,
  displayName: `${displayName} (personne fictive)`,
  memberships: organizations.map(organization => ({ organization, role, territories })),
});

const CENTRE = 'Centre de référence du Grand Montréal – 211';
const FOOD = ['Centre de bénévolat Moisson Laval', 'Comptoir Pont-Viau', 'Popote Sainte-Rose', 'Friperie Second Souffle'];

export const people: readonly DemoPerson[] = [
  person('partner', 'Mireille Lafleur', 'PARTNER_EDITOR', FOOD),
  person('counsellor', 'Samuel Beaudry', 'COUNSELLOR', [CENTRE]),
  person('supervisor', 'Nadia Haddad', 'CENTRE_SUPERVISOR', [CENTRE]),
  person('coordinator', 'Étienne Charbonneau', 'MUNICIPAL_COORDINATOR', ['Ville de Laval – Police, Sécurité civile'], ['laval']),
  person('researcher', 'Rose-Marie Joseph', 'RESEARCHER', [CENTRE]),
  person('caseworker', 'Olivier Tran', 'CASE_WORKER', ['Croix-Rouge canadienne']),
  person('committee', 'Lucie Archambault', 'COMMITTEE_MEMBER', ['Corporation de développement communautaire de Laval']),
  person('funder', 'Karim Belkacem', 'FUND_OFFICER', ['Centraide du Grand Montréal']),
  person('privacy', 'Joanne Whitfield', 'PRIVACY_OFFICER', [CENTRE]),
  person('administrator', 'Pascale Dubreuil', 'ADMINISTRATOR', [CENTRE]),
];
