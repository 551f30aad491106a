import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom, Refusal, UserInputError } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { ReportServiceStatusInput, SettleContradictionInput } from '#libs/schema';
import { ContradictionBook } from './contradiction-book.ts';
import { ReportServiceStatus } from './report-service-status.command.ts';
import { StatusBook } from './status-book.ts';
import { ContradictionSettledEvent, type ServiceFacts } from './status.events.ts';
import { may, settlingSourceOf } from './status.policies.ts';
import { ContradictionNotFound, NotYours } from './status.refusals.ts';

const LONGEST = 1_000;

type Opened = { service: ServiceFacts; now: Date };

/** 211 has found out: the word is kept, or another takes its place, on a basis that is said. */
@Injectable()
export class SettleContradiction {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatusBook) private readonly book: StatusBook,
    @Inject(ContradictionBook) private readonly contradictions: ContradictionBook,
    @Inject(ReportServiceStatus) private readonly report: ReportServiceStatus,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SettleContradictionInput): Promise<{ serviceId: string }> {
    const { outcome, basis, report } = input;
    if ((outcome === 'REPLACED') !== Boolean(report))
      throw new UserInputError('`report`: what is REPLACED has one, what is KEPT has none.');
    if ([...(input.note ?? '')].length > LONGEST) throw new UserInputError(`\`note\` has at most ${LONGEST} characters.`);
    return this.unitOfWork.once(actor, 'settleContradiction', input, async tx => {
      const { id, service, now } = await this.find(tx, actor, input.contradictionId);
      if (report) await this.replace(tx, actor, service, report, now);
      const before = (await this.book.facts(tx, service.id, null, now))!; // held, so still there
      await this.contradictions.settle(tx, service.id, id, { outcome, basis, note: input.note ?? null, settledBy: actor.id, now });
      const after = (await this.book.facts(tx, service.id, null, now))!; // as above
      const fact = { v: 1 as const, serviceId: service.id, locationId: null, reportId: after.status.reportId, contradictionId: id };
      tx.announce(ContradictionSettledEvent.of(service.id, { ...fact, before, after }));
      await this.audit.record(tx, actor, { act: 'contradiction:settle', subject: id, facts: { outcome, basis, serviceId: service.id } });
      return { serviceId: service.id };
    });
  }

  private async find(tx: Transaction, actor: Actor, contradictionId: string): Promise<Opened & { id: string }> {
    const serviceId = (await this.contradictions.open(tx, contradictionId))?.serviceId;
    const opened = serviceId ? await this.book.open(tx, serviceId) : null;
    const found = opened && (await this.contradictions.open(tx, contradictionId)); // again, now that the service is held
    if (!found || !may(actor).readContradictionOf(opened.service, found.marked))
      throw new ContradictionNotFound('CONTRADICTION_NOT_FOUND', 'contradictionId');
    if (!actor.may('contradiction:settle', opened.service)) throw new NotYours('NOT_YOURS', 'contradictionId');
    return { ...opened, id: found.id };
  }

  /** The way of every report. What it refuses is no member of this command's answer, so it is told as bad input. */
  private async replace(tx: Transaction, actor: Actor, service: ServiceFacts, report: ReportServiceStatusInput, now: Date): Promise<void> {
    if (idFrom(report.serviceId) !== service.id)
      throw new UserInputError('`report.serviceId` is another service than the contradicted one.');
    try {
      const { reportId } = await this.report.within(tx, actor, report, settlingSourceOf(actor, service));
      const stands = (await this.book.facts(tx, service.id, idFrom(report.locationId ?? ''), now))!; // held, so still there
      if (![stands.status.reportId, stands.place?.reportId].includes(reportId))
        throw new UserInputError('`report` does not take the place of the word: it was seen before it, or takes effect later.');
    } catch (error) {
      if (error instanceof Refusal) throw new UserInputError(`\`report.${error.field}\`: ${error.code}.`);
      throw error;
    }
  }
}
