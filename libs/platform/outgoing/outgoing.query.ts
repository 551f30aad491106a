import { Inject, Injectable } from '@nestjs/common';
import { Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Outgoing, OutgoingConnection, OutgoingTally, QueryOutgoingArgs } from '#libs/schema';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Settings } from '../settings/settings.ts';
import { Outbox } from './outbox.ts';

const MOST = 200;

type Node = Omit<Outgoing, 'recipient'> & { subject: string };
interface Page {
  totalCount: number;
  edges: { cursor: string; node: Node }[];
  pageInfo: OutgoingConnection['pageInfo'];
}

/** What leaves the hub, for those who watch it. */
@Injectable()
export class OutgoingList {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async page({ filter, first, after }: Partial<QueryOutgoingArgs>): Promise<OutgoingConnection> {
    if ((first ?? 0) < 0) throw new UserInputError('`first` cannot be negative.');
    const { channels, states, bounced, troubled, groupId } = filter ?? {};
    const group = groupId && (idFrom(groupId) ?? '00000000-0000-0000-0000-000000000000'); // nobody's
    const given = [channels ?? null, states ?? null, bounced ?? null, group ?? null, after ? idIn(after) : null];
    return this.unitOfWork.run(async tx => {
      const values = [...given, Math.min(first ?? 50, MOST), troubled ?? null];
      const [{ answer }] = await tx.manager.query<[{ answer: Page }]>(page, values);
      const names = new Map<string, string>();
      for (const [template, subjects] of subjectsByTemplate(answer)) {
        const named = await this.outbox.template(template)?.named?.(tx, subjects);
        for (const [subject, name] of named ?? []) names.set(`${template} ${subject}`, name);
      }
      const edges = answer.edges.map(({ cursor, node }) => {
        const recipient = names.get(`${node.template} ${node.subject}`) ?? null;
        return { cursor, node: { ...node, recipient } };
      });
      return { ...answer, edges };
    });
  }

  tally(): Promise<OutgoingTally> {
    return this.unitOfWork.run(async tx => {
      const limits = { MAIL: this.settings.mailPerMinute, TEXT: this.settings.textPerMinute };
      const [row] = await tx.manager.query<[{ answer: OutgoingTally }]>(tally, [this.clock.now(), limits]);
      return row.answer;
    });
  }
}

function subjectsByTemplate({ edges }: Page): Map<string, string[]> {
  const subjects = new Map<string, string[]>();
  for (const { node } of edges) subjects.set(node.template, [...(subjects.get(node.template) ?? []), node.subject]);
  return subjects;
}

function idIn(cursor: string): string {
  const id = idFrom(Buffer.from(cursor, 'base64').toString());
  if (!id) throw new UserInputError('This is not a cursor of this list.');
  return id;
}

/** Ids are dense in time: the newest has the greatest. */
const page = `
  with found as materialized (
    select id from platform.outgoing where ($1::text[] is null or channel = any($1)) and ($2::text[] is null or state = any($2))
      and ($3::boolean is null or (bounced_at is not null) = $3) and ($4::uuid is null or group_id = $4)
      and ($7::boolean is null or (state in ('DEAD', 'UNSURE') or bounced_at is not null) = $7)
  ), edge as (
    select one.*, row_number() over (order by one.id desc) as place from platform.outgoing one
    where one.id in (select id from found where $5::uuid is null or id < $5 order by id desc limit $6::int + 1)
  )
  select jsonb_build_object('totalCount', (select count(*) from found),
    'edges', coalesce(jsonb_agg(jsonb_build_object('cursor', encode(convert_to(id::text, 'UTF8'), 'base64'), 'node',
      jsonb_build_object('id', id, 'channel', channel, 'template', template, 'subject', subject, 'groupId', group_id, 'state', state, 'held', held,
        'tries', tries, 'dueAt', due_at, 'sentAt', sent_at, 'bouncedAt', bounced_at, 'error', last_error, 'createdAt', created_at))
      order by place) filter (where place <= $6), '[]'),
    'pageInfo', jsonb_build_object('hasNextPage', count(*) > $6,
      'endCursor', encode(convert_to((min(id::text) filter (where place <= $6)), 'UTF8'), 'base64'))) as answer
  from edge`;

const tally = `
  select jsonb_build_object(
    'pending', count(*) filter (where state in ('PENDING', 'HANDED')),
    'due', count(*) filter (where state in ('PENDING', 'HANDED') and not held and due_at <= $1),
    'held', count(*) filter (where state = 'PENDING' and held),
    'dead', count(*) filter (where state = 'DEAD'),
    'unsure', count(*) filter (where state = 'UNSURE'),
    'sentToday', count(*) filter (where sent_at > $1::timestamptz - interval '24 h'),
    'bounced', count(*) filter (where bounced_at > $1::timestamptz - interval '24 h'),
    'lanes', (select jsonb_agg(jsonb_build_object('channel', channel, 'closedSince', closed_since, 'nextTryAt', next_probe_at,
        'error', case when closed_since is not null then last_error end, 'perMinute', ($2::jsonb ->> channel)::int,
        'sentInLastMinute', (select count(*) from platform.outgoing sent where sent.channel = lane.channel and sent.state = 'SENT'
          and sent.sent_at > $1::timestamptz - interval '1 min')) order by channel)
      from platform.lane)) as answer
  from platform.outgoing where state in ('PENDING', 'HANDED', 'DEAD', 'UNSURE') or sent_at > $1::timestamptz - interval '24 h'
    or bounced_at > $1::timestamptz - interval '24 h'`;
