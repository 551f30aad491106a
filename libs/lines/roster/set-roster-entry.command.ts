import { Inject, Injectable } from '@nestjs/common';
import { AccountByEmail } from '#libs/identity';
import { type Actor, Clock, idFrom, newId } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { EndRosterEntryInput, SetRosterEntryInput } from '#libs/schema';
import { codeFrom, languageCode } from '../given.ts';
import { InvalidRosterEntry, RosterEntryNotFound } from './roster.refusals.ts';

const MOST = 30;

/** Who can be called up: with their languages, what they were trained in, and when they may come. */
@Injectable()
export class SetRosterEntry {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(AccountByEmail) private readonly accounts: AccountByEmail,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SetRosterEntryInput): Promise<{ entryId: string }> {
    const said = saidIn(input);
    return this.unitOfWork.once(actor, 'setRosterEntry', input, async tx => {
      const accountId = await this.accounts.run(input.email, tx);
      if (!accountId) throw new InvalidRosterEntry('ROSTER_ACCOUNT_NOT_FOUND', 'email');
      const [{ id }] = await tx.manager.query<[{ id: string }]>(upsert, [
        ...[newId(), accountId, said.languages, JSON.stringify(said.trainings), JSON.stringify(said.shifts), this.clock.now(), actor.id],
      ]);
      await this.audit.record(tx, actor, { act: 'roster:set', subject: id, facts: { accountId } });
      return { entryId: id };
    });
  }

  end(actor: Actor, input: EndRosterEntryInput): Promise<{ entryId: string }> {
    return this.unitOfWork.once(actor, 'endRosterEntry', input, async tx => {
      const id = idFrom(input.entryId);
      const [, ended] = await tx.manager.query<[unknown[], number]>(
        'update lines.roster_entry set ended_at = $2 where id = $1 and ended_at is null',
        [id, this.clock.now()],
      );
      if (!id || ended === 0) throw new RosterEntryNotFound('ROSTER_ENTRY_NOT_FOUND', 'entryId');
      await this.audit.record(tx, actor, { act: 'roster:end', subject: id });
      return { entryId: id };
    });
  }
}

function saidIn({ languages: spoken, trainings, shifts }: SetRosterEntryInput) {
  const languages = [...new Set(spoken.map((language, at) => languageCode(`languages.${at}`, language)))];
  if (languages.length === 0) throw new InvalidRosterEntry('ROSTER_LANGUAGES_MISSING', 'languages');
  for (const [field, list] of Object.entries({ languages, trainings: trainings ?? [], shifts: shifts ?? [] }))
    if (list.length > MOST) throw new InvalidRosterEntry('ROSTER_TOO_MANY', field, { most: MOST });
  return {
    languages,
    trainings: (trainings ?? []).map(({ code, on }, at) => ({ code: codeFrom(`trainings.${at}.code`, code), on })),
    shifts: (shifts ?? []).map(({ byday, begins, ends }, at) => {
      if (byday.length === 0) throw new InvalidRosterEntry('ROSTER_DAYS_MISSING', `shifts.${at}.byday`);
      return { byday: [...new Set(byday)], begins, ends };
    }),
  };
}

const upsert = `
  insert into lines.roster_entry (id, account_id, languages, trainings, shifts, set_at, set_by) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (account_id) where ended_at is null do update set languages = excluded.languages, trainings = excluded.trainings,
    shifts = excluded.shifts, set_at = excluded.set_at, set_by = excluded.set_by
  returning id`;
