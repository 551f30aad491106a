import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The private key by which push services know this hub (RFC 8292): 32 bytes, made once and kept. Its public one follows from it. */
export class PlatformPushKey1795651200300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `insert into platform.secret values ('push', decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from platform.secret where name = 'push'`);
  }
}
