import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place's word is kept beside a row of the whole service, with which lists are joined; a plan, beside the row that it will turn. */
export class StatusWhole1795564805005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table status.current add unique (service_id, subject);
      alter table status.current add foreign key (service_id, service_id) references status.current (service_id, subject);
      alter table status.planned add foreign key (service_id, subject) references status.current (service_id, subject);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup to go back before the database defended this.');
  }
}
