import { Inject, Injectable } from '@nestjs/common';
import { SelectServices } from '#libs/finder';
import { type Actor, idFrom } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { Category, KindOfNeed, NeedUnderstood, QueryUnderstandNeedArgs } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { type Named, understood, wordsIn } from './understood.ts';

type KindRow = KindOfNeed & { readonly words: readonly string[] };

const MOST = 3;
const READ = 500;

/** Kinds of need, and which of them some words ask for. */
@Injectable()
export class NeedKinds {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(SelectServices) private readonly select: SelectServices,
  ) {}

  async all(actor: Actor, crisisId: string | null | undefined): Promise<KindRow[]> {
    return this.prepared.query<KindRow>(kindsSql, [crisisId == null ? null : idFrom(crisisId), may(actor).seeExercises()]);
  }

  /** By the words of each kind; where none is named, the category that the directory's search finds most of stands for OTHER. */
  async understand(actor: Actor, { text, crisisId }: QueryUnderstandNeedArgs): Promise<NeedUnderstood[]> {
    const said = text.slice(0, READ);
    if (wordsIn(said).length === 0) return [];
    const kinds = await this.all(actor, crisisId);
    const named: Named<KindRow>[] = kinds.map(kind => ({
      kind,
      names: [kind.name.fr, kind.name.en].flatMap(name => name ?? []),
      words: kind.words,
    }));
    const found = understood(said, named).slice(0, MOST);
    const category = await this.category(actor, said);
    const other = kinds.find(({ code }) => code === 'OTHER');
    if (found.length === 0) return category && other ? [{ kind: other, category, score: 0.2 }] : [];
    return found.map(({ kind, score }) => ({ kind, category: kind.category ?? category, score }));
  }

  private async category(actor: Actor, text: string): Promise<Category | null> {
    const selected = await this.select.statement(actor, { text });
    const [row] = await this.prepared.query<{ category: Category | null }>(
      `with selected as (${selected.text})
       select jsonb_build_object('code', category.code, 'name', jsonb_build_object('fr', category.name_fr, 'en', category.name_en)) as category
       from selected join directory_published.service on service.id = selected.id cross join unnest(service.categories) named (code)
         join directory_published.category on category.code = named.code
       group by category.code, category.name_fr, category.name_en, category.position order by count(*) desc, category.position limit 1`,
      [...selected.values],
      { anew: true },
    );
    return row?.category ?? null;
  }
}

const kindsSql = `
  select code, name, category, level, unit, "crisisId", words from (
    select own.code, jsonb_build_object('fr', own.name_fr, 'en', own.name_en) as name, known.category as of, coalesce(known.level, 'NEIGHBOURHOOD') as level,
      coalesce(known.unit, 'HOUSEHOLD') as unit, own.crisis_id as "crisisId", coalesce(known.words, '{}') as words, 0 as part, own.position as place
    from crises_published.need_kind own join crises_published.crisis on crisis.id = own.crisis_id left join needs.kind known on known.code = own.code
    where own.crisis_id = $1 and crisis.closed_at is null and (not crisis.exercise or $2)
    union all
    select code, jsonb_build_object('fr', name_fr, 'en', name_en), category, level, unit, null, words, 1, position from needs.kind
    where not exists (
      select from crises_published.need_kind own join crises_published.crisis on crisis.id = own.crisis_id
      where own.crisis_id = $1 and own.code = kind.code and crisis.closed_at is null and (not crisis.exercise or $2))
  ) kind left join lateral (
    select jsonb_build_object('code', category.code, 'name', jsonb_build_object('fr', category.name_fr, 'en', category.name_en)) as category
    from directory_published.category where category.code = kind.of
  ) told on true
  order by part, place`;
