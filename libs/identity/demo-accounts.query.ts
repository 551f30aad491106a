import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '#libs/platform';
import type { DemoAccount } from '#libs/schema';

/** `demoAccounts`: whom one may be by one click, in the order in which they were made; nobody outside a demonstration. */
@Injectable()
export class DemoAccounts {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async run(): Promise<DemoAccount[]> {
    if (!this.settings.demo) return [];
    return this.db.query<DemoAccount[]>(`
      select account.email, account.display_name as "displayName", held.roles, held.organizations
      from identity.account cross join lateral (
        select coalesce(jsonb_agg(distinct role), '[]') as roles,
          coalesce(jsonb_agg(distinct jsonb_build_object('fr', name_fr, 'en', name_en)), '[]') as organizations
        from identity.membership join directory_published.organization on organization.id = organization_id
        where account_id = account.id and ended_at is null
      ) held
      where account.demo and account.ended_at is null
      order by account.created_at, account.id`);
  }
}
