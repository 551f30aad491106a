import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Organization, PosterConnection, QueryPostersArgs } from '#libs/schema';
import { cursorFrom } from '../cursor.ts';
import { Pins, type WeekPin } from './pins.ts';

const MOST = 100;

export interface PosterRow {
  readonly id: string;
  readonly organization: Organization;
  readonly madeAt: Date;
  readonly printedAt: Date | null;
  readonly lastUsedAt: Date | null;
  readonly wrongPins: number;
  readonly waitsUntil: Date | null;
  readonly thisWeek: WeekPin;
  readonly nextWeek: WeekPin;
}

type Row = Omit<PosterRow, 'thisWeek' | 'nextWeek'> & { sortName: string; round: number; since: Date; wrongAt: Date | null; total: number };

/** Posters for who manages them. Their numbers are made here, and told to nobody else. */
@Injectable()
export class Posters {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Pins) private readonly pins: Pins,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page(actor: Actor, { organizationId, first, after }: QueryPostersArgs): Promise<PosterConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const [name, id] = after ? cursorFrom(after) : [null, null];
    const asked = organizationId == null ? null : (idFrom(organizationId) ?? NOBODY);
    const many = Math.min(first ?? 50, MOST);
    const own = actor.organizationsFor('poster:manage');
    const [{ total }] = await this.db.query<[{ total: number }]>(`select count(*)::int as total ${mine}`, [own, asked]);
    const rows = await this.db.query<Row[]>(pageSql, [own, asked, name, id, many + 1]);
    const edges = await Promise.all(rows.slice(0, many).map(async row => ({ cursor: cursorOf(row), node: await this.seen(row) })));
    const pageInfo = { hasNextPage: rows.length > many, endCursor: edges.at(-1)?.cursor ?? null };
    return { totalCount: total, edges, pageInfo } as unknown as PosterConnection; // what a node's resolvers add is not there yet
  }

  /** Null once it is revoked. */
  async one(id: string): Promise<PosterRow | null> {
    const [row] = await this.db.query<Row[]>(`select ${columns} ${live} and poster.id = $1`, [id]);
    return row ? this.seen(row) : null;
  }

  private async seen({ round, since, wrongAt, waitsUntil, wrongPins, ...poster }: Row): Promise<PosterRow> {
    const now = this.clock.now();
    const numbered = { id: poster.id, round, since };
    const [thisWeek, nextWeek] = await Promise.all([this.pins.of(numbered, now), this.pins.of(numbered, now, 1)]);
    return {
      ...poster,
      ...{ thisWeek, nextWeek },
      wrongPins: wrongAt && wrongAt >= thisWeek.from ? wrongPins : 0,
      waitsUntil: waitsUntil && waitsUntil > now ? waitsUntil : null,
    };
  }
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

const cursorOf = ({ sortName, id }: Row): string => Buffer.from(JSON.stringify([sortName, id])).toString('base64');

const columns = `poster.id, made_at as "madeAt", printed_at as "printedAt", used_at as "lastUsedAt", wrong as "wrongPins", wrong_at as "wrongAt",
  waits_until as "waitsUntil", pin_round as round, pin_since as since, organization.sort_name as "sortName",
  jsonb_build_object('id', organization.id, 'kind', kind, 'name', jsonb_build_object('fr', name_fr, 'en', name_en)) as organization`;
const live = `from outreach.poster join directory_published.organization on organization.id = poster.organization_id where revoked_at is null`;
const mine = `${live} and ($1::uuid[] is null or organization.id = any($1)) and ($2::uuid is null or organization.id = $2)`;
const pageSql = `select ${columns} ${mine} and ($3::text is null or (organization.sort_name, poster.id) > ($3, $4::uuid))
  order by organization.sort_name, poster.id limit $5`;
