import { Inject, Injectable } from '@nestjs/common';
import { Devices } from '#libs/identity';
import { Links, Mail, say, Texts, type Transaction } from '#libs/platform';
import { CampaignBook, type Held } from '../campaign-book.ts';
import { isQuiet } from '../quiet-hours.ts';
import { nextReminder } from './reminders.sql.ts';

/** The letter that asks, and what its link is for. */
export const UPDATE_REQUEST = 'update-request';
export const UPDATE_REMINDER = 'update-reminder';
export const UPDATE_TEXT = 'update-text';
export const UPDATE_TEXT_REMINDER = 'update-text-reminder';
/** That there is something to answer, on the devices of those who asked to be told. */
export const UPDATE_PUSH = 'update-push';

const all = [UPDATE_REQUEST, UPDATE_REMINDER, UPDATE_TEXT, UPDATE_TEXT_REMINDER];
const byText = { [UPDATE_REQUEST]: UPDATE_TEXT, [UPDATE_REMINDER]: UPDATE_TEXT_REMINDER } as const;

interface Ready {
  id: string;
  by_text: boolean;
}

type Ended = 'CLOSED' | 'CANCELLED';

/** What a campaign does with its letters: they lie in the outbox under its id, and are held, let go and withdrawn together. */
@Injectable()
export class Sending {
  constructor(
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(CampaignBook) private readonly book: CampaignBook,
    @Inject(Texts) private readonly texts: Texts,
    @Inject(Devices) private readonly devices: Devices,
  ) {
    devices.define(UPDATE_PUSH, language => ({
      title: say(language, 'PUSH_ASKED_TITLE'),
      body: say(language, 'PUSH_ASKED_BODY'),
      path: '/my-services',
      tag: UPDATE_PUSH,
    }));
  }

  /** All that it has to say lies in the outbox. In quiet hours it waits there. */
  async launch(tx: Transaction, held: Held): Promise<void> {
    const rows = await tx.manager.query<Ready[]>(
      `select id, by_text from outreach.request where campaign_id = $1 and state = 'PENDING' order by id`,
      [held.id],
    );
    await this.put(tx, held, UPDATE_REQUEST, rows);
    await this.push(tx, held);
    await this.book.turn(tx, held, 'RUNNING', { sent_at: held.now });
    await this.keepQuiet(tx, held);
  }

  private async put(tx: Transaction, { id: group }: Held, template: keyof typeof byText, requests: readonly Ready[]): Promise<void> {
    const idsOf = (texted: boolean) => requests.filter(({ by_text }) => by_text === texted).map(({ id }) => id);
    await this.mail.putMany(tx, template, idsOf(false), { group });
    await this.texts.put(tx, byText[template], idsOf(true), { group });
  }

  /** Those who have an account and asked to be told are, beside the letter. */
  private async push(tx: Transaction, { id }: Held): Promise<void> {
    const asked = await tx.manager.query<{ organization_id: string }[]>(
      'select organization_id from outreach.asked where campaign_id = $1',
      [id],
    );
    await this.devices.tellEditors(
      tx,
      UPDATE_PUSH,
      asked.map(({ organization_id }) => organization_id),
      { group: id, key: id },
    );
  }

  /** Held from the beginning of its quiet hours to their end. */
  async keepQuiet(tx: Transaction, held: Held): Promise<void> {
    const quiet = isQuiet(held.now, this.book.quiet(held));
    if (quiet) await this.mail.hold(tx, held.id); // what was put since is held too
    if (quiet === held.quiet) return;
    if (!quiet) await this.mail.letGo(tx, held.id);
    await tx.manager.query('update outreach.campaign set quiet = $2 where id = $1', [held.id, quiet]);
  }

  hold(tx: Transaction, { id }: Held): Promise<void> {
    return this.mail.hold(tx, id);
  }

  async letGo(tx: Transaction, held: Held): Promise<void> {
    if (!isQuiet(held.now, this.book.quiet(held))) await this.mail.letGo(tx, held.id);
  }

  /** Those who have answered, or will not, are sent nothing more. */
  async spare(tx: Transaction, requests: readonly string[]): Promise<void> {
    for (const template of all) await this.mail.withdraw(tx, { template, subjects: requests });
  }

  /** All who are silent, or those whose reminder is due; how many. */
  async remind(tx: Transaction, held: Held, dueOnly = false): Promise<number> {
    const [reminded] = await tx.manager.query<[Ready[], number]>(
      `with silent as materialized (
         select request.id from outreach.request
         where campaign_id = $1 and request.state in ('SENT', 'OPENED') and ($3 is false or request.remind_at <= $2)
           and exists (select from outreach.asked where asked.request_id = request.id and asked.answered_at is null)
         order by request.id for update
       )
       update outreach.request set reminders = reminders + 1, remind_at = ${nextReminder('request.sent_at', '$2::timestamptz')}
       from silent, outreach.campaign where request.id = silent.id and campaign.id = request.campaign_id returning request.id, request.by_text`,
      [held.id, held.now, dueOnly],
    );
    await this.unsend(tx, reminded);
    await this.put(tx, held, UPDATE_REMINDER, reminded);
    await this.keepQuiet(tx, held);
    return reminded.length;
  }

  /** Of a night in which it was reminded twice, nobody gets two reminders in the morning. */
  private async unsend(tx: Transaction, reminded: readonly Ready[]): Promise<void> {
    const subjects = reminded.map(({ id }) => id);
    const waited: string[] = [];
    for (const template of [UPDATE_REMINDER, UPDATE_TEXT_REMINDER]) waited.push(...(await this.mail.withdraw(tx, { template, subjects })));
    if (waited.length > 0) await tx.manager.query('update outreach.request set reminders = reminders - 1 where id = any($1)', [waited]);
  }

  /** Nothing more is sent; what was asked and not answered is asked no more. */
  async end(tx: Transaction, held: Held, state: Ended): Promise<void> {
    await this.mail.withdraw(tx, { group: held.id });
    const [ended] = await tx.manager.query<[{ id: string }[], number]>(
      `with silent as materialized (
         select id from outreach.request where campaign_id = $1 and state in ('PENDING', 'SENT', 'OPENED') order by id for update
       )
       update outreach.request set state = 'EXPIRED', ended_at = $2, remind_at = null, revoked_at = $2
       from silent where request.id = silent.id returning request.id`,
      [held.id, held.now],
    );
    await this.links.revokeMany(
      tx,
      UPDATE_REQUEST,
      ended.map(({ id }) => id),
    );
    await tx.manager.query('update outreach.request set remind_at = null where campaign_id = $1 and remind_at is not null', [held.id]);
    await this.book.turn(tx, held, state);
  }
}
