import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organizations have committed to, for the rooms above. */
export class NeedsCommitted1795737602040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view needs_published.commitment as
        select id, gap_id, organization_id, quantity, upper(unit) as unit, per, until, delivered, made_at, released_at from needs.commitment;
      grant select on needs_published.commitment to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view needs_published.commitment');
  }
}
