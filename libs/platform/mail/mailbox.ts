import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Settings } from '../settings/settings.ts';

export interface Received {
  at: Date;
  to: string;
  subject: string;
  text: string;
  messageId: string;
}

const KEPT = 200;
const LARGEST = 10 * 1024 * 1024;

/** Where no `SMTP_URL` is set: a real SMTP server on loopback that keeps what it gets, to be read at `/mailbox`. */
@Injectable()
export class DevelopmentMailbox implements OnModuleDestroy {
  readonly received: Received[] = [];
  private server?: SMTPServer;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  get open(): boolean {
    return this.settings.demo && !this.settings.smtpUrl;
  }

  /** The address to send to; it listens from the first time that it is asked for. */
  async address(): Promise<string> {
    if (!this.server) {
      this.server = new SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        size: LARGEST,
        onData: (stream, _, done) => void this.take(stream).then(() => done(), done),
      });
      this.server.on('error', () => undefined); // a sender that breaks off
      this.server.listen(0, '127.0.0.1');
      await once(this.server.server, 'listening');
    }
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`; // it listens on a port, not on a file
  }

  onModuleDestroy(): void {
    this.server?.close();
  }

  private async take(stream: Parameters<typeof simpleParser>[0]): Promise<void> {
    const { date, to, subject = '', text = '', messageId = '' } = await simpleParser(stream);
    const addressed = [to ?? []].flat().map(({ text: address }) => address);
    this.received.unshift({ at: date ?? new Date(), to: addressed.join(', '), subject, text, messageId });
    this.received.splice(KEPT);
  }
}
