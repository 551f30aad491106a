import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever leaves the hub, by whichever channel. Neither address nor words are kept: both are made when it is sent. */
export class PlatformOutgoing1795651200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(outgoing);
    await runner.query(lane);
    await runner.query(moved);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.outgoing, platform.lane');
  }
}

const outgoing = `
  create table platform.outgoing (
    id         uuid primary key,
    channel    text not null check (channel in ('MAIL', 'TEXT', 'PUSH')),
    template   text not null check (template ~ '^[a-z-]+$'),
    -- of what it is about, as its template knows it
    subject    uuid not null,
    -- of what it is a part: held, let go and withdrawn together
    group_id   uuid,
    -- the same one is not put twice
    key        text check (length(key) <= 200),
    -- HANDED: recorded just before the receiving server takes it; without its answer and without us, UNSURE
    state      text not null default 'PENDING' check (state in ('PENDING', 'HANDED', 'SENT', 'DEAD', 'UNSURE', 'WITHDRAWN')),
    held       boolean not null default false,
    tries      int not null default 0 check (tries >= 0),
    due_at     timestamptz not null,
    -- by the lock of this name its worker is known to live
    claimed_by text check (length(claimed_by) <= 60),
    handed_at  timestamptz,
    sent_at    timestamptz,
    bounced_at timestamptz,
    last_error text check (length(last_error) <= 100),
    created_at timestamptz not null,
    unique (template, subject, key),
    check ((state = 'SENT') = (sent_at is not null)),
    check ((state in ('HANDED', 'UNSURE')) <= (handed_at is not null)),
    check ((state = 'HANDED') <= (claimed_by is not null)),
    check (claimed_by is null or state in ('PENDING', 'HANDED', 'UNSURE'))
  );
  -- what is asked for by one person goes before what is sent to many
  create index outgoing_due on platform.outgoing (channel, (group_id is not null), due_at, id)
    where state = 'PENDING' and claimed_by is null and not held;
  create index outgoing_claimed on platform.outgoing (claimed_by) where state in ('PENDING', 'HANDED') and claimed_by is not null;
  create index outgoing_of_group on platform.outgoing (group_id, state) where group_id is not null;
  create index outgoing_by_state on platform.outgoing (state, created_at desc, id desc);
  create index outgoing_by_age on platform.outgoing (created_at desc, id desc);
  create index outgoing_sent on platform.outgoing (sent_at) where state = 'SENT';
  grant select, insert, update, delete on platform.outgoing to fanal_app;`;

const lane = `
  -- One row a channel: whether what lies behind it takes anything at the moment, and how much more may leave this minute.
  create table platform.lane (
    channel       text primary key check (channel in ('MAIL', 'TEXT', 'PUSH')),
    closed_since  timestamptz,
    failures      int not null default 0 check (failures >= 0),
    next_probe_at timestamptz,
    -- who tries whether it is open again, alone, and until when that may last
    probed_by     text,
    probing_until timestamptz,
    last_error    text check (length(last_error) <= 100),
    allowance     double precision not null default 0,
    counted_at    timestamptz,
    check ((closed_since is null) = (next_probe_at is null)),
    check ((closed_since is null) = (failures = 0)),
    check ((probed_by is null) = (probing_until is null))
  );
  insert into platform.lane (channel) values ('MAIL'), ('TEXT'), ('PUSH');
  grant select, update on platform.lane to fanal_app;`;

const moved = `
  insert into platform.outgoing (id, channel, template, subject, state, tries, due_at, sent_at, last_error, created_at)
    select id, 'MAIL', template, account_id, case when last_error = 'NOT_WANTED' then 'WITHDRAWN' else state end,
      tries, created_at, sent_at, last_error, created_at from platform.mail;
  drop table platform.mail;
  -- the worker begins by looking at what is there; the jobs of before would find nobody
  do $$ begin
    if to_regclass('graphile_worker._private_jobs') is not null then
      delete from graphile_worker._private_jobs
        where task_id in (select id from graphile_worker._private_tasks where identifier = 'send-mail');
    end if;
  end $$;`;
