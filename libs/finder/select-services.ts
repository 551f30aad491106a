import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import type { ServiceFilter } from '#libs/schema';
import { tables, whereSql } from './found.sql.ts';
import { Params } from './params.ts';
import { Selections } from './selections.ts';
import type { Statement } from './services.sql.ts';

/** The services that a filter selects for this caller, for an upper room's own statement: `id` and `organization_id` of each. */
@Injectable()
export class SelectServices {
  constructor(@Inject(Selections) private readonly selections: Selections) {}

  /** Its values are the statement's first; the others come after them. */
  async statement(actor: Actor, filter: ServiceFilter): Promise<Pick<Statement, 'text' | 'values'>> {
    const asked = await this.selections.of(actor, filter);
    const params = new Params();
    const text = `select service.id, service.organization_id from ${tables(asked, params, false)} where ${whereSql(asked, params)}`;
    return { text, values: params.values };
  }
}
