import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, type Localized } from '#libs/kernel';
import { laidOut, type Letter, Links, Mail, say, type Transaction, UnitOfWork } from '#libs/platform';
import { UPDATE_REQUEST } from '../sending/sending.ts';
import { RequestsByLink } from './requests-by-link.ts';

const NEW_LINK = 'new-request-link';
const HOUR = 3_600_000;
const LASTS = 72 * HOUR;

interface Row {
  email: string;
  language: Language;
  subject: Localized;
}

/** A link in place of one that has expired: mailed to the request's own mailbox, once an hour, whoever asks; they are told nothing of it. */
@Injectable()
export class NewLink {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(Mail) private readonly mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    mail.define(NEW_LINK, (tx, requestId, base) => this.write(tx, requestId, base));
  }

  async ask(token: string, address: string): Promise<void> {
    const requestId = await this.requests.ofOld(token, address);
    const hour = Math.floor(this.clock.now().getTime() / HOUR);
    if (requestId) await this.unitOfWork.run(tx => this.mail.put(tx, NEW_LINK, requestId, { key: `hour ${hour}` }));
  }

  /** Its request may be answered again for as long as the link lasts. */
  private async write(tx: Transaction, requestId: string, base: string): Promise<Letter | null> {
    const until = new Date(this.clock.now().getTime() + LASTS);
    const [rows] = await tx.manager.query<[{ id: string }[], number]>(
      `update outreach.request set expires_at = greatest(expires_at, $2),
         state = case when state = 'EXPIRED' then case when opened_at is null then 'SENT' else 'OPENED' end else state end
       where id = $1 and revoked_at is null and exists (select from outreach.campaign where id = campaign_id and state <> 'CANCELLED') returning id`,
      [requestId, until],
    );
    const [to] = rows[0] ? await tx.manager.query<Row[]>(addressSql, [requestId]) : [];
    if (!to) return null;
    const token = await this.links.mint(tx, { purpose: UPDATE_REQUEST, subject: requestId, ttlMs: LASTS, uses: 1_000 });
    return letter(to, `${base}/r/${token}`);
  }
}

const addressSql = `
  select mailbox.email, request.language, jsonb_build_object('fr', subject_fr, 'en', subject_en) as subject
  from outreach.request join outreach.campaign on campaign.id = campaign_id
    join directory_published.mailbox on mailbox.organization_id = request.organization_id
  where request.id = $1 order by mailbox.contact_id is not distinct from request.contact_id desc, mailbox.place limit 1`;

function letter({ email, language, subject }: Row, link: string): Letter {
  const title = subject[language] ?? subject.fr ?? subject.en ?? '';
  const parts = [
    { paragraph: title, strong: true },
    { paragraph: say(language, 'NEW_LINK_WHY') },
    { button: say(language, 'LETTER_BUTTON'), href: link },
    { paragraph: say(language, 'LETTER_FORWARD') },
    { paragraph: say(language, 'LETTER_HELP') },
  ];
  return { to: email, ...laidOut({ language, subject: title, parts }) };
}
