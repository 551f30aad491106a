import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
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

interface Row {
  template: string;
  account_id: string;
  state: 'PENDING' | 'SENT' | 'DEAD';
}

/** Mail leaves by the worker, after the commit of what asked for it; SMTP always. */
@Injectable()
export class Mail implements OnModuleDestroy {
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

  onModuleDestroy(): void {
    this.transport?.close();
  }

  private async send(mailId: string, attempt: Attempt): Promise<void> {
    const letter = await this.unitOfWork.run(tx => this.write(tx, mailId));
    if (!letter) return;
    try {
      const transport = (this.transport ??= createTransport({
        url: this.settings.smtpUrl ?? (await this.mailbox.address()),
        pool: true,
        connectionTimeout: 10_000,
        socketTimeout: 20_000,
      } as never)); // its types know url or pool, not both
      await transport.sendMail({ ...letter, from: this.settings.mailFrom, messageId: `<${mailId}@fanal>` }); // the same at each try
    } catch (error) {
      await this.note(mailId, attempt, error);
      throw new Error('The mail could not be sent.'); // the queue keeps this text: no address in it
    }
    await this.unitOfWork.run(tx =>
      tx.manager.query(`update platform.mail set state = 'SENT', sent_at = $2, tries = $3, last_error = null where id = $1`, [
        mailId,
        this.clock.now(),
        attempt.number,
      ]),
    );
  }

  private async write(tx: Transaction, mailId: string): Promise<Letter | null> {
    const [mail] = await tx.manager.query<Row[]>('select template, account_id, state from platform.mail where id = $1 for update', [
      mailId,
    ]);
    if (mail?.state !== 'PENDING') return null;
    const writer = this.writers.get(mail.template);
    if (!writer) throw new Error(`Nobody writes ${mail.template}.`);
    return writer(tx, mail.account_id, this.base());
  }

  private async note(mailId: string, { number, of }: Attempt, error: unknown): Promise<void> {
    const code = String((error as { code?: unknown }).code ?? 'UNKNOWN').slice(0, 100);
    const state = number >= of ? 'DEAD' : 'PENDING';
    await this.unitOfWork.run(tx =>
      tx.manager.query('update platform.mail set state = $2, tries = $3, last_error = $4 where id = $1', [mailId, state, number, code]),
    );
  }

  /** From the settings, or from where we listen; never from a request's headers, which a caller writes. */
  private base(): string {
    if (this.settings.publicUrl) return this.settings.publicUrl;
    const { port } = this.host.httpAdapter.getHttpServer().address() as { port: number };
    return `http://${this.settings.host === '0.0.0.0' ? 'localhost' : this.settings.host}:${port}`;
  }
}
