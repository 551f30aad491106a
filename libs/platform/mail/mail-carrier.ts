import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { baseOfLinks } from '../outgoing/base.ts';
import { type Carrier, type Handing, NotSent, type Parcel, type Verdict } from '../outgoing/parcel.ts';
import { Sender } from '../outgoing/sender.ts';
import { addressIn } from '../settings/mail.ts';
import { Settings } from '../settings/settings.ts';
import { bounceAddressOf } from './bounce-address.ts';
import { Composing } from './composing.ts';
import type { Letter } from './letter.ts';
import { DevelopmentMailbox } from './mailbox.ts';
import { SmtpLines } from './smtp-lines.ts';

/** With a letter that is on its way when the hub ends. */
const PATIENCE = 2_500;

/** Brings letters to the mail server; in the demonstration to our own. */
@Injectable()
export class MailCarrier implements Carrier<Letter> {
  readonly channel = 'MAIL';
  readonly width: number;
  readonly perMinute: number;
  private readonly lines: SmtpLines;
  private readonly composing: Composing;
  private readonly from: string;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DevelopmentMailbox) mailbox: DevelopmentMailbox,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Sender) sender: Sender,
  ) {
    const { smtpUrl, mailFrom, mailReplyTo: replyTo, dkim, mailConnections, mailPerMinute, limits } = settings;
    this.width = mailConnections;
    this.perMinute = mailPerMinute ?? Infinity;
    this.from = addressIn(mailFrom);
    this.lines = new SmtpLines(async () => smtpUrl ?? (await mailbox.address()), mailConnections, limits);
    const domain = this.from.slice(this.from.lastIndexOf('@') + 1);
    this.composing = new Composing({ from: mailFrom, domain, replyTo, dkim });
    sender.carryBy(this);
  }

  /** Outside the demonstration a mail waits until both settings are there: nobody reads our own mailbox. */
  base(): string | null {
    if (!this.settings.demo && !this.settings.smtpUrl) throw new NotSent('SMTP_URL_NOT_SET');
    return baseOfLinks(this.settings, () => this.host.httpAdapter.getHttpServer().address());
  }

  carry({ id, grouped }: Parcel, letter: Letter, handing: Handing): Promise<Verdict> {
    const { bounceAddress } = this.settings;
    const envelope = { from: bounceAddress ? bounceAddressOf(addressIn(bounceAddress), id) : this.from, to: letter.to };
    return this.lines.send({ envelope, compose: () => this.composing.compose(id, letter), handing, first: !grouped });
  }

  close(): Promise<void> {
    return this.lines.close(PATIENCE);
  }
}
