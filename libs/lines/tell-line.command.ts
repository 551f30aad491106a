import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { LineState, TellLineInput } from '#libs/schema';
import { AGES_AFTER } from './line-state.ts';
import { idOfLine, LineChangedEvent } from './lines.events.ts';
import { InvalidLine, LineNotFound } from './lines.refusals.ts';

interface Told {
  id: string;
  state: LineState;
  wait_seconds: number | null;
  waiting: number | null;
  since: Date;
  renewed_at: Date;
  said_by: string;
}

const LONGEST_WAIT = 86_400; // seconds
const MOST_WAITING = 10_000;

/** How a line is now. What says the same again only renews it: a telephone system may say it every few seconds. */
@Injectable()
export class TellLine {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: TellLineInput): Promise<{ lineCode: string }> {
    demandPossible(input);
    return this.unitOfWork.once(actor, 'tellLine', input, async tx => {
      const [line] = await tx.manager.query<object[]>('select 1 from lines.line where code = $1 and ended_at is null', [input.code]);
      if (!line) throw new LineNotFound('LINE_NOT_FOUND', 'code');
      await tx.lock('lines', input.code);
      await this.say(tx, actor, input);
      return { lineCode: input.code };
    });
  }

  private async say(tx: Transaction, actor: Actor, { code, state, waitSeconds = null, waiting = null }: TellLineInput): Promise<void> {
    const now = this.clock.now();
    const [last] = await tx.manager.query<Told[]>(
      'select * from lines.line_word where line_code = $1 order by said_at desc, id desc limit 1',
      [code],
    );
    const same = last?.state === state && last.wait_seconds === waitSeconds && last.waiting === waiting;
    if (same && last.said_by === actor.id)
      await tx.manager.query('update lines.line_word set renewed_at = greatest(renewed_at, $2) where id = $1', [last.id, now]);
    else
      await tx.manager.query(
        `insert into lines.line_word (id, line_code, state, wait_seconds, waiting, since, said_at, renewed_at, said_by)
         values ($1, $2, $3, $4, $5, least($6::timestamptz, $7), $7, $7, $8)`,
        [newId(), code, state, waitSeconds, waiting, last?.state === state ? last.since : now, now, actor.id],
      );
    const showsAnew = !same || +now - +last.renewed_at > AGES_AFTER;
    if (showsAnew) tx.announce(LineChangedEvent.of(idOfLine(code), { v: 1, lineCode: code, state, waitSeconds: waitSeconds ?? null }));
  }
}

function demandPossible({ state, waitSeconds, waiting }: TellLineInput): void {
  const outside = (value: number | null | undefined, most: number) => value != null && (value < 0 || value > most);
  if (outside(waitSeconds, LONGEST_WAIT)) throw new InvalidLine('LINE_WAIT_OUT_OF_RANGE', 'waitSeconds', { most: LONGEST_WAIT });
  if (outside(waiting, MOST_WAITING)) throw new InvalidLine('LINE_WAIT_OUT_OF_RANGE', 'waiting', { most: MOST_WAITING });
  const nobodyAnswers = state === 'DOWN' || state === 'CLOSED';
  if (nobodyAnswers && waitSeconds != null) throw new InvalidLine('LINE_WAIT_WITHOUT_ANSWER', 'waitSeconds');
}
