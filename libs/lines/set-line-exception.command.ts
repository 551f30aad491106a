import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { SetLineExceptionInput } from '#libs/schema';
import { localizedText } from './given.ts';
import { InvalidLine, LineNotFound } from './lines.refusals.ts';
import { SetLine } from './set-line.command.ts';

const tooLong = (field: string, limit: number) => new InvalidLine('LINE_TEXT_TOO_LONG', field, { limit });

/** One day with hours of its own. */
@Injectable()
export class SetLineException {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SetLine) private readonly line: SetLine,
  ) {}

  run(actor: Actor, input: SetLineExceptionInput): Promise<{ lineCode: string }> {
    const { code, opensAt = null, closesAt = null } = input;
    if ((opensAt === null) !== (closesAt === null))
      throw new InvalidLine('LINE_HOURS_HALF_SAID', opensAt === null ? 'opensAt' : 'closesAt');
    const note = localizedText('note', input.note, 300, { tooLong });
    return this.unitOfWork.once(actor, 'setLineException', input, async tx => {
      const [line] = await tx.manager.query<object[]>('select 1 from lines.line where code = $1 and ended_at is null', [code]);
      if (!line) throw new LineNotFound('LINE_NOT_FOUND', 'code');
      if (input.usual) await this.asUsual(tx, input);
      else await tx.manager.query(upsert, [code, input.date, opensAt, closesAt, note.fr, note.en]);
      await this.line.changed(tx, actor, code);
      return { lineCode: code };
    });
  }

  private async asUsual(tx: Transaction, { code, date }: SetLineExceptionInput): Promise<void> {
    await tx.manager.query('delete from lines.exceptional_day where line_code = $1 and on_date = $2', [code, date]);
  }
}

const upsert = `
  insert into lines.exceptional_day (line_code, on_date, opens_at, closes_at, note_fr, note_en) values ($1, $2, $3, $4, $5, $6)
  on conflict (line_code, on_date) do update
    set opens_at = excluded.opens_at, closes_at = excluded.closes_at, note_fr = excluded.note_fr, note_en = excluded.note_en`;
