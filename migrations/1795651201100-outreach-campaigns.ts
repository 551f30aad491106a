import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who planned a campaign is named to those who watch it; a draft's audience is chosen anew; a rule sees what its maker saw. */
export class OutreachCampaigns1795651201100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema if not exists identity_published;
      create view identity_published.person as select id, display_name from identity.account;
      grant usage on schema identity_published to fanal_app;
      grant select on identity_published.person to fanal_app;

      grant delete on outreach.asked, outreach.request to fanal_app;
      create function outreach.demand_draft() returns trigger language plpgsql as $$
      begin
        if exists (select from outreach.campaign where id = old.campaign_id and state not in ('DRAFT', 'SCHEDULED')) then
          raise exception 'Whom a campaign has asked is not forgotten.';
        end if;
        return old;
      end $$;
      create trigger asked_kept before delete on outreach.asked for each row execute function outreach.demand_draft();
      create trigger request_kept before delete on outreach.request for each row execute function outreach.demand_draft();

      alter table outreach.rule add sees_confidential boolean not null default false;
      alter table outreach.campaign add sees_confidential boolean not null default false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.campaign drop sees_confidential;
      alter table outreach.rule drop sees_confidential;
      drop trigger asked_kept on outreach.asked;
      drop trigger request_kept on outreach.request;
      drop function outreach.demand_draft();
      revoke delete on outreach.asked, outreach.request from fanal_app;
      drop view identity_published.person;
    `);
  }
}
