import { AskAgainWhenManyWereSent } from './ask-again-when-many-were-sent.reaction.ts';
import { LoadOfServiceResolver, OrganizationWeekResolver, UnmetNearbyResolver } from './load.resolver.ts';
import { SentSinceOfService } from './sent-since.loader.ts';
import { WeekOfOrganization } from './week-of-organization.query.ts';

/** What is told of who was sent where, for the room. */
export const loadParts = [
  ...[AskAgainWhenManyWereSent, SentSinceOfService, WeekOfOrganization],
  ...[LoadOfServiceResolver, OrganizationWeekResolver, UnmetNearbyResolver],
];
