import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom } from '#libs/kernel';
import type { CallUp, MyCallUp, RosterEntry } from '#libs/schema';

export type CallUpRow = Omit<CallUp, 'line'> & { lineCode: string };
export type MyCallUpRow = Omit<MyCallUp, 'line'> & { lineCode: string };

/** Who can be called up, who was, and what somebody was called up for. */
@Injectable()
export class Roster {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  entries(): Promise<RosterEntry[]> {
    return this.db.query(`${entrySql} where entry.ended_at is null order by person.display_name, entry.id limit 1000`);
  }

  async entry(id: string): Promise<RosterEntry | null> {
    const [row] = await this.db.query<RosterEntry[]>(`${entrySql} where entry.id = $1`, [id]);
    return row ?? null;
  }

  async callUps({ past }: { past?: boolean | null }): Promise<CallUpRow[]> {
    const over = '(ended_at is not null or to_at <= $1)';
    const which = past ? `${over} order by to_at desc, id` : `not ${over} order by from_at, id`;
    const rows = await this.db.query<{ answer: CallUpRow }[]>(
      `select ${callUpJson} as answer from lines.call_up where ${which} limit 100`,
      [this.clock.now()],
    );
    return rows.map(({ answer }) => answer);
  }

  async callUp(id: string): Promise<CallUpRow | null> {
    const [row] = await this.db.query<{ answer: CallUpRow }[]>(`select ${callUpJson} as answer from lines.call_up where id = $1`, [
      idFrom(id),
    ]);
    return row?.answer ?? null;
  }

  mine({ accountId }: Actor): Promise<MyCallUpRow[]> {
    return this.db.query(
      `${mineSql} where called.account_id = $2 and call_up.ended_at is null and call_up.to_at > $1 order by call_up.from_at, call_up.id`,
      [this.clock.now(), accountId],
    );
  }

  async called(calledId: string): Promise<MyCallUpRow | null> {
    const [row] = await this.db.query<MyCallUpRow[]>(`${mineSql} where called.id = $2`, [this.clock.now(), calledId]);
    return row ?? null;
  }
}

const entrySql = `
  select entry.id, entry.account_id as "accountId", person.display_name as name, entry.languages, entry.trainings, entry.shifts, entry.set_at as "setAt"
  from lines.roster_entry entry join identity_published.person on person.id = entry.account_id`;

const counted = (which: string) => `(select count(*) from lines.called where called.call_up_id = call_up.id and ${which})`;

const callUpJson = `
  jsonb_build_object('id', call_up.id, 'lineCode', call_up.line_code, 'from', call_up.from_at, 'to', call_up.to_at,
    'languages', to_jsonb(call_up.languages), 'trainings', to_jsonb(call_up.trainings), 'wanted', call_up.wanted, 'confirmed', call_up.confirmed,
    'counts', jsonb_build_object('called', ${counted('true')}, 'yes', ${counted(`answer = 'YES'`)}, 'no', ${counted(`answer = 'NO'`)},
      'later', ${counted(`answer = 'LATER'`)}, 'pending', ${counted('answer is null')}),
    'called', (select coalesce(jsonb_agg(jsonb_build_object('accountId', called.account_id, 'name', person.display_name, 'answer', called.answer,
        'answeredAt', called.answered_at) order by called.answered_at nulls last, person.display_name), '[]')
      from lines.called join identity_published.person on person.id = called.account_id where called.call_up_id = call_up.id),
    'madeAt', call_up.made_at, 'madeBy', (select display_name from identity_published.person where person.id = call_up.made_by),
    'endedAt', call_up.ended_at)`;

const mineSql = `
  select call_up.id, call_up.line_code as "lineCode", call_up.from_at as from, call_up.to_at as to, called.answer, called.answered_at as "answeredAt",
    call_up.confirmed >= call_up.wanted and called.answer is distinct from 'YES' as filled,
    call_up.ended_at is not null or call_up.to_at <= $1 as over
  from lines.called join lines.call_up on call_up.id = called.call_up_id`;
