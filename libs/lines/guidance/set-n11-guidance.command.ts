import { Inject, Injectable } from '@nestjs/common';
import { CrisisNotFound } from '#libs/crises';
import { type Actor, Clock, newId } from '#libs/kernel';
import { Audit, type Transaction, UnitOfWork } from '#libs/platform';
import type { SetN11GuidanceInput } from '#libs/schema';
import { codeFrom, crisisOf, localizedText } from '../given.ts';
import { InvalidGuidance } from './guidance.refusals.ts';
import { plain } from './red-flags.ts';

const MOST = { numbers: 10, words: 60 };
const LONGEST_WORD = 60;
/** Shorter ones would be found everywhere. */
const SHORTEST_WORD = 3;

const missing = (field: string) => new InvalidGuidance('GUIDANCE_TEXT_MISSING', field);
const tooLong = (field: string, limit: number) => new InvalidGuidance('GUIDANCE_TEXT_TOO_LONG', field, { limit });

/** The right number for something: new, or in place of what it was. */
@Injectable()
export class SetN11Guidance {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Audit) private readonly audit: Audit,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  run(actor: Actor, input: SetN11GuidanceInput): Promise<{ guidanceId: string }> {
    const said = saidIn(input);
    return this.unitOfWork.once(actor, 'setN11Guidance', input, async tx => {
      const crisisId = await crisisOf(tx, input.crisisId);
      if (input.crisisId != null && !crisisId) throw new CrisisNotFound('CRISIS_NOT_FOUND', 'crisisId');
      const id = await this.write(tx, actor, { ...said, crisisId, position: input.position ?? null });
      await this.audit.record(tx, actor, { act: 'guidance:set', subject: id, facts: { code: said.code, crisis: crisisId } });
      return { guidanceId: id };
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    {
      code,
      crisisId,
      position,
      name,
      when,
      numbers,
      words,
    }: ReturnType<typeof saidIn> & { crisisId: string | null; position: number | null },
  ): Promise<string> {
    const [{ id }] = await tx.manager.query<[{ id: string }]>(upsert, [
      ...[newId(), code, crisisId, position, name.fr, name.en, when.fr, when.en],
      ...[JSON.stringify(numbers), words.fr, words.en, this.clock.now(), actor.id],
    ]);
    return id;
  }
}

function saidIn({ code, name, when, numbers: given, words }: SetN11GuidanceInput) {
  const numbers = given ?? [];
  if (numbers.length > MOST.numbers) throw new InvalidGuidance('GUIDANCE_TOO_MANY', 'numbers', { most: MOST.numbers });
  return {
    code: codeFrom('code', code),
    name: localizedText('name', name, 200, { missing, tooLong }),
    when: localizedText('when', when, 500, { missing, tooLong }),
    numbers: numbers.map(({ number, label }, at) => {
      if (!/^[\d+#*][\d A-Za-zÀ-ÿ,.()+#*-]{1,59}$/.test(number.trim()))
        throw new InvalidGuidance('GUIDANCE_NUMBER_NOT_VALID', `numbers.${at}.number`);
      const { fr, en } = localizedText(`numbers.${at}.label`, label, 100, { tooLong });
      return { number: number.trim(), label_fr: fr, label_en: en };
    }),
    words: { fr: wordsIn('words.fr', words?.fr ?? []), en: wordsIn('words.en', words?.en ?? []) },
  };
}

function wordsIn(field: string, given: readonly string[]): string[] {
  if (given.length > MOST.words) throw new InvalidGuidance('GUIDANCE_TOO_MANY', field, { most: MOST.words });
  return [
    ...new Set(
      given.map((word, at) => {
        if ([...word].length > LONGEST_WORD) throw tooLong(`${field}.${at}`, LONGEST_WORD);
        if (plain(word).trim().length < SHORTEST_WORD)
          throw new InvalidGuidance('GUIDANCE_WORD_TOO_SHORT', `${field}.${at}`, { least: SHORTEST_WORD });
        return word.trim();
      }),
    ),
  ];
}

const upsert = `
  insert into lines.guidance as held (id, code, crisis_id, position, name_fr, name_en, given_fr, given_en, numbers, words_fr, words_en, set_at, set_by)
  values ($1, $2, $3, coalesce($4::int, (select coalesce(max(position), 0) + 1 from lines.guidance where withdrawn_at is null)), $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (crisis_id, code) where withdrawn_at is null do update set position = coalesce($4, held.position), name_fr = excluded.name_fr,
    name_en = excluded.name_en, given_fr = excluded.given_fr, given_en = excluded.given_en, numbers = excluded.numbers,
    words_fr = excluded.words_fr, words_en = excluded.words_en, set_at = excluded.set_at, set_by = excluded.set_by
  returning id`;
