import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { RecordContactInput } from '#libs/schema';
import { RecordContact } from '../contacts/record-contact.command.ts';

type Line = { readonly sourceId: string } & RecordContactInput;

/** What another system has recorded: one contact for its id there, however often it is sent. */
@Injectable()
export class RecordOnce {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RecordContact) private readonly record: RecordContact,
  ) {}

  async run(actor: Actor, { sourceId, ...input }: Line): Promise<{ contactId: string }> {
    const origin = { source: `api ${actor.accountId}`, sourceId };
    const keyed = { ...input, idempotencyKey: `source ${createHash('sha256').update(sourceId).digest('hex')}` };
    return this.unitOfWork.once(actor, 'recordContact', keyed, async tx => {
      await tx.lock('contact of a source', `${origin.source} ${sourceId}`);
      const [known] = await tx.manager.query<{ id: string }[]>('select id from needs.contact where source = $1 and source_id = $2', [
        origin.source,
        sourceId,
      ]); // one whose key is forgotten
      return known ? { contactId: known.id } : this.record.within(tx, actor, input, origin);
    });
  }
}
