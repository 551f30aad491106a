import { Inject, Injectable } from '@nestjs/common';
import { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ReportServiceStatusInput, StatusSource } from '#libs/schema';
import { type Opening, turnsOf, upTo } from './freshness.ts';
import { StatusReportEntity } from './status-report.entity.ts';
import { reportFrom } from './status-report.rules.ts';
import { type ServiceFacts, ServiceHistoryEnteredEvent, ServiceStatusConfirmedEvent, ServiceStatusReportedEvent } from './status.events.ts';
import { type Standing, standingsSql, writeStandings } from './standings.ts';
import { whichReportWins } from './which-report-wins.ts';

/** What was said of a service as a whole, elsewhere, before. */
export interface PastWord {
  readonly serviceId: string;
  readonly saidAt: Date;
  /** As audits name who acts. */
  readonly by: string;
  readonly source: StatusSource;
  /** Null: the same state again. */
  readonly says: Omit<ReportServiceStatusInput, 'serviceId' | 'locationId' | 'idempotencyKey'> | null;
}

const AT_ONCE = 2_000;
const ROWS = 500;

/**
 * Many words at once, in the order in which they were said: each becomes the report, the event and the standing that it would have
 * become had it been reported when it was said. Of services without plans and without words on their places.
 */
@Injectable()
export class TakePastWordsIn {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  async run(words: readonly PastWord[]): Promise<void> {
    for (let from = 0; from < words.length; from += AT_ONCE) {
      const part = words.slice(from, from + AT_ONCE);
      await this.unitOfWork.run(tx => this.take(tx, part));
    }
  }

  private async take(tx: Transaction, words: readonly PastWord[]): Promise<void> {
    const ids = [...new Set(words.map(({ serviceId }) => serviceId))];
    await tx.lockAll('status', ids);
    const found = await tx.manager.query<Standing[]>(standingsSql, [ids]);
    const standings = new Map(found.map(standing => [standing.id, standing]));
    const reports: object[] = [];
    for (const word of words) {
      const standing = standings.get(word.serviceId);
      if (!standing || standing.entangled) throw new Error(`The past of ${word.serviceId} cannot be taken in.`);
      if (word.says) reports.push(await this.report(tx, standing, word, word.says));
      else this.confirm(tx, standing, word);
    }
    for (let from = 0; from < reports.length; from += ROWS) await tx.manager.insert(StatusReportEntity, reports.slice(from, from + ROWS));
    await tx.manager.query(writeStandings, [JSON.stringify(found.filter(({ held }) => held))]);
  }

  private async report(tx: Transaction, standing: Standing, { by, source, saidAt }: PastWord, says: NonNullable<PastWord['says']>) {
    const { id: serviceId, held } = standing;
    const actor = new Actor({ id: by, grants: [] });
    const said = reportFrom(actor, { ...says, serviceId }, { now: saidAt, service: standing.facts, unit: standing.unit, source });
    if (said.effectiveFrom > saidAt) throw new Error('A plan is no past word.');
    const report = { ...said, position: await tx.nextPosition() };
    const fact = { v: 1 as const, serviceId, locationId: null, reportId: said.id };
    const before = factsOf(standing);
    standing.unit = said.capacity?.unit ?? standing.unit;
    const newer = { ...report, confirmedAt: null };
    if (whichReportWins([newer, ...(held ? [wordOf(held)] : [])], saidAt) !== newer) {
      tx.announce(ServiceHistoryEnteredEvent.of(serviceId, { ...fact, service: before }), saidAt);
      return report;
    }
    const heardAt = said.observedAt > said.effectiveFrom ? said.observedAt : said.effectiveFrom;
    standing.held = { ...newer, reportId: said.id, ...turns(standing, heardAt, said.goodUntil) };
    tx.announce(ServiceStatusReportedEvent.of(serviceId, { ...fact, before, after: factsOf(standing) }), saidAt);
    return report;
  }

  private confirm(tx: Transaction, standing: Standing, { saidAt }: PastWord): void {
    const { id: serviceId, held } = standing;
    if (!held || (held.goodUntil && new Date(held.goodUntil) <= saidAt)) throw new Error('There is nothing to confirm.');
    const before = factsOf(standing);
    standing.held = { ...held, confirmedAt: saidAt, ...turns(standing, saidAt, dateOf(held.goodUntil)) };
    const fact = { v: 1 as const, serviceId, locationId: null, reportId: held.reportId };
    tx.announce(ServiceStatusConfirmedEvent.of(serviceId, { ...fact, before, after: factsOf(standing) }), saidAt);
  }
}

const turns = ({ limit, openings }: Standing, heardAt: Date, goodUntil: Date | null) =>
  upTo(goodUntil, turnsOf(heardAt, limit, openingsAfter(openings, heardAt)));

const openingsAfter = (openings: Standing['openings'], heardAt: Date): Opening[] =>
  openings.filter(([, closes]) => closes > +heardAt).map(([opens, closes]) => ({ opensAt: new Date(opens), closesAt: new Date(closes) }));

const wordOf = (held: NonNullable<Standing['held']>) => ({
  position: held.position,
  observedAt: new Date(held.observedAt),
  effectiveFrom: new Date(held.effectiveFrom),
  confirmedAt: dateOf(held.confirmedAt),
});

const dateOf = (instant: Date | string | null): Date | null => (instant ? new Date(instant) : null);
const iso = (instant: Date | string | null): string | null => dateOf(instant)?.toISOString() ?? null;

const factsOf = ({ facts, held }: Standing): ServiceFacts => ({
  ...facts,
  mixed: false,
  contradicted: false,
  status: {
    reportId: held?.reportId ?? null,
    state: held?.state ?? 'UNKNOWN',
    confirmedAt: iso(held?.confirmedAt ?? null),
    agingAt: iso(held?.agingAt ?? null),
    staleAt: iso(held?.staleAt ?? null),
    plannedReportId: null,
  },
  place: null,
});
