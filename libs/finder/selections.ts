import { Inject, Injectable } from '@nestjs/common';
import { OpenAt } from '#libs/directory';
import { type Actor, Clock } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { ServiceFilter } from '#libs/schema';
import { tables, whereSql } from './found.sql.ts';
import { nearWords } from './near-words.ts';
import { Params } from './params.ts';
import { areKept, checked, type Selection, sql } from './selection.ts';
import { type Parted, WhereInText } from './where-in-text.query.ts';
import { type Asked, askedBy, isKnown, plain, wordsAsked, wordsUnlike, written } from './words-asked.ts';

type Answered = { words: readonly Asked[]; count: number };

/** More is as good as many. */
const TELLING = 2_000;

/** A filter as it is asked, made a selection: its words are looked up, and those that are written nowhere are taken for the nearest. */
@Injectable()
export class Selections {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OpenAt) private readonly openAt: OpenAt,
    @Inject(WhereInText) private readonly where: WhereInText,
  ) {}

  async of(actor: Actor, given: ServiceFilter | null | undefined, now = this.clock.now()): Promise<Selection> {
    const filter = checked(given ?? {});
    const trusted = actor.organizationsFor('service:read-confidential');
    const text = filter.text?.trim();
    const asked: Selection = {
      filter,
      now,
      trusted,
      words: null,
      corrected: null,
      exact: null,
      there: null,
      seesExercises: actor.may('crisis:read-exercise'),
      openThen: filter.openAt && !areKept(filter.openAt, now) ? await this.openAt.ids(new Date(filter.openAt)) : null,
    };
    if (!text) return asked;
    const exact = (plain(text.slice(0, 1_000)).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
    const parted = await this.where.of(text);
    if (parted) return this.thereOrAnywhere({ ...asked, exact }, parted);
    return { ...asked, exact, ...(await this.spelled(asked, wordsAsked(text))) };
  }

  /** What is looked for there; where nothing there answers to it, what answers to it anywhere, and that is said. */
  private async thereOrAnywhere(asked: Selection, { rest, there }: Parted): Promise<Selection> {
    const words = wordsAsked(rest);
    if (words.length === 0) return { ...asked, there };
    const meant = askedBy(words);
    if ((await this.found({ ...asked, there }, [meant]))[0]) return { ...asked, there, words: meant };
    const anywhere = await this.spelled(asked, words);
    return { ...asked, ...anywhere, corrected: anywhere.corrected ?? words.join(' ') };
  }

  private async spelled(
    asked: Selection,
    words: readonly string[],
  ): Promise<Pick<Selection, 'words' | 'corrected'> & Partial<Pick<Selection, 'there'>>> {
    const meant = askedBy(words);
    if (meant.length === 0 || (await this.found(asked, [meant]))[0]) return { words: meant, corrected: null };
    const there = await this.where.streets(words.join(' '));
    if (there) return { words: null, corrected: null, there };
    const unknown = await this.unknown(asked, meant);
    const near = new Map<string, string[]>();
    const mistaken = unknown.filter(word => !isKnown(word));
    const likely = await Promise.all(mistaken.map(word => this.likely(asked, word)));
    for (const [at, word] of mistaken.entries()) near.set(word, nearWords(word, [...wordsUnlike(word), ...likely[at]!]));
    const said = words.map(word => near.get(word)?.[0] ?? word);
    const same = said.every((word, at) => word === words[at]);
    const instead = same ? meant : askedBy(said).map(one => ({ ...one, forms: [...one.forms, ...others(one.own, near)] }));
    return (await this.loosened(asked, instead)) ?? { words: instead, corrected: same ? null : said.join(' ') };
  }

  /** Nothing answers to all that is asked: what answers to the most of it. Null where all is answered, or nothing is. */
  private async loosened(asked: Selection, meant: readonly Asked[]): Promise<Pick<Selection, 'words' | 'corrected'> | null> {
    const tried = [meant, ...fewer(meant)];
    const counts = await this.found(asked, tried);
    const answered = tried.map((words, at) => ({ words, count: counts[at]! })).filter(isTelling);
    const most = answered[0]?.words.length;
    if (most === undefined || most === meant.length) return null;
    const best = tellingFirst(answered.filter(({ words }) => words.length === most));
    if (most > 1) return { words: best[0]!.words, corrected: textOf(best[0]!.words) };
    const telling = best.filter(({ words, count }) => known(words) === known(best[0]!.words) && count <= 2 * best[0]!.count);
    const either = meant.filter(one => telling.some(({ words }) => words[0] === one));
    const [first] = either;
    return {
      words: [{ own: first!.own, same: either.flatMap(({ same }) => same), forms: either.flatMap(({ forms }) => forms) }],
      corrected: either.map(one => textOf([one])).join(' / '),
    };
  }

  /**
   * Of how many that the rest of the filter lets through each of these is true, up to as many as tell much from little. Not of what
   * holds at this moment alone: what is looked for stays the same from page to page. A word that is left alone and that we know nothing
   * of says what is looked for only where something is called so: « petit » in a description is worse than nothing.
   */
  private async found(asked: Selection, tried: readonly (readonly Asked[])[]): Promise<number[]> {
    const params = new Params();
    const rest: Selection = { ...asked, words: null, filter: { ...asked.filter, states: null, toConfirm: null, openAt: null } };
    const alone = (words: readonly Asked[]) => tried.length > 1 && words.length === 1 && known(words) === 0;
    const groups = params.of(
      JSON.stringify(tried.map(words => words.map(({ forms }) => written(forms, alone(words) ? 'AB' : '')))),
      'jsonb',
    );
    const rows = await this.prepared.query<{ count: number }>(
      `select (select count(*)::int from (select from ${tables(rest, params, false, true)}
           where ${whereSql(rest, params)} and service.search_vector @@ (select directory_published.query_of(array(select jsonb_array_elements_text(asked.words))))
           limit ${tried.length > 1 ? TELLING : 1}) found) as count
       from jsonb_array_elements(${groups}) with ordinality asked (words, place) order by place`,
      params.values,
      { anew: true },
    );
    return rows.map(({ count }) => count);
  }

  /** The words of what nothing that the caller may see answers to. */
  private async unknown(asked: Selection, meant: readonly Asked[]): Promise<string[]> {
    const params = new Params();
    const groups = params.of(
      meant.map(({ forms }) => written(forms)),
      'text[]',
    );
    const rows = await this.prepared.query<{ place: string }>(
      `select place from unnest(${groups}) with ordinality asked (forms, place)
       where not exists (select from directory_published.service
         where ${sql.visible(asked, params)} and service.search_vector @@ (select directory_published.query_of(array[asked.forms])))`,
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
      `select word from (
         select distinct unnest(string_to_array(near.search_words, ' ')) as word from (
           select service.search_words from directory_published.service
           where ${sql.visible(asked, params)} and service.search_words operator(public.%>) ${said} limit 300) near) said
       where public.similarity(word, ${said}) >= 0.3`,
      params.values,
      { anew: true },
    );
    return rows.map(({ word }) => word);
  }
}

/** Fewer of the things asked: one left out, then two, in the end each alone. */
function fewer(meant: readonly Asked[]): (readonly Asked[])[] {
  const without = (from: readonly Asked[], least = 0): (readonly Asked[])[] =>
    from.slice(least).map((_, at) => from.toSpliced(least + at, 1));
  const one = meant.length > 2 ? without(meant) : [];
  const two = meant.length > 3 ? meant.flatMap((_, at) => without(meant.toSpliced(at, 1), at)) : [];
  return [...one, ...two, ...(meant.length > 1 ? meant.map(each => [each]) : [])];
}

/** How many of them we know other words for: people look for these; what they say around them are the others. */
const known = (words: readonly Asked[]): number => words.filter(({ forms }) => forms.length > 1).length;

/** A word alone that we know nothing of, and that so many answer to, says nothing. */
const isTelling = ({ words, count }: Answered): boolean => count > 0 && (words.length > 1 || known(words) > 0 || count < TELLING);

/** What fewer answer to says more of what is looked for. */
const tellingFirst = (answered: readonly Answered[]): Answered[] =>
  answered.toSorted((one, other) => known(other.words) - known(one.words) || one.count - other.count);

const textOf = (words: readonly Asked[]): string => words.flatMap(({ own }) => own).join(' ');

/** The same with the other words that may have been meant. */
function others(own: readonly string[], near: ReadonlyMap<string, string[]>): (readonly string[])[] {
  return [...near.values()].flatMap(([first, ...rest]) =>
    first !== undefined && own.includes(first) ? rest.map(other => own.map(word => (word === first ? other : word))) : [],
  );
}
