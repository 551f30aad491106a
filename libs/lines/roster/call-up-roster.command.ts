import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, Mail, type Transaction, UnitOfWork } from '#libs/platform';
import type { CallUpRosterInput } from '#libs/schema';
import { codeFrom, languageCode } from '../given.ts';
import { LineNotFound } from '../lines.refusals.ts';
import { isAvailable, type Shift } from './availability.ts';
import { CALL_UP, CALL_UP_NOTICE } from './call-up.mail.ts';
import { CallUpChangedEvent } from './roster.events.ts';
import { InvalidCallUp } from './roster.refusals.ts';

const LONGEST = 7; // days
const MOST = 500;

interface Entry {
  account_id: string;
  shifts: Shift[];
  zone: string;
}

/** More people are needed: all who fit are asked, and as many as are wanted have a place. */
@Injectable()
export class CallUpRoster {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Devices) private readonly devices: Devices,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: CallUpRosterInput): Promise<{ callUpId: string }> {
    const wanted = wantedIn(input, this.clock.now());
    return this.unitOfWork.once(actor, 'callUpRoster', input, async tx => {
      const [line] = await tx.manager.query<object[]>('select 1 from lines.line where code = $1 and ended_at is null', [input.lineCode]);
      if (!line) throw new LineNotFound('LINE_NOT_FOUND', 'lineCode');
      const accounts = await whoFit(tx, input, wanted);
      if (accounts.length === 0) throw new InvalidCallUp('CALL_UP_NOBODY', 'languages');
      const callUpId = newId();
      await tx.manager.query(
        `insert into lines.call_up (id, line_code, from_at, to_at, languages, trainings, wanted, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          callUpId,
          input.lineCode,
          input.from,
          input.to,
          wanted.languages,
          wanted.trainings,
          input.count,
          actor.accountId,
          this.clock.now(),
        ],
      );
      await this.ask(tx, callUpId, accounts);
      tx.announce(CallUpChangedEvent.of(callUpId, { v: 1, callUpId }));
      await this.audit.record(tx, actor, {
        act: 'roster:call-up',
        subject: callUpId,
        facts: { called: accounts.length, wanted: input.count },
      });
      return { callUpId };
    });
  }

  private async ask(tx: Transaction, callUpId: string, accounts: readonly string[]): Promise<void> {
    const called = accounts.map(() => newId());
    await tx.manager.query(
      `insert into lines.called (id, call_up_id, account_id) select id, $1, account_id from unnest($2::uuid[], $3::uuid[]) as asked (id, account_id)`,
      [callUpId, called, accounts],
    );
    await this.mail.putMany(tx, CALL_UP, called, { group: callUpId });
    await this.devices.tellAccounts(tx, CALL_UP_NOTICE, accounts, { group: callUpId, key: callUpId });
  }
}

function wantedIn({ from, to, count, languages, trainings }: CallUpRosterInput, now: Date) {
  if (to <= from) throw new InvalidCallUp('CALL_UP_ENDS_BEFORE_IT_BEGINS', 'to');
  if (to <= now) throw new InvalidCallUp('CALL_UP_HAS_PASSED', 'to');
  if (+to - +from > LONGEST * 86_400_000) throw new InvalidCallUp('CALL_UP_TOO_LONG', 'to', { days: LONGEST });
  if (count < 1 || count > MOST) throw new InvalidCallUp('CALL_UP_COUNT_OUT_OF_RANGE', 'count', { most: MOST });
  return {
    languages: [...new Set((languages ?? []).map((language, at) => languageCode(`languages.${at}`, language)))],
    trainings: [...new Set((trainings ?? []).map((code, at) => codeFrom(`trainings.${at}`, code)))],
  };
}

/** Who has an account still, speaks one of the languages, had all of the trainings, and may come for all of that time. */
async function whoFit(
  tx: Transaction,
  { from, to }: CallUpRosterInput,
  { languages, trainings }: ReturnType<typeof wantedIn>,
): Promise<string[]> {
  const entries = await tx.manager.query<Entry[]>(
    `select account_id, shifts, time_zone as zone from lines.roster_entry entry cross join directory_published.region
     where ended_at is null and (cardinality($1::text[]) = 0 or entry.languages && $1)
       and $2::text[] <@ (select coalesce(array_agg(done ->> 'code'), '{}') from jsonb_array_elements(entry.trainings) done)
     order by account_id`,
    [languages, trainings],
  );
  return entries.filter(({ shifts, zone }) => isAvailable(shifts, from, to, zone)).map(({ account_id }) => account_id);
}
