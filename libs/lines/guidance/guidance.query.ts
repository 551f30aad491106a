import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Crises } from '#libs/crises';
import { type Actor, idFrom } from '#libs/kernel';
import type { N11Guidance } from '#libs/schema';
import { raisedBy } from './red-flags.ts';

type Row = Omit<N11Guidance, 'raised' | 'raisedBy'>;

/** `n11Guidance`. */
@Injectable()
export class Guidance {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Crises) private readonly crises: Crises,
  ) {}

  /** Of a crisis that the caller may not know of: the standing ones. */
  async all(actor: Actor, { crisisId, text }: { crisisId?: string | null; text?: string | null }): Promise<N11Guidance[]> {
    const crisis = crisisId ? await this.crises.one(actor, crisisId) : null;
    const rows = await this.read('guidance.crisis_id is null or guidance.crisis_id = $1', crisis?.id ?? null);
    const raised = inPlace(rows).map(row => {
      const found = raisedBy(text, [...new Set([...row.words.fr, ...row.words.en])]);
      return { ...row, raised: found.length > 0, raisedBy: found };
    });
    return raised.sort((one, other) => Number(other.raised) - Number(one.raised) || one.position - other.position);
  }

  async one(guidanceId: string): Promise<N11Guidance | null> {
    const [row] = await this.read('guidance.id = $1', idFrom(guidanceId));
    return row ? { ...row, raised: false, raisedBy: [] } : null;
  }

  private async read(where: string, id: string | null): Promise<Row[]> {
    const rows = await this.db.query<{ answer: Row }[]>(
      `select ${guidanceJson} as answer from lines.guidance where (${where}) and withdrawn_at is null order by position, code limit 500`,
      [id],
    );
    return rows.map(({ answer }) => answer);
  }
}

/** Its words are added to those of the one that it stands for. */
function inPlace(rows: readonly Row[]): Row[] {
  return rows
    .filter(row => row.crisisId || !rows.some(other => other.crisisId && other.code === row.code))
    .map(row => {
      const standing = row.crisisId ? rows.find(other => !other.crisisId && other.code === row.code) : null;
      const both = (language: 'fr' | 'en') => [...new Set([...row.words[language], ...(standing?.words[language] ?? [])])];
      return { ...row, words: { fr: both('fr'), en: both('en') } };
    });
}

const localized = (name: string) => `jsonb_build_object('fr', ${name}_fr, 'en', ${name}_en)`;

const guidanceJson = `
  jsonb_build_object('id', id, 'code', code, 'crisisId', crisis_id, 'position', position, 'name', ${localized('name')}, 'when', ${localized('given')},
    'numbers', (select coalesce(jsonb_agg(jsonb_build_object('number', given.value -> 'number',
        'label', case when given.value ->> 'label_fr' is not null or given.value ->> 'label_en' is not null
          then jsonb_build_object('fr', given.value -> 'label_fr', 'en', given.value -> 'label_en') end) order by given.ordinality), '[]')
      from jsonb_array_elements(numbers) with ordinality given),
    'words', jsonb_build_object('fr', to_jsonb(words_fr), 'en', to_jsonb(words_en)))`;
