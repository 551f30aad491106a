import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has served is found by when it did, as `libs/platform/retention` asks for it. */
export class PlatformRetention1795651205200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index platform.link_by_age;
      create index link_ended on platform.link (least(expires_at, revoked_at, case when uses_left = 0 then used_at end));`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index platform.link_ended;
      create index link_by_age on platform.link (expires_at);`);
  }
}
