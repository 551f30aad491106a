import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
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
export class DevelopmentMailbox implements OnApplicationShutdown {
  readonly received: Received[] = [];
  private server?: Promise<SMTPServer>;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  get open(): boolean {
    return this.settings.demo && !this.settings.smtpUrl;
  }

  /** The address to send to; it listens from the first time that it is asked for. */
  async address(): Promise<string> {
    const { server } = await (this.server ??= this.listen()); // two letters at once: one server
    return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on a port, not on a file
  }

  async onApplicationShutdown(): Promise<void> {
    (await this.server)?.close();
  }

  private async listen(): Promise<SMTPServer> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: LARGEST,
      onData: (stream, _, done) => void this.take(stream).then(() => done(), done),
    });
    server.on('error', () => undefined); // a sender that breaks off
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return server;
  }

  private async take(stream: Parameters<typeof simpleParser>[0]): Promise<void> {
    const { date, to, subject = '', text = '', messageId = '' } = await simpleParser(stream);
    const addressed = [to ?? []].flat().map(({ text: address }) => address);
    this.received.unshift({ at: date ?? new Date(), to: addressed.join(', '), subject, text, messageId });
    this.received.splice(KEPT);
  }
}
