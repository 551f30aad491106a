import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock, newId } from '#libs/kernel';
import { UnitOfWork } from '../database/unit-of-work.ts';
import type { Transaction } from '../database/transaction.ts';
import { type Attempt, Jobs } from '../jobs/jobs.ts';
import { Settings } from '../settings/settings.ts';
import { DevelopmentMailbox } from './mailbox.ts';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Writes a letter at the moment it is sent: links are minted here, and addresses looked up. Null: it is not to be sent any more. */
export type Writer = (tx: Transaction, accountId: string, base: string) => Promise<Letter | null>;

const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

interface Row {
  template: string;
  account_id: string;
  state: 'PENDING' | 'SENT' | 'DEAD';
}

/** Why a mail does not leave: a code, since nothing that is kept or logged of it may hold an address. */
class NotSent extends Error {
  constructor(readonly code: string) {
    super(`The mail could not be sent: ${code}`);
  }
}

/** Mail leaves by the worker, after the commit of what asked for it; SMTP always. */
@Injectable()
export class Mail implements OnApplicationShutdown {
  private readonly writers = new Map<string, Writer>();
  private transport?: Transporter;

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(DevelopmentMailbox) private readonly mailbox: DevelopmentMailbox,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    jobs.define('send-mail', ({ mailId = '' }, attempt) => this.send(mailId, attempt));
  }

  /** Before the hub has started. */
  define(template: string, writer: Writer): void {
    this.writers.set(template, writer);
  }

  async put(tx: Transaction, template: string, accountId: string): Promise<void> {
    const mailId = newId();
    await tx.manager.query('insert into platform.mail (id, template, account_id, created_at) values ($1, $2, $3, $4)', [
      mailId,
      template,
      accountId,
      this.clock.now(),
    ]);
    await this.jobs.enqueue(tx, 'send-mail', { mailId }, { key: `mail ${mailId}` });
  }

  /** After the jobs have ended. */
  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async send(mailId: string, attempt: Attempt): Promise<void> {
    try {
      const letter = await this.unitOfWork.run(tx => this.write(tx, mailId));
      if (!letter) return;
      await Promise.race([this.deliver(mailId, letter), ended(attempt.stopped)]);
    } catch (error) {
      const code = codeOf(error);
      await this.settle(mailId, attempt.number >= attempt.of ? 'DEAD' : 'PENDING', attempt.number, code);
      throw new NotSent(code); // the queue keeps these words
    }
    await this.settle(mailId, 'SENT', attempt.number);
  }

  private async write(tx: Transaction, mailId: string): Promise<Letter | null> {
    const [mail] = await tx.manager.query<Row[]>('select template, account_id, state from platform.mail where id = $1 for update', [
      mailId,
    ]);
    if (mail?.state !== 'PENDING') return null;
    const writer = this.writers.get(mail.template);
    if (!writer) throw new NotSent('NOBODY_WRITES_IT');
    const letter = await writer(tx, mail.account_id, this.base());
    if (!letter) await tx.manager.query(`update platform.mail set state = 'DEAD', last_error = 'NOT_WANTED' where id = $1`, [mailId]);
    return letter;
  }

  private async deliver(mailId: string, { to, ...letter }: Letter): Promise<void> {
    const url = this.settings.smtpUrl ?? (await this.mailbox.address());
    this.transport ??= createTransport({ url, pool: true, ...patience } as never); // its types know url or pool, not both
    const addressed = { from: this.settings.mailFrom, to: { name: '', address: to } }; // one address, whatever is in it
    await this.transport.sendMail({ ...letter, ...addressed, messageId: `<${mailId}@fanal>` }); // the same at each try
  }

  private async settle(mailId: string, state: Row['state'], tries: number, error: string | null = null): Promise<void> {
    const sentAt = state === 'SENT' ? this.clock.now() : null;
    await this.unitOfWork.run(tx =>
      tx.manager.query('update platform.mail set state = $2, tries = $3, last_error = $4, sent_at = $5 where id = $1', [
        mailId,
        state,
        tries,
        error,
        sentAt,
      ]),
    );
  }

  /**
   * From the settings, or in the demonstration from where we listen; never from a request's headers, which a caller writes.
   * Outside the demonstration a mail waits until both settings are there: nobody reads our own mailbox, or can open `localhost`.
   */
  private base(): string {
    const { publicUrl, smtpUrl, demo, host } = this.settings;
    if (!demo && !smtpUrl) throw new NotSent('SMTP_URL_NOT_SET');
    if (publicUrl) return publicUrl;
    if (!demo) throw new NotSent('FANAL_PUBLIC_URL_NOT_SET');
    const { port } = this.host.httpAdapter.getHttpServer().address() as { port: number }; // it listens on a port, not on a file
    const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
    return `http://${named}:${port}`;
  }
}

/** A mail server may say nothing for longer than we may wait. */
const ended = (stopped?: AbortSignal): Promise<never> =>
  new Promise((_, reject) => stopped?.addEventListener('abort', () => reject(new NotSent('STOPPED'))));

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,100}$/.test(code) ? code : 'UNKNOWN';
}
