import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, Refusal } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { LeftOutOfAnswer, ServiceAnswer, StatusSource } from '#libs/schema';
import { ConfirmServiceStatus, ReportServiceStatus, ServiceNotFound } from '#libs/status';

/** Without an account: for its own organization, and for those that it speaks for. */
export interface Bearer {
  readonly actor: Actor;
  readonly organizationId: string;
  readonly organizations: readonly string[];
}

interface Words {
  readonly answers: readonly ServiceAnswer[];
  readonly confirmed?: readonly string[] | null;
  readonly seenAt?: Date | null;
  /** Never later than now, which it is unless it is said. */
  readonly saidAt?: Date | null;
  /** Others that are spoken of, beside the status. */
  readonly named?: readonly string[];
}

/** What was taken and what was not. */
export interface Taken {
  readonly now: Date;
  readonly saidAt: Date;
  /** Whose each service is that the bearer may speak of. */
  readonly owners: ReadonlyMap<string, string>;
  readonly services: Set<string>;
  readonly reports: string[];
  readonly leftOut: LeftOutOfAnswer[];
}

type Taking = Bearer & Words & Taken;

/** The words of one answer, in its transaction: each on a service of the bearer's, the others left out and told. */
@Injectable()
export class TakeWords {
  constructor(
    @Inject(ReportServiceStatus) private readonly report: ReportServiceStatus,
    @Inject(ConfirmServiceStatus) private readonly confirm: ConfirmServiceStatus,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, bearer: Bearer, words: Words): Promise<Taken> {
    const owners = await this.ownersOf(tx, bearer, words);
    await tx.lockAll('status', [...owners.keys()]); // before the log is: of two answers neither then waits for the other
    const now = this.clock.now();
    const saidAt = words.saidAt && words.saidAt < now ? words.saidAt : now;
    const taking: Taking = { ...bearer, ...words, now, saidAt, owners, services: new Set(), reports: [], leftOut: [] };
    await this.takeSaid(tx, taking);
    await this.takeConfirmed(tx, taking);
    return taking;
  }

  private async ownersOf(tx: Transaction, { actor, organizations }: Bearer, words: Words): Promise<Map<string, string>> {
    const named = [...words.answers.map(({ serviceId }) => serviceId), ...(words.confirmed ?? []), ...(words.named ?? [])];
    const rows = await tx.manager.query<{ id: string; owner: string; confidential: boolean }[]>(
      `select id, organization_id as owner, confidential from directory_published.service
       where id = any($1) and organization_id = any($2) order by id`,
      [named.map(idFrom).filter(Boolean), organizations],
    );
    const seen = rows.filter(
      ({ owner, confidential }) => !confidential || actor.may('service:read-confidential', { organizationId: owner, territories: [] }),
    );
    return new Map(seen.map(({ id, owner }) => [id, owner]));
  }

  private async takeSaid(tx: Transaction, taking: Taking): Promise<void> {
    for (const [n, answer] of taking.answers.entries()) {
      const id = idFrom(answer.serviceId) ?? '';
      const source = sourceOf(taking, id);
      const input = { ...answer, observedAt: taking.saidAt };
      const reported = source && (await this.report.within(tx, taking.actor, input, source).catch(unlessGone(`answers.${n}`)));
      if (!reported) {
        taking.leftOut.push({ serviceId: answer.serviceId, why: 'NOT_YOURS' });
        continue;
      }
      taking.reports.push(reported.reportId);
      taking.services.add(id);
    }
  }

  private async takeConfirmed(tx: Transaction, taking: Taking): Promise<void> {
    const { confirmed, seenAt: observedAt, saidAt, actor, services, leftOut } = taking;
    const asked = [...new Set((confirmed ?? []).map(id => idFrom(id) ?? id))].filter(id => !services.has(id));
    const here = asked.filter(id => sourceOf(taking, id));
    leftOut.push(...asked.filter(id => !here.includes(id)).map(serviceId => ({ serviceId, why: 'NOT_YOURS' as const })));
    if (here.length === 0) return;
    const done = await this.confirm.within(tx, actor, { serviceIds: here, observedAt, saidAt }, { asked: true });
    for (const id of done.serviceIds) services.add(id);
    leftOut.push(...(done.leftOut ?? []));
  }
}

const sourceOf = ({ owners, organizationId }: Taking, serviceId: string): StatusSource | null => {
  const owner = owners.get(serviceId);
  return owner ? (owner === organizationId ? 'LINK' : 'RELAY') : null;
};

/** A service may leave the directory while we look at it; every other refusal is of the whole answer, and says of which service. */
const unlessGone = (place: string) => (error: unknown) => {
  if (error instanceof ServiceNotFound) return null;
  throw error instanceof Refusal ? error.of(place) : error;
};

/** As the answer's row keeps them, with what was said of them. */
export const notTaken = (leftOut: readonly LeftOutOfAnswer[], answers: readonly ServiceAnswer[]): string =>
  JSON.stringify(leftOut.map(left => ({ ...left, said: answers.find(({ serviceId }) => serviceId === left.serviceId) ?? null })));
