import { Inject, Injectable } from '@nestjs/common';
import { Audit, OPERATOR, UnitOfWork } from '#libs/platform';
import { newId } from '#libs/kernel';
import { MonthlyTotals } from './monthly-totals.ts';
import { linesOf, type NeedsLine, NeedsFileRefused, type NeedsProblem } from './needs-table.ts';
import { PastRecords } from './past-records.ts';

export interface NeedsImported {
  readonly months: number;
  readonly records: number;
  /** That were there already, the same. */
  readonly same: number;
  readonly problems: readonly NeedsProblem[];
}

const BATCH = 500;

/** Figures of a time before the hub, from a CSV: totals by month, or a line for each need. The good lines go in; they open no gap. */
@Injectable()
export class ImportNeeds {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(MonthlyTotals) private readonly months: MonthlyTotals,
    @Inject(PastRecords) private readonly records: PastRecords,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  async run(path: string): Promise<NeedsImported> {
    const problems: NeedsProblem[] = [];
    const refused = (problem: NeedsProblem) => void problems.push(problem);
    const done = { months: 0, records: 0, same: 0 };
    let monthly: boolean | undefined;
    let batch: NeedsLine[] = [];
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return;
      const lines = batch;
      batch = [];
      const into = monthly ? this.months : this.records;
      const { written, same } = await this.unitOfWork.run(tx => into.write(tx, lines, refused));
      done[monthly ? 'months' : 'records'] += written;
      done.same += same;
    };
    for await (const row of linesOf(path, refused)) {
      if ('header' in row) monthly = isMonthly(row.header);
      else if (batch.push(row) === BATCH) await flush();
    }
    await flush();
    const facts = { months: done.months, records: done.records, refused: problems.length };
    await this.unitOfWork.run(tx => this.audit.record(tx, OPERATOR, { act: 'need:import', subject: newId(), facts }));
    return { ...done, problems: problems.toSorted((a, b) => a.line - b.line) };
  }
}

function isMonthly(header: readonly string[]): boolean {
  if (header.includes('month') && header.includes('needs')) return true;
  if (['at', 'category', 'kind', 'outcome'].every(name => header.includes(name))) return false;
  throw new NeedsFileRefused('IMPORT_NEEDS_NO_HEADER');
}
