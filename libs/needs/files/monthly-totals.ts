import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '#libs/platform';
import { ImportCodes } from './import-codes.ts';
import type { NeedsLine, NeedsProblem } from './needs-table.ts';

/** Totals by month, of all needs or of a kind, in the region or in a territory: what is there already is written over. */
@Injectable()
export class MonthlyTotals {
  constructor(@Inject(ImportCodes) private readonly codes: ImportCodes) {}

  async write(
    tx: Transaction,
    lines: readonly NeedsLine[],
    refused: (problem: NeedsProblem) => void,
  ): Promise<{ written: number; same: number }> {
    const codes = await this.codes.read(tx);
    const rows = new Map<string, object>();
    for (const { line, cells } of lines) {
      const wrong = (column: string, code: NeedsProblem['code'], value = '') => refused({ line, column, code, params: { value } });
      const month = /^(\d{4})-(0[1-9]|1[0-2])(-01)?$/.exec(cells.month ?? '');
      const n = /^\d{1,9}$/.test(cells.needs ?? '') ? Number(cells.needs) : null;
      const territory = cells.territory ? codes.territory(cells.territory) : codes.region;
      const kind = cells.kind ? codes.kind(cells.kind) : null;
      const key = `${month?.[1]}-${month?.[2]} ${territory} ${kind}`;
      if (!month) wrong('month', 'IMPORT_NEEDS_MONTH');
      else if (n === null) wrong('needs', 'IMPORT_NEEDS_COUNT');
      else if (!territory) wrong('territory', 'IMPORT_NEEDS_CODE', cells.territory);
      else if (kind === undefined) wrong('kind', 'IMPORT_NEEDS_CODE', cells.kind);
      else if (rows.has(key)) wrong('month', 'IMPORT_NEEDS_TWICE');
      else rows.set(key, { month: `${month[1]}-${month[2]}-01`, territory, kind, n });
    }
    const written = await tx.manager.query<unknown[]>(
      `insert into needs.past_total as kept (month, territory, kind, n)
       select month, territory, kind, n from jsonb_to_recordset($1::jsonb) as given (month date, territory text, kind text, n int)
       on conflict (month, territory, kind) do update set n = excluded.n where kept.n <> excluded.n returning month`,
      [JSON.stringify([...rows.values()])],
    );
    return { written: written.length, same: rows.size - written.length };
  }
}
