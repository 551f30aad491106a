import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on loopback that keeps what it takes, and refuses whom it is told to. */
export class MailServer {
  private constructor(
    private readonly server: SMTPServer,
    readonly received: ParsedMail[],
  ) {}

  static async start(refuses: (address: string) => number | null = () => null, options: SMTPServerOptions = {}): Promise<MailServer> {
    const received: ParsedMail[] = [];
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 100,
      onRcptTo: ({ address }, _, done) => {
        const code = refuses(address);
        done(code ? Object.assign(new Error('No such mailbox'), { responseCode: code }) : undefined);
      },
      onData: (stream, _, done) => void simpleParser(stream).then(mail => (received.push(mail), done()), done), // cut off, it was not received
      ...options,
    });
    server.on('error', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    return new MailServer(server, received);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  to(address: string): ParsedMail[] {
    return this.received.filter(({ to }) => [to ?? []].flat().some(({ text }) => text === address));
  }

  close(): Promise<void> {
    return new Promise(done => this.server.close(() => done()));
  }
}
