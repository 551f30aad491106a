import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who leads an area may change, and what matters to a crisis. */
export class CrisesChange1795564801002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update (categories) on crises.crisis to fanal_app;
      grant update (lead_organization_id) on crises.area to fanal_app;
      grant update (position, name_fr, name_en), delete on crises.need_kind to fanal_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke update (categories) on crises.crisis from fanal_app;
      revoke update (lead_organization_id) on crises.area from fanal_app;
      revoke update (position, name_fr, name_en), delete on crises.need_kind from fanal_app`);
  }
}
