import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where an organization can be written to, the best first: its contacts, itself, then its services' contacts and its services. */
export class DirectoryMailboxes1795651202000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Confidential ones too: who is written to is who it belongs to. For mail, never for a screen.
      create view directory_published.mailbox as
        select organization_id, contact_id, email, row_number() over (partition by organization_id order by nearness, position, contact_id) as place
        from (
          select distinct on (organization_id, lower(email)) organization_id, contact_id, email, nearness, position
          from (
            select contact.organization_id, contact.id as contact_id, contact.email, 0 as nearness, contact.position
            from directory.contact where contact.organization_id is not null
            union all
            select organization.id, null, organization.email, 1, 0 from directory.organization
            union all
            select service.organization_id, contact.id, contact.email, 2, contact.position
            from directory.contact join directory.service on service.id = contact.service_id where service.listing = 'LISTED'
            union all
            select service.organization_id, service.id, service.email, 3, 0 from directory.service where service.listing = 'LISTED'
          ) known
          where email ~ '^[^@[:space:]<>,;"]+@[^@[:space:]<>,;"]+\\.[^@[:space:]<>,;"]+$'
          order by organization_id, lower(email), nearness, position, contact_id
        ) apart;
      grant select on directory_published.mailbox to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view directory_published.mailbox');
  }
}
