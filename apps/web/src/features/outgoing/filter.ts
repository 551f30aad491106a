import type { OutgoingChannel, OutgoingFilter } from '../../hub/gql/graphql.ts';

/** What a person asks for: `troubled` are the three that follow it. */
export const kinds = ['troubled', 'dead', 'unsure', 'bounced', 'waiting', 'sent', 'withdrawn'] as const;
export type Kind = (typeof kinds)[number];
export const channels: readonly OutgoingChannel[] = ['MAIL', 'TEXT', 'PUSH'];

export interface Asked {
  kind: Kind | null;
  channel: OutgoingChannel | null;
  campaign: string | null;
}

const asked: Record<Kind, OutgoingFilter> = {
  troubled: { troubled: true },
  waiting: { states: ['PENDING', 'HANDED'] },
  sent: { states: ['SENT'], bounced: false },
  dead: { states: ['DEAD'] },
  unsure: { states: ['UNSURE'] },
  bounced: { bounced: true },
  withdrawn: { states: ['WITHDRAWN'] },
};

/** What the address asks for; what it says and nobody knows is not asked. */
export function askedIn(address: URLSearchParams): Asked {
  return {
    kind: kinds.find(kind => kind === address.get('state')) ?? null,
    channel: channels.find(channel => channel === address.get('channel')) ?? null,
    campaign: address.get('campaign'),
  };
}

export const filterOf = ({ kind, channel, campaign }: Asked): OutgoingFilter => ({
  ...(kind && asked[kind]),
  ...(channel && { channels: [channel] }),
  ...(campaign && { groupId: campaign }),
});
