import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export interface Taken {
  to: string;
  from: string;
  raw: string;
  messageId: string;
}

/** A mail server as others run it, on loopback. It counts what it took whole, whether or not the sender hears of it. */
export class MailSink {
  readonly taken: Taken[] = [];
  connections = 0;
  /** Before it says that it took one. */
  answerAfterMs = 0;
  /** What it says instead, of one that it took: an SMTP code, or nothing at all. */
  answerTo: (mail: Taken) => number | 'cut' | undefined = () => undefined;
  /** What it says of a recipient. */
  answerToRecipient: (to: string) => number | undefined = () => undefined;
  private server?: SMTPServer;

  constructor(
    readonly port: number,
    private readonly options: SMTPServerOptions = {},
  ) {}

  static async listening(options?: SMTPServerOptions): Promise<MailSink> {
    const server = new MailSink(await freePort(), options);
    await server.open();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** How many whole ones each recipient has. */
  get counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { to } of this.taken) counts.set(to, (counts.get(to) ?? 0) + 1);
    return counts;
  }

  async open(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      closeTimeout: 50,
      onConnect: (_, done) => void (this.connections++, done()),
      onRcptTo: ({ address }, _, done) => done(refusal(this.answerToRecipient(address))),
      onData: (stream, session, done) => void this.take(stream, session, done),
      ...this.options,
    });
    this.server.on('error', () => undefined); // a sender that breaks off
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  close(): Promise<void> {
    return new Promise(done => (this.server ? this.server.close(() => done()) : done()));
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const chunks: Buffer[] = [];
    let whole = false;
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => (whole = true));
    await new Promise(ended => stream.once('end', ended).once('close', ended).once('error', ended));
    const raw = Buffer.concat(chunks).toString();
    if (!whole) return;
    const { mailFrom, rcptTo } = session.envelope;
    const mail = {
      to: rcptTo[0]!.address,
      from: mailFrom ? mailFrom.address : '',
      raw,
      messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '',
    };
    this.taken.push(mail);
    const answer = this.answerTo(mail);
    if (answer === 'cut') return this.cut(session);
    if (this.answerAfterMs > 0) await new Promise(later => setTimeout(later, this.answerAfterMs));
    done(refusal(answer));
  }

  private cut({ id }: SMTPServerSession): void {
    for (const connection of (this.server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> }).connections)
      if (connection.id === id) connection._socket.destroy(); // it has no word for hanging up
  }
}

const refusal = (code?: number): Error | null => (code ? Object.assign(new Error('no'), { responseCode: code }) : null);

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise(done => probe.close(done));
  return port;
}
