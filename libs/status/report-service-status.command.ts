import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ReportServiceStatusInput, StatusNotice, StatusSource } from '#libs/schema';
import { ContradictionBook } from './contradiction-book.ts';
import { isOrganizations } from './status-answer.ts';
import { StatusBook } from './status-book.ts';
import { StatusReportEntity } from './status-report.entity.ts';
import { isAhead, reportFrom, type Said } from './status-report.rules.ts';
import { type ServiceFacts, ServiceHistoryEnteredEvent, ServiceStatusReportedEvent } from './status.events.ts';
import { Speaking } from './speaking.ts';
import { may } from './status.policies.ts';
import { NotYourService, ServiceNotFound } from './status.refusals.ts';

export interface ServiceStatusReported {
  reportId: string;
  notices: StatusNotice[];
}

type Opened = { service: ServiceFacts; now: Date; source: StatusSource };

/** What a service says of itself. */
@Injectable()
export class ReportServiceStatus {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StatusBook) private readonly book: StatusBook,
    @Inject(ContradictionBook) private readonly contradictions: ContradictionBook,
    @Inject(Speaking) private readonly speaking: Speaking,
  ) {}

  run(actor: Actor, input: ReportServiceStatusInput): Promise<ServiceStatusReported> {
    return this.unitOfWork.once(actor, 'reportServiceStatus', input, tx => this.within(tx, actor, input));
  }

  /** In a transaction of another command, which has asked whether the actor may, and says as what it counts. */
  async within(tx: Transaction, actor: Actor, input: ReportServiceStatusInput, asked?: StatusSource): Promise<ServiceStatusReported> {
    const { service: before, now, source } = await this.find(tx, actor, input, asked);
    const said = reportFrom(actor, input, {
      now,
      service: before,
      unit: input.capacity ? await this.book.lastUnit(tx, before.id) : null,
      source,
    });
    const fate = await this.book.fate(tx, before, said, now);
    await this.change(tx, before, said, fate, now);
    return { reportId: said.id, notices: this.notices(input, before, said, fate) };
  }

  private async find(tx: Transaction, actor: Actor, input: ReportServiceStatusInput, asked?: StatusSource): Promise<Opened> {
    const opened = await this.book.open(tx, input.serviceId, input.locationId);
    const service = opened?.service;
    if (!service || !may(actor).see(service)) throw new ServiceNotFound('SERVICE_NOT_FOUND', 'serviceId');
    const source = asked ?? (await this.speaking.sourceFor(tx, actor, service));
    if (!source) throw new NotYourService('NOT_YOUR_SERVICE', 'serviceId');
    if (input.locationId != null && !(await this.book.hasPlace(tx, service.id, input.locationId)))
      throw new ServiceNotFound('LOCATION_NOT_FOUND', 'locationId');
    if (input.replacementServiceId != null) await this.demandReplacement(tx, actor, service.id, input.replacementServiceId);
    return { ...opened, source };
  }

  private async demandReplacement(tx: Transaction, actor: Actor, serviceId: string, id: string): Promise<void> {
    const other = await this.book.find(tx, id);
    if (!other || other.id === serviceId || !may(actor).see(other))
      throw new ServiceNotFound('REPLACEMENT_NOT_FOUND', 'replacementServiceId');
  }

  private async change(tx: Transaction, before: ServiceFacts, said: Said, fate: 'holds' | 'planned' | 'history', now: Date): Promise<void> {
    const turns = fate === 'history' ? null : await this.book.turns(tx, said);
    const report = { ...said, position: await tx.nextPosition() };
    await tx.manager.insert(StatusReportEntity, report);
    const fact = { v: 1 as const, serviceId: before.id, locationId: said.locationId, reportId: said.id };
    if (fate === 'history' || !turns) return tx.announce(ServiceHistoryEnteredEvent.of(before.id, { ...fact, service: before }));

    await this.book.write(tx, report, fate, turns, now);
    if (fate === 'holds' && !said.locationId && isOrganizations(said.source))
      await this.contradictions.answer(tx, before.id, said.observedAt, now);
    const after = await this.book.facts(tx, before.id, said.locationId, now);
    tx.announce(ServiceStatusReportedEvent.of(before.id, { ...fact, before, after: after! })); // held, so still there
  }

  private notices(input: ReportServiceStatusInput, before: ServiceFacts, said: Said, fate: string): StatusNotice[] {
    const plan = (said.locationId ? before.place : before.status)?.plannedReportId;
    return [
      ...(isAhead(input.observedAt, said.recordedAt) ? ['OBSERVED_AT_TAKEN_AS_NOW' as const] : []),
      ...(fate === 'history' ? ['JOINED_HISTORY' as const] : []),
      ...(fate === 'holds' && plan ? ['STILL_PLANNED' as const] : []),
    ];
  }
}
