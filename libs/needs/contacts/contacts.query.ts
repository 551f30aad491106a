import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, UserInputError } from '#libs/kernel';
import { Prepared } from '#libs/platform';
import type { AlikeContactsInput, Contact, HandoverConnection, HandoverTarget, QuerySeriousRiskRegisterArgs } from '#libs/schema';
import { contactNode, handoverNode } from './contact.sql.ts';

const MOST = 200;
const ALIKE = 5;
const LONGEST_LOOK = 1_440;

/** What a counsellor recorded, and what looks like what they are recording. */
@Injectable()
export class Contacts {
  constructor(
    @Inject(Prepared) private readonly prepared: Prepared,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async mine({ accountId }: Actor, since: Date): Promise<Contact[]> {
    const rows = await this.prepared.query<{ node: Contact }>(
      `select ${contactNode} as node from needs.contact where recorded_by = $1 and ended_at >= $2 order by ended_at desc, id desc limit ${MOST}`,
      [accountId, since],
    );
    return rows.map(({ node }) => node);
  }

  async alike(input: AlikeContactsInput): Promise<Contact[]> {
    const { kind, language, ageGroup, neighbourhood, municipality, withinMinutes } = input;
    const minutes = withinMinutes ?? 120;
    if (minutes < 1 || minutes > LONGEST_LOOK) throw new UserInputError(`\`withinMinutes\` is from 1 to ${LONGEST_LOOK}.`);
    const rows = await this.prepared.query<{ node: Contact }>(
      `select ${contactNode} as node from needs.contact
       where contact.ended_at > $1 and contact.language = $3 and contact.age_group = $4 and contact.neighbourhood is not distinct from $5
         and ($6::text is null or contact.municipality = $6) and exists (select from needs.need where need.contact_id = contact.id and need.kind = $2)
       order by ended_at desc, id desc limit ${ALIKE}`,
      [new Date(+this.clock.now() - minutes * 60_000), kind, language, ageGroup ?? 'UNKNOWN', neighbourhood ?? null, municipality ?? null],
    );
    return rows.map(({ node }) => ({ ...node, note: null })); // what another noted is theirs
  }

  targets(): Promise<HandoverTarget[]> {
    return this.prepared.query<HandoverTarget>(
      `select code, number, jsonb_build_object('fr', name_fr, 'en', name_en) as name from needs.handover_target order by position`,
      [],
    );
  }

  /** Those of SERIOUS_RISK, whoever recorded them. */
  async register({ first, after }: QuerySeriousRiskRegisterArgs): Promise<HandoverConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const [at, id] = after ? cursorFrom(after) : [null, null];
    const [row] = await this.prepared.query<{ answer: HandoverConnection }>(registerSql, [at, id, Math.min(first ?? 50, MOST)]);
    return row!.answer; // the statement answers one row
  }
}

export function cursorFrom(cursor: string): [at: Date, id: string] {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64').toString()) as unknown[];
    const instant = new Date(String(at));
    if (!Number.isNaN(+instant) && typeof id === 'string' && /^[\da-f-]{36}$/i.test(id)) return [instant, id];
  } catch {
    // said below
  }
  throw new UserInputError('This is not a cursor of this list.');
}

const registerSql = `
  with page as (
    select * from needs.handover where basis = 'SERIOUS_RISK' and ($1::timestamptz is null or (at, id) < ($1, $2::uuid)) order by at desc, id desc limit $3::int + 1
  ), edge as (
    select row_number() over (order by at desc, id desc) as place, ${handoverNode()} as node,
      translate(encode(convert_to(jsonb_build_array(at, id)::text, 'UTF8'), 'base64'), e'\\n', '') as cursor
    from page handover
  )
  select jsonb_build_object('totalCount', (select count(*) from needs.handover where basis = 'SERIOUS_RISK'),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', cursor, 'node', node) order by place) filter (where place <= $3), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $3, 'endCursor', (select cursor from edge where place <= $3 order by place desc limit 1))) as answer
  from edge`;
