import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instructions, for who counts what people ask and says when one has expired. */
export class CrisesInstructionsPublished1795737601039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view crises_published.instruction as
        select id, crisis_id, question_fr, question_en, owner_organization_id, valid_until from crises.instruction where withdrawn_at is null;
      grant select on crises_published.instruction to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view crises_published.instruction');
  }
}
