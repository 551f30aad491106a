import { Inject, Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Language } from '#libs/kernel';
import { laidOut, type Letter, Links, Mail, say, type Transaction } from '#libs/platform';
import { AccountEntity } from './account.entity.ts';

/** The purpose of such a link, and the name of the letter that brings it. */
export const SIGN_IN = 'sign-in';
const MINUTES = 15;

/** The letter that lets its reader in, once, for a quarter of an hour. */
@Injectable()
export class SignInMail {
  constructor(
    @Inject(Mail) mail: Mail,
    @Inject(Links) private readonly links: Links,
  ) {
    mail.define(SIGN_IN, (tx, accountId, base) => this.write(tx, accountId, base));
  }

  /** Null for an account that has ended meanwhile. A new link at each try: we do not keep the one before; if it did arrive, it works too. */
  private async write(tx: Transaction, accountId: string, base: string): Promise<Letter | null> {
    const account = await tx.manager.findOneBy(AccountEntity, { id: accountId, endedAt: IsNull() });
    if (!account) return null;
    const token = await this.links.mint(tx, { purpose: SIGN_IN, subject: accountId, ttlMs: MINUTES * 60_000, uses: 1 });
    return { to: account.email, ...wording(account.language, `${base}/sign-in/link#${token}`) };
  }
}

function wording(language: Language, link: string): Omit<Letter, 'to'> {
  return laidOut({
    language,
    subject: say(language, 'SIGN_IN_SUBJECT'),
    parts: [
      { paragraph: say(language, 'SIGN_IN_HELLO') },
      { button: say(language, 'SIGN_IN_BUTTON'), href: link },
      { paragraph: say(language, 'SIGN_IN_HOW', { minutes: MINUTES }) },
    ],
    small: [{ text: say(language, 'SIGN_IN_OTHERWISE') }],
  });
}
