import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer';
import type { Dkim } from '../settings/mail.ts';
import type { Letter } from './letter.ts';

export interface From {
  from: string;
  domain: string;
  replyTo: string | null;
  dkim: Dkim | null;
}

/** The bytes of a letter, as they are said to a mail server. The same id, the same Message-ID: whoever gets it twice can tell. */
export class Composing {
  private readonly transport: Transporter;

  constructor(private readonly sender: From) {
    this.transport = createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(sender.dkim && { dkim: sender.dkim }),
    });
  }

  async compose(id: string, { to, language, unsubscribe, replyTo = this.sender.replyTo ?? undefined, ...letter }: Letter): Promise<Buffer> {
    const sent: SentMessageInfo = await this.transport.sendMail({
      ...letter,
      from: this.sender.from,
      replyTo,
      to: { name: '', address: to }, // one address, whatever is in it
      messageId: `<${id}@${this.sender.domain}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': language,
        ...(unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
      },
    });
    return sent.message as Buffer; // `buffer` says so
  }
}
