import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { StatusSource } from '#libs/schema';
import type { ServiceFacts } from './status.events.ts';
import { may, sourceOf } from './status.policies.ts';

/** Who may speak of a service: its own people, 211, the municipality; and those of the organization that speaks for it. */
@Injectable()
export class Speaking {
  /** As what the word of this actor counts; null for who may not speak of it. */
  async sourceFor(
    tx: Transaction,
    actor: Actor,
    service: Pick<ServiceFacts, 'organizationId' | 'territories'>,
  ): Promise<StatusSource | null> {
    if (may(actor).reportStatusOf(service)) return sourceOf(actor, service);
    if (!actor.may('status:report')) return null;
    const [organization] = await tx.manager.query<{ relay: string | null }[]>(
      'select relay_organization_id as relay from directory_published.organization where id = $1',
      [service.organizationId],
    );
    return organization?.relay && may(actor).reportStatusOf({ organizationId: organization.relay, territories: [] }) ? 'RELAY' : null;
  }
}
