import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { ServiceFilter } from '#libs/schema';
import { nearWords } from './near-words.ts';
import { Params } from './params.ts';
import { checked, type Selection, sql } from './selection.ts';
import { type Asked, askedBy, plain, wordsOf, wordsUnlike, written } from './words-asked.ts';

/** A filter as it is asked, made a selection: its words are looked up, and those that are written nowhere are taken for the nearest. */
@Injectable()
export class Selections {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(actor: Actor, given: ServiceFilter | null | undefined, now = this.clock.now()): Promise<Selection> {
    const filter = checked(given ?? {}, now);
    const trusted = actor.organizationsFor('service:read-confidential');
    const text = filter.text?.trim();
    const asked: Selection = {
      filter,
      now,
      trusted,
      words: null,
      corrected: null,
      exact: null,
      seesExercises: actor.may('crisis:read-exercise'),
    };
    if (!text) return asked;
    const exact = (plain(text.slice(0, 1_000)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    return { ...asked, exact, ...(await this.spelled(asked, wordsOf(text))) };
  }

  private async spelled(asked: Selection, words: readonly string[]): Promise<Pick<Selection, 'words' | 'corrected'>> {
    const meant = askedBy(words);
    const unknown = await this.unknown(asked, meant);
    if (unknown.length === 0) return { words: meant, corrected: null };
    const near = new Map<string, string[]>();
    for (const word of unknown) near.set(word, nearWords(word, [...wordsUnlike(word), ...(await this.likely(asked, word))]));
    const said = words.map(word => near.get(word)?.[0] ?? word);
    if (said.every((word, at) => word === words[at])) return { words: meant, corrected: null };
    const instead = askedBy(said).map(({ own, forms }) => ({ own, forms: [...forms, ...others(own, near)] }));
    return { words: instead, corrected: said.join(' ') };
  }

  /** The words of what nothing that the caller may see answers to. */
  private async unknown(asked: Selection, meant: readonly Asked[]): Promise<string[]> {
    if (meant.length === 0) return [];
    const params = new Params();
    const groups = params.of(
      meant.map(({ forms }) => written(forms)),
      'text[]',
    );
    const rows = await this.prepared.query<{ place: string }>(
      `select place from unnest(${groups}) with ordinality asked (forms, place)
       where not exists (select from directory_published.service
         where ${sql.visible(asked, params)} and service.search_vector @@ directory_published.query_of(array[asked.forms]))`,
      params.values,
      { anew: true },
    );
    return rows.flatMap(({ place }) => meant[Number(place) - 1]!.own);
  }

  /** Words that are written near to this one in what the caller may see. */
  private async likely(asked: Selection, word: string): Promise<string[]> {
    const params = new Params();
    const said = params.of(word, 'text');
    const rows = await this.prepared.query<{ word: string }>(
      `select distinct word from (
         select service.search_words from directory_published.service
         where ${sql.visible(asked, params)} and service.search_words operator(public.%>) ${said} limit 300) near
       cross join lateral unnest(string_to_array(near.search_words, ' ')) word
       where public.similarity(word, ${said}) >= 0.3`,
      params.values,
      { anew: true },
    );
    return rows.map(({ word }) => word);
  }
}

/** The same with the other words that may have been meant. */
function others(own: readonly string[], near: ReadonlyMap<string, string[]>): (readonly string[])[] {
  return [...near.values()].flatMap(([first, ...rest]) =>
    first !== undefined && own.includes(first) ? rest.map(other => own.map(word => (word === first ? other : word))) : [],
  );
}
