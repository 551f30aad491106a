import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Audit, UnitOfWork } from '#libs/platform';
import type { SetCrisisMattersInput } from '#libs/schema';
import { CrisisMattersSetEvent } from './crises.events.ts';
import { CrisisBook } from './crisis-book.ts';
import { knownCodes, needKindsFrom } from './given.ts';

/** The categories that matter to a crisis and its own kinds of need: all of them, each time. */
@Injectable()
export class SetCrisisMatters {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CrisisBook) private readonly book: CrisisBook,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  run(actor: Actor, input: SetCrisisMattersInput): Promise<{ crisisId: string }> {
    const categories = [...new Set(input.categories)];
    const kinds = needKindsFrom(input.needKinds);
    return this.unitOfWork.once(actor, 'setCrisisMatters', input, async tx => {
      const held = await this.book.open(tx, actor, input.crisisId);
      this.book.demand(actor, held.areas);
      await knownCodes(tx, 'category', new Map(categories.map((code, n) => [code, `categories.${n}`])));
      await tx.manager.query('update crises.crisis set categories = $2 where id = $1', [held.id, categories]);
      await tx.manager.query('delete from crises.need_kind where crisis_id = $1 and code <> all($2)', [
        held.id,
        kinds.map(({ code }) => code),
      ]);
      await tx.manager.query(putKinds, [held.id, JSON.stringify(kinds)]);
      const territories = held.areas.filter(({ phase }) => phase !== 'CLOSED').map(({ territory }) => territory);
      tx.announce(CrisisMattersSetEvent.of(held.id, { ...this.book.fact(held), territories }));
      const facts = { categories: categories.length, needKinds: kinds.length };
      await this.audit.record(tx, actor, { act: 'crisis:change', subject: held.id, facts });
      return { crisisId: held.id };
    });
  }
}

const putKinds = `
  insert into crises.need_kind (crisis_id, code, position, name_fr, name_en)
  select $1, code, position, fr, en from jsonb_to_recordset($2::jsonb) as kind (code text, position int, fr text, en text)
  on conflict (crisis_id, code) do update set position = excluded.position, name_fr = excluded.name_fr, name_en = excluded.name_en`;
