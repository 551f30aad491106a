import { Inject, Injectable } from '@nestjs/common';
import { AccountAddresses, Devices } from '#libs/identity';
import { Clock, type Language, type Localized } from '#libs/kernel';
import { laidOut, type Letter, Links, Mail, say, type Transaction } from '#libs/platform';
import { spanSaid } from '../said-of-time.ts';

/** The name of the letter, and the purpose of the link in it. */
export const CALL_UP = 'call-up';
export const CALL_UP_NOTICE = 'call-up-notice';

interface Row {
  id: string;
  account_id: string;
  from_at: Date;
  to_at: Date;
  line: Localized;
  zone: string;
}

/** « On a besoin de vous » : a letter with a link that answers, and a notice on the devices, which says nothing more. */
@Injectable()
export class CallUpMail {
  constructor(
    @Inject(Mail) mail: Mail,
    @Inject(Devices) devices: Devices,
    @Inject(AccountAddresses) private readonly addresses: AccountAddresses,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    mail.define(CALL_UP, { write: (tx, ids, base) => this.write(tx, ids, base) });
    devices.define(CALL_UP_NOTICE, language => ({
      title: say(language, 'CALL_UP_NOTICE_TITLE'),
      body: say(language, 'CALL_UP_NOTICE_BODY'),
      path: '/call-ups',
      tag: CALL_UP,
    }));
  }

  /** Who has answered meanwhile, or comes too late, is not written to. */
  private async write(tx: Transaction, ids: readonly string[], base: string): Promise<Map<string, Letter>> {
    const rows = await tx.manager.query<Row[]>(calledSql, [ids, this.clock.now()]);
    const accounts = await this.addresses.of(tx, rows.map(row => row.account_id)); // prettier-ignore
    const wanted = rows.filter(row => accounts.has(row.account_id));
    const tokens = await this.links.mintMany(tx, CALL_UP, wanted.map(({ id, to_at }) => ({ subject: id, expiresAt: to_at }))); // prettier-ignore
    return new Map(
      wanted.map(row => {
        const { email, language } = accounts.get(row.account_id)!; // filtered above
        return [row.id, { to: email, ...wording(language, row, `${base}/call-up/${tokens.get(row.id)}?lang=${language}`) }];
      }),
    );
  }
}

function wording(language: Language, { line, from_at, to_at, zone }: Row, link: string): Omit<Letter, 'to'> {
  const name = line[language] ?? line.fr ?? line.en ?? '';
  return laidOut({
    language,
    subject: say(language, 'MAIL_CALL_UP_SUBJECT', { line: name }),
    parts: [
      { paragraph: say(language, 'MAIL_CALL_UP_WHAT', { line: name, when: spanSaid(language, from_at, to_at, zone) }) },
      { button: say(language, 'MAIL_CALL_UP_BUTTON'), href: link },
      { paragraph: say(language, 'MAIL_CALL_UP_THEN') },
    ],
    small: [{ text: say(language, 'MAIL_CALL_UP_WHY') }],
  });
}

const calledSql = `
  select called.id, called.account_id, call_up.from_at, call_up.to_at, jsonb_build_object('fr', line.name_fr, 'en', line.name_en) as line,
    region.time_zone as zone
  from lines.called join lines.call_up on call_up.id = called.call_up_id join lines.line on line.code = call_up.line_code
    cross join directory_published.region
  where called.id = any($1) and called.answer is null and call_up.ended_at is null and call_up.to_at > $2 and call_up.confirmed < call_up.wanted`;
