import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What goes wrong on the way to a line, until it is fixed. Who called stands apart, sealed under a key of its own, and row-level security
 * shows it only where 211 may read it; ninety days after the end that key is destroyed.
 */
export class LinesRouting1795737601020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table lines.routing_problem (
        id              uuid primary key,
        line_code       text not null references lines.line,
        -- who answers for the line
        organization_id uuid references directory.organization,
        state           text not null check (state in ('REPORTED', 'SENT_TO_COMPANY', 'FIXED', 'CANNOT_REPRODUCE')),
        company         text not null check (length(company) between 1 and 100),
        device          text not null check (device in ('CELL', 'LANDLINE', 'INTERNET')),
        territory_code  text references directory.territory,
        happened_at     timestamptz not null,
        what_happened   text check (length(what_happened) between 1 and 2000),
        reported_at     timestamptz not null,
        reported_by     text not null,
        closed_at       timestamptz check (closed_at >= reported_at),
        data_key_id     uuid not null references platform.data_key,
        forgotten_at    timestamptz check (forgotten_at >= closed_at),
        check ((closed_at is not null) = (state in ('FIXED', 'CANNOT_REPRODUCE'))),
        check ((what_happened is null) = (forgotten_at is not null))
      );
      create index routing_problem_to_forget on lines.routing_problem (closed_at) where forgotten_at is null;

      create table lines.routing_step (
        id         uuid primary key,
        problem_id uuid not null references lines.routing_problem,
        state      text not null check (state in ('REPORTED', 'SENT_TO_COMPANY', 'FIXED', 'CANNOT_REPRODUCE')),
        at         timestamptz not null,
        by         text not null,
        note       text check (length(note) between 1 and 1000)
      );
      create index routing_step_of_problem on lines.routing_step (problem_id, id);

      create table lines.routing_caller (
        problem_id      uuid primary key references lines.routing_problem,
        organization_id uuid,
        number          bytea not null,
        place           bytea
      );
      alter table lines.routing_caller enable row level security, force row level security;
      create policy anybody_reports on lines.routing_caller for insert with check (true);
      create policy the_line_reads on lines.routing_caller for select using (
        organization_id = any ((select platform.organizations_where('read-routing'))::uuid[])
        or organization_id is null and cardinality((select platform.organizations_where('read-routing'))) > 0);

      grant select, insert on lines.routing_problem, lines.routing_step, lines.routing_caller to fanal_app;
      grant update (state, closed_at, what_happened, forgotten_at) on lines.routing_problem to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lines.routing_caller, lines.routing_step, lines.routing_problem');
  }
}
