import type { MigrationInterface, QueryRunner } from 'typeorm';

const old = 'request_campaign_id_organization_id_contact_id_key';

/** Whom a text message does not reach is written to at the same organization's own mailbox: two requests, one by each way. */
export class OutreachEitherWay1795651205201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.request drop constraint ${old};
      alter table outreach.request add constraint request_by_each_way unique nulls not distinct (campaign_id, organization_id, contact_id, by_text);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outreach.request drop constraint request_by_each_way;
      alter table outreach.request add constraint ${old} unique nulls not distinct (campaign_id, organization_id, contact_id);`);
  }
}
