import type { Actor, Placed } from '#libs/kernel';
import type { StatusSource } from '#libs/schema';

interface Service extends Placed {
  readonly confidential: boolean;
}

const isCentre = (role: string): boolean => ['COUNSELLOR', 'RESEARCHER', 'CENTRE_SUPERVISOR'].includes(role);

/** `if (!may(actor).reportStatusOf(service)) throw …` */
export const may = (actor: Actor) => ({
  see: (service: Service) => !service.confidential || actor.may('service:read-confidential', service),
  /** Why a word was said may name somebody. */
  readReasonsOf: (service: Service) => actor.may('status:report', service) || actor.may('service:read-confidential', service),
  /** 211 hears every voice. */
  hearContradictionsOf: (service: Service) => actor.rolesFor('contradiction:read', service).some(isCentre),
  hearContradictions: () => actor.grants.some(({ permission, role }) => permission === 'contradiction:read' && isCentre(role)),
  /** Others, those of which everybody was told that they are. */
  readContradictionOf: (service: Service, marked: boolean) =>
    actor.rolesFor('contradiction:read', service).some(role => marked || isCentre(role)),
  reportStatusOf: (service: Placed) => actor.may('status:report', service),
});

/** In this order where a person holds several roles: the organization's own word first. */
const sources: readonly (readonly [role: string, source: StatusSource])[] = [
  ['PARTNER_EDITOR', 'PARTNER'],
  ['CASE_WORKER', 'PARTNER'],
  ['MUNICIPAL_COORDINATOR', 'COORDINATOR'],
  ['RESEARCHER', 'RESEARCHER'],
  ['CENTRE_SUPERVISOR', 'RESEARCHER'],
  ['LINK', 'LINK'],
];

/** As what the word of this actor on this service counts. */
export function sourceOf(actor: Actor, service: Placed): StatusSource {
  const roles = actor.rolesFor('status:report', service);
  const source = sources.find(([role]) => roles.includes(role))?.[1];
  if (!source) throw new Error(`No source for the roles ${roles.join(', ')}, which may report.`);
  return source;
}

/** As what the word counts with which this actor settles a contradiction. */
export const settlingSourceOf = (actor: Actor, service: Placed): StatusSource => {
  const roles = actor.rolesFor('contradiction:settle', service);
  if (roles.includes('RESEARCHER') || roles.includes('CENTRE_SUPERVISOR')) return 'RESEARCHER';
  return roles.includes('COUNSELLOR') ? 'COUNSELLOR' : 'COORDINATOR';
};
