import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who writes many rows at once tells the planner of them. It was the owner's to do; whoever may change a table may lock it as well. */
export class MaintainedTables1795564806003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rooms.map(room => `grant maintain on all tables in schema ${room} to fanal_app;`).join('\n')}
      ${rooms.map(room => `alter default privileges in schema ${room} grant maintain on tables to fanal_app;`).join('\n')}
      grant maintain on platform.event to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${rooms.map(room => `revoke maintain on all tables in schema ${room} from fanal_app;`).join('\n')}
      ${rooms.map(room => `alter default privileges in schema ${room} revoke maintain on tables from fanal_app;`).join('\n')}
      revoke maintain on platform.event from fanal_app;
    `);
  }
}

const rooms = ['directory', 'identity', 'crises', 'status'];
