import { Inject, Injectable } from '@nestjs/common';
import { type Actor, idFrom, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { RecordRoundResultInput, RoundEntryState } from '#libs/schema';
import { RecordContact } from '../contacts/record-contact.command.ts';
import { NotToCall, PersonNotFound } from '../persons/persons.refusals.ts';
import { type HeldRound, RoundBook } from './round-book.ts';

const RESTS_MS = 2 * 3_600_000;

interface Entry {
  readonly id: string;
  readonly roundId: string;
  readonly state: RoundEntryState;
  readonly tries: number;
  readonly claimedBy: string | null;
}

/** What came of a call; after the round's tries without an answer somebody is to go and see. */
@Injectable()
export class RecordRoundResult {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoundBook) private readonly book: RoundBook,
    @Inject(RecordContact) private readonly contacts: RecordContact,
  ) {}

  run(actor: Actor, input: RecordRoundResultInput): Promise<{ roundId: string; entryId: string }> {
    return this.unitOfWork.once(actor, 'recordRoundResult', input, async tx => {
      const [round, entry] = await this.open(tx, actor, input.entryId);
      const help = input.outcome === 'NEEDS_HELP' ? await this.help(tx, actor, round, input) : null;
      await tx.manager.query('insert into needs.round_try (id, entry_id, at, by, outcome) values ($1, $2, $3, $4, $5)', [
        ...[newId(), entry.id, round.now, actor.accountId, input.outcome],
      ]);
      if (input.outcome === 'NO_ANSWER') await this.again(tx, round, entry);
      else
        await tx.manager.query(
          `update needs.round_entry set state = 'DONE', outcome = $2, tries = tries + 1, settled_at = $3, help_contact_id = $4, claimed_by = null, claim_ends_at = null
           where id = $1`,
          [entry.id, input.outcome, round.now, help],
        );
      await this.book.moved(tx, actor, round, 'result', { entry: entry.id, outcome: input.outcome });
      return { roundId: round.id, entryId: entry.id };
    });
  }

  /** Who has taken it says so; of a visit, who opens rounds. */
  private async open(tx: Transaction, actor: Actor, entryId: string): Promise<[HeldRound, Entry]> {
    const [known] = await tx.manager.query<{ roundId: string }[]>(
      `select round_id as "roundId" from needs.round_entry entry join needs.round on round.id = round_id
       where entry.id = $1 and organization_id = any($2)`,
      [idFrom(entryId), actor.organizationsFor('person:call-round') ?? []],
    );
    if (!known) throw new PersonNotFound('ROUND_ENTRY_NOT_FOUND', 'entryId');
    const round = await this.book.open(tx, actor, known.roundId, 'person:call-round');
    const [entry] = await tx.manager.query<[Entry]>(
      'select id, round_id as "roundId", state, tries, claimed_by as "claimedBy" from needs.round_entry where id = $1 for update',
      [idFrom(entryId)],
    );
    if (entry.state === 'DONE') throw new NotToCall('ROUND_ENTRY_DONE', 'entryId');
    const own =
      entry.state === 'WAITING' ? entry.claimedBy === actor.accountId : actor.may('person:open-round', { ...round, territories: [] });
    if (!own) throw new NotToCall('ROUND_ENTRY_NOT_YOURS', 'entryId');
    return [round, entry];
  }

  private async again(tx: Transaction, { tries: most, now }: HeldRound, { id, tries, state }: Entry): Promise<void> {
    const visit = state === 'VISIT_REQUESTED' || tries + 1 >= most;
    await tx.manager.query(
      `update needs.round_entry set state = $2, tries = tries + 1, next_at = $3, settled_at = $4, claimed_by = null, claim_ends_at = null where id = $1`,
      [id, visit ? 'VISIT_REQUESTED' : 'WAITING', new Date(+now + RESTS_MS), visit ? now : null],
    );
  }

  private async help(
    tx: Transaction,
    actor: Actor,
    { now }: HeldRound,
    { needs, handovers, language, neighbourhood }: RecordRoundResultInput,
  ): Promise<string> {
    if (!needs?.length && !handovers?.length) throw new NotToCall('ROUND_HELP_MISSING', 'needs');
    const recorded = await this.contacts.within(tx, actor, {
      ...{
        kind: 'NEED',
        line: 'PHONE_211',
        callerIs: 'SELF',
        startedAt: now,
        endedAt: now,
        language: language ?? 'und',
        interpreted: false,
      },
      ...{ caller: { neighbourhood }, needs: needs ?? [], handovers },
    });
    return recorded.contactId;
  }
}
