import { Inject, Injectable } from '@nestjs/common';
import { type Actor, newId } from '#libs/kernel';
import { type Transaction, UnitOfWork } from '#libs/platform';
import type { ImportRoundEntriesInput } from '#libs/schema';
import { KeptPerson } from '../persons/kept-person.ts';
import { InvalidPerson } from '../persons/persons.refusals.ts';
import { type HeldRound, placeOf, RoundBook } from './round-book.ts';
import { type PersonOnRound, readRoundList, type RowFault } from './round-list.ts';

const AT_ONCE = 500;

/** Rows of a pasted list: each is sealed under a key of its own. */
@Injectable()
export class ImportRoundEntries {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoundBook) private readonly book: RoundBook,
    @Inject(KeptPerson) private readonly persons: KeptPerson,
  ) {}

  run(actor: Actor, input: ImportRoundEntriesInput): Promise<{ roundId: string; added: number; faults: readonly RowFault[] }> {
    return this.unitOfWork.once(actor, 'importRoundEntries', input, async tx => {
      const round = await this.book.open(tx, actor, input.roundId, 'person:open-round', true);
      await tx.actAs(actor);
      const { good, faults } = readRoundList(input.list, await this.known(tx, round));
      if (good.length + faults.length > AT_ONCE) throw new InvalidPerson('ROUND_LIST_TOO_LONG', 'list', { limit: AT_ONCE });
      if (good.length > 0) await this.write(tx, round, good);
      await this.book.moved(tx, actor, round, 'import', { added: good.length, faults: faults.length });
      return { roundId: round.id, added: good.length, faults };
    });
  }

  /** A list that is pasted twice calls nobody twice. */
  private async known(tx: Transaction, { id }: HeldRound): Promise<Set<string>> {
    const rows = await tx.manager.query<{ id: string; keyId: string; person: Buffer }[]>(
      'select entry.id, data_key_id as "keyId", person from needs.round_entry entry join needs.round_person on entry_id = entry.id where round_id = $1',
      [id],
    );
    const kept = rows.map(({ id: row, keyId, person }) => ({ keyId, place: placeOf(row), blob: person }));
    return new Set((await this.persons.readAll<PersonOnRound>(tx, kept)).map(({ phone }) => phone));
  }

  private async write(tx: Transaction, { id, organizationId, now }: HeldRound, people: readonly PersonOnRound[]): Promise<void> {
    const rows = [];
    for (const person of people) {
      const [row, keyId] = [newId(), await this.persons.newKey(tx)];
      rows.push({ row, keyId, sealed: await this.persons.seal(tx, keyId, placeOf(row), person) });
    }
    await tx.manager.query(
      `insert into needs.round_entry (id, round_id, place, state, next_at, data_key_id)
       select given.id, $1, n + (select coalesce(max(place), 0) from needs.round_entry where round_id = $1), 'WAITING', $2, key
       from unnest($3::uuid[], $4::uuid[]) with ordinality as given (id, key, n)`,
      [id, now, rows.map(({ row }) => row), rows.map(({ keyId }) => keyId)],
    );
    await tx.manager.query(
      `insert into needs.round_person (entry_id, organization_id, person) select given.id, $1, given.person from unnest($2::uuid[], $3::bytea[]) as given (id, person)`,
      [organizationId, rows.map(({ row }) => row), rows.map(({ sealed }) => sealed)],
    );
  }
}
