import type { Actor } from '#libs/kernel';

/** Who is silent, opened or answers slowly is named to the 211 alone; others read counts. */
export const may = (actor: Actor) => ({
  readNames: () => actor.may('silence:read-names'),
  readCampaigns: () => actor.may('campaign:read'),
  seeConfidential: () => actor.organizationsFor('service:read-confidential') === null,
});
