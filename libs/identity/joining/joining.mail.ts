import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Language, type Localized } from '#libs/kernel';
import { laidOut, type Letter, Links, Mail, say, type Transaction } from '#libs/platform';
import { isMember } from './asked.ts';

/** Each is the name of a letter; of the first two also the purpose of the link in it. */
export const CONFIRM_CLAIM = 'confirm-claim';
export const INVITATION = 'invitation';
export const CLAIM_SETTLED = 'claim-settled';
export const LAST_EDITOR_LEFT = 'last-editor-left';

const HOUR = 3_600_000;
const CONFIRMED_WITHIN = 72 * HOUR;

interface Addressed {
  email: string;
  language: Language;
  name: Localized;
}

const organizationName = `jsonb_build_object('fr', organization.name_fr, 'en', organization.name_en) as name`;

/** The letters by which somebody comes to speak for an organization, and the one that says that nobody does any more. */
@Injectable()
export class JoiningMail {
  constructor(
    @Inject(Mail) mail: Mail,
    @Inject(Links) private readonly links: Links,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    mail.define(CONFIRM_CLAIM, (tx, id, base) => this.confirm(tx, id, base));
    mail.define(INVITATION, (tx, id, base) => this.invite(tx, id, base));
    mail.define(CLAIM_SETTLED, (tx, id, base) => this.settled(tx, id, base));
    mail.define(LAST_EDITOR_LEFT, (tx, id, base) => this.missed(tx, id, base));
  }

  private async confirm(tx: Transaction, id: string, base: string): Promise<Letter | null> {
    const [claim] = await tx.manager.query<(Addressed & { organizationId: string })[]>(
      `select claim.email, claim.language, organization_id as "organizationId", ${organizationName}
       from identity.claim join directory_published.organization on organization.id = organization_id where claim.id = $1 and settled_at is null`,
      [id],
    );
    if (!claim) return null;
    if (await isMember(tx, claim.organizationId, claim.email)) return letter(claim, 'held', `${base}/sign-in`);
    const token = await this.links.mint(tx, { purpose: CONFIRM_CLAIM, subject: id, ttlMs: CONFIRMED_WITHIN, uses: 1 });
    return letter(claim, 'confirm', `${base}/join#${token}`);
  }

  private async invite(tx: Transaction, id: string, base: string): Promise<Letter | null> {
    const [invited] = await tx.manager.query<(Addressed & { expiresAt: Date; by: string })[]>(
      `select invitation.email, invitation.language, ${organizationName}, account.display_name as by,
         expires_at as "expiresAt"
       from identity.invitation join directory_published.organization on organization.id = organization_id
         join identity.account on account.id = invited_by where invitation.id = $1 and invitation.ended_at is null`,
      [id],
    );
    const left = invited ? invited.expiresAt.getTime() - this.clock.now().getTime() : 0;
    if (!invited || left <= 0) return null;
    const token = await this.links.mint(tx, { purpose: INVITATION, subject: id, ttlMs: left, uses: 1 });
    return letter(invited, 'invitation', `${base}/invitation#${token}`, { by: invited.by });
  }

  private async settled(tx: Transaction, id: string, base: string): Promise<Letter | null> {
    const [claim] = await tx.manager.query<(Addressed & { outcome: 'APPROVED' | 'REFUSED' })[]>(
      `select claim.email, claim.language, outcome, ${organizationName}
       from identity.claim join directory_published.organization on organization.id = organization_id where claim.id = $1 and claim.email is not null`,
      [id],
    );
    if (!claim) return null;
    return claim.outcome === 'APPROVED' ? letter(claim, 'approved', `${base}/sign-in`) : letter(claim, 'refused', base);
  }

  private async missed(tx: Transaction, id: string, base: string): Promise<Letter | null> {
    const [notice] = await tx.manager.query<Addressed[]>(
      `select account.email, account.language, ${organizationName}
       from identity.notice join identity.account on account.id = notice.account_id and account.ended_at is null
         join identity.membership on membership.id = membership_id
         join directory_published.organization on organization.id = membership.organization_id where notice.id = $1`,
      [id],
    );
    return notice ? letter(notice, 'missed', `${base}/memberships`) : null;
  }
}

const words = {
  held: ['MAIL_CLAIM_HELD_SUBJECT', 'MAIL_CLAIM_HELD_WHAT', 'MAIL_CLAIM_HELD_THEN'],
  confirm: ['MAIL_CLAIM_CONFIRM_SUBJECT', 'MAIL_CLAIM_CONFIRM_WHAT', 'MAIL_CLAIM_CONFIRM_THEN'],
  approved: ['MAIL_CLAIM_APPROVED_SUBJECT', 'MAIL_CLAIM_APPROVED_WHAT', 'MAIL_CLAIM_APPROVED_THEN'],
  refused: ['MAIL_CLAIM_REFUSED_SUBJECT', 'MAIL_CLAIM_REFUSED_WHAT', 'MAIL_CLAIM_REFUSED_THEN'],
  invitation: ['MAIL_INVITATION_SUBJECT', 'MAIL_INVITATION_WHAT', 'MAIL_INVITATION_THEN'],
  missed: ['MAIL_LAST_EDITOR_LEFT_SUBJECT', 'MAIL_LAST_EDITOR_LEFT_WHAT', 'MAIL_LAST_EDITOR_LEFT_THEN'],
} as const;

function letter(
  { email, language, name }: Addressed,
  kind: keyof typeof words,
  address: string,
  params: Record<string, string> = {},
): Letter {
  const organization = name[language] ?? name.fr ?? name.en ?? '';
  const [subject, what, then] = words[kind].map(code => say(language, code, { organization, ...params })) as [string, string, string];
  const open = say(language, 'MAIL_JOINING_BUTTON');
  return {
    to: email,
    ...laidOut({ language, subject, parts: [{ paragraph: what }, { button: open, href: address }, { paragraph: then }] }),
  };
}
