import { Inject, Injectable } from '@nestjs/common';
import { AccountAddresses } from '#libs/identity';
import type { Language, Localized } from '#libs/kernel';
import { laidOut, type Letter, Mail, say, type Transaction } from '#libs/platform';

export const INSTRUCTION_EXPIRED = 'instruction-expired';

interface Row {
  id: string;
  account_id: string | null;
  mailbox: string | null;
  question: Localized;
  crisis: Localized;
}

/** « Votre consigne est échue » : until it says something again, nobody reads it to callers. */
@Injectable()
export class InstructionExpiredMail {
  constructor(
    @Inject(Mail) mail: Mail,
    @Inject(AccountAddresses) private readonly addresses: AccountAddresses,
  ) {
    mail.define(INSTRUCTION_EXPIRED, { write: (tx, ids, base) => this.write(tx, ids, base) });
  }

  /** One that was given a new end, or withdrawn, meanwhile is not written of. */
  private async write(tx: Transaction, ids: readonly string[], base: string): Promise<Map<string, Letter>> {
    const rows = await tx.manager.query<Row[]>(noticesSql, [ids]);
    const accounts = await this.addresses.of(tx, rows.flatMap(row => row.account_id ?? [])); // prettier-ignore
    return new Map(
      rows.flatMap(row => {
        const account = row.account_id === null ? null : accounts.get(row.account_id);
        const to = account?.email ?? (row.account_id === null ? row.mailbox : null);
        return to ? [[row.id, { to, ...wording(account?.language ?? 'fr', row, base) }] as const] : [];
      }),
    );
  }
}

function wording(language: Language, { question, crisis }: Row, base: string): Omit<Letter, 'to'> {
  const told = (text: Localized) => text[language] ?? text.fr ?? text.en ?? '';
  return laidOut({
    language,
    subject: say(language, 'MAIL_INSTRUCTION_EXPIRED_SUBJECT'),
    parts: [
      { paragraph: say(language, 'MAIL_INSTRUCTION_EXPIRED_WHAT', { crisis: told(crisis) }) },
      { paragraph: told(question), strong: true },
      { paragraph: say(language, 'MAIL_INSTRUCTION_EXPIRED_THEN') },
      { button: say(language, 'MAIL_INSTRUCTION_EXPIRED_BUTTON'), href: `${base}/sign-in` },
    ],
  });
}

const noticesSql = `
  select notice.id, notice.account_id, jsonb_build_object('fr', instruction.question_fr, 'en', instruction.question_en) as question,
    jsonb_build_object('fr', crisis.name_fr, 'en', crisis.name_en) as crisis,
    (select email from directory_published.mailbox where mailbox.organization_id = notice.organization_id order by mailbox.place limit 1) as mailbox
  from lines.instruction_notice notice
    join crises_published.instruction on instruction.id = notice.instruction_id and instruction.valid_until = notice.valid_until
    join crises_published.crisis on crisis.id = instruction.crisis_id
  where notice.id = any($1)`;
