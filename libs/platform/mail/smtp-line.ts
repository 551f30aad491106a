import type { Socket } from 'node:net';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { NodemailerError } from 'nodemailer';
import { codeOf, type Handing, type Verdict } from '../outgoing/parcel.ts';
import { LastWord } from './last-word.ts';

export interface Envelope {
  from: string;
  to: string;
}

export interface Patience {
  mailConnectMs: number;
  mailAnswerMs: number;
}

/** One connection to the mail server, for one letter after the other. */
export class SmtpLine {
  /** How many letters it has been given. */
  used = 0;
  private broken = false;

  private readonly connection: SMTPConnection;
  private readonly auth?: { user?: string; pass?: string };

  constructor(url: string, { mailConnectMs, mailAnswerMs }: Patience) {
    const { auth, ...options } = parseConnectionUrl(url);
    const patience = { connectionTimeout: mailConnectMs, greetingTimeout: mailConnectMs, socketTimeout: mailAnswerMs };
    this.auth = auth as typeof this.auth; // as an address has them
    this.connection = new SMTPConnection({ ...patience, ...(options as SMTPConnectionOptions) });
    this.connection.on('error', () => undefined); // whoever waits for something is told themselves
    this.connection.once('end', () => (this.broken = true));
  }

  /** Throws what it failed with. */
  async open(): Promise<void> {
    await settled(this.connection, done => this.connection.connect(done));
    const { user, pass } = this.auth ?? {};
    if (user && this.connection.allowsAuth)
      await settled(this.connection, done => this.connection.login({ user, pass, credentials: { user, pass } }, done));
  }

  get alive(): boolean {
    return !this.broken;
  }

  /** Null: the connection was of no use any more, and not a word of the letter had been said. */
  async send(envelope: Envelope, bytes: Buffer, handing: Handing): Promise<Verdict | null> {
    const first = this.used++ === 0;
    const letter = new LastWord(bytes, { flushed: () => this.flushed(), before: mayBeSaid => this.beforeNextWrite(mayBeSaid), handing });
    const error = await new Promise<NodemailerError | null>(done => {
      const stop = () => done(null);
      this.connection.once('end', stop); // it ends without a word where nobody waited for one
      this.connection.send({ from: envelope.from, to: [envelope.to] }, letter, failed => {
        this.connection.off('end', stop);
        done(failed ?? SENT);
      });
    });
    if (error === SENT) return { came: 'SENT' };
    const verdict = this.verdictOf(error, letter, first);
    if (verdict && (verdict.came === 'LATER' || verdict.came === 'NEVER') && !this.broken) await this.begin();
    else this.close();
    return verdict;
  }

  close(): void {
    this.broken = true;
    this.connection.close();
  }

  quit(): void {
    if (!this.broken) this.connection.quit();
  }

  private verdictOf(error: NodemailerError | null, letter: LastWord, first: boolean): Verdict | null {
    if (letter.lost) return { came: 'LOST' };
    const refused = error?.code === 'EENVELOPE' || error?.code === 'EMESSAGE';
    const said = error?.responseCode;
    const code = said ? `SMTP_${said}` : codeOf(error);
    if (refused && said !== 421) {
      if (error.command === 'MAIL FROM') return { came: 'AWAY', code }; // it is us whom it does not want
      return { came: said && said < 500 ? 'LATER' : 'NEVER', code };
    }
    if (letter.handed) return { came: 'CUT', code, lane: first };
    if (error?.code === 'ESTREAM') return { came: 'BACK' }; // it could not be recorded
    if (first) return { came: 'AWAY', code };
    return letter.asked ? { came: 'BACK' } : null;
  }

  private get socket(): Socket {
    return (this.connection as unknown as { _socket: Socket })._socket; // nodemailer has no other word for it
  }

  /** Anew, after a letter that was refused. */
  private begin(): Promise<void> {
    return new Promise(done =>
      this.connection.reset(error => {
        if (error) this.close();
        done();
      }),
    );
  }

  /** What is written next is the final dot: asked just before it, in the same breath. */
  private beforeNextWrite(mayBeSaid: () => boolean): void {
    const { socket } = this;
    const { write } = socket;
    socket.write = ((...args: Parameters<Socket['write']>) => {
      socket.write = write;
      if (mayBeSaid()) return write.apply(socket, args);
      socket.destroy();
      return false;
    }) as Socket['write']; // with all of its signatures
  }

  /** Everything written so far is with the operating system: it leaves even if this process dies. */
  private flushed(): Promise<void> {
    return new Promise((done, failed) => this.socket.write('', error => (error ? failed(error) : done())));
  }
}

const SENT = Object.assign(new Error('sent'), { code: 'SENT' }) as NodemailerError;

function settled(connection: SMTPConnection, begin: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((done, failed) => {
    const gone = (error?: Error) => failed(error ?? Object.assign(new Error('The mail server hung up.'), { code: 'ECONNECTION' }));
    connection.once('error', gone);
    connection.once('end', gone);
    begin(error => {
      connection.off('error', gone);
      connection.off('end', gone);
      if (!error) return done();
      connection.close();
      failed(error);
    });
  });
}
