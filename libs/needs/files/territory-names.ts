import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '#libs/kernel';

/** Territories by their codes. */
@Injectable()
export class TerritoryNames {
  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async in(language: Language): Promise<Map<string, string>> {
    const rows = await this.db.query<{ code: string; name: string }[]>(
      `select code, case when $1 = 'en' then name_en else name_fr end as name from directory_published.territory`,
      [language],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
