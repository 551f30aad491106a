import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { ContactDraft, KeepContactDraftInput } from '#libs/schema';
import { TextTooLong } from '../needs.refusals.ts';

const LONGEST = 65_536;
const MOST = 10;

/** A call as it goes, of one's own: written over as often as it changes. */
@Injectable()
export class ContactDrafts {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async keep({ accountId }: Actor, { draftId, body, begunAt }: KeepContactDraftInput): Promise<{ draft: ContactDraft }> {
    const id = idFrom(draftId);
    if (!id) throw new UserInputError('`draftId` is a UUID.');
    const length = Buffer.byteLength(body);
    if (length > LONGEST) throw new TextTooLong('NEED_TEXT_TOO_LONG', 'body', { length, limit: LONGEST });
    demandObject(body);
    const [draft] = await this.db.query<ContactDraft[]>(
      `insert into needs.draft (id, account_id, body, begun_at, changed_at) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set body = excluded.body, changed_at = excluded.changed_at where draft.account_id = $2
       returning id, body::text as body, begun_at as "begunAt", changed_at as "changedAt"`,
      [id, accountId, body, begunAt, this.clock.now()],
    );
    if (!draft) throw new UserInputError('`draftId` is another’s.');
    return { draft };
  }

  mine({ accountId }: Actor): Promise<ContactDraft[]> {
    return this.db.query<ContactDraft[]>(
      `select id, body::text as body, begun_at as "begunAt", changed_at as "changedAt" from needs.draft
       where account_id = $1 order by changed_at desc limit ${MOST}`,
      [accountId],
    );
  }

  async drop({ accountId }: Actor, draftId: string): Promise<true> {
    await this.db.query('delete from needs.draft where id = $1 and account_id = $2', [idFrom(draftId), accountId]);
    return true;
  }
}

function demandObject(body: string): void {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return;
  } catch {
    // said below
  }
  throw new UserInputError('`body` is a JSON object.');
}
