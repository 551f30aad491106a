import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Devices that asked to be told at once. The keys are the device's own: who has them can write to it, and read nothing. */
export class IdentityPush1795651203100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.push_subscription (
        id         uuid primary key,
        account_id uuid not null references identity.account,
        endpoint   text not null unique check (endpoint ~ '^https?://' and length(endpoint) <= 2000),
        p256dh     text not null check (p256dh ~ '^[A-Za-z0-9_-]{80,100}$'),
        auth       text not null check (auth ~ '^[A-Za-z0-9_-]{16,30}$'),
        made_at    timestamptz not null
      );
      create index push_subscription_of_account on identity.push_subscription (account_id);
      grant select, insert, delete on identity.push_subscription to fanal_app;
      grant update (account_id, p256dh, auth, made_at) on identity.push_subscription to fanal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table identity.push_subscription');
  }
}
