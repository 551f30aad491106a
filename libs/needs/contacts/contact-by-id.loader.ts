import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Loader } from '#libs/platform';
import type { Contact } from '#libs/schema';
import { contactNode } from './contact.sql.ts';

/** A contact, for whoever has just recorded it. */
@Injectable()
export class ContactById extends Loader<string, Contact> {
  constructor(@Inject(DataSource) private readonly db: DataSource) {
    super();
  }

  protected async loadAll(ids: readonly string[]) {
    const rows = await this.db.query<{ contact: Contact }[]>(`select ${contactNode} as contact from needs.contact where id = any($1)`, [
      ids,
    ]);
    return new Map(rows.map(({ contact }) => [contact.id, contact]));
  }
}
