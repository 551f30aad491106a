import { CallBook } from './call-book.ts';
import { CallById } from './call-by-id.loader.ts';
import { CallsChanged } from './calls.live.ts';
import { callResolvers } from './calls.resolver.ts';
import { ClaimCall } from './claim-call.command.ts';
import { OrganizationsToReach } from './organizations-to-reach.query.ts';
import { RecordCallResult } from './record-call-result.command.ts';
import { ReleaseCall } from './release-call.command.ts';

/** What is made of calls, for the room. */
export const callParts = [
  CallBook,
  CallById,
  CallsChanged,
  ClaimCall,
  OrganizationsToReach,
  RecordCallResult,
  ReleaseCall,
  ...callResolvers,
];
