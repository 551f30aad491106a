import { Controller, Get, Header, Inject, NotFoundException, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Callers } from '../graphql/callers.ts';
import { isLoopback } from '../http/address.ts';
import { DevelopmentMailbox, type Received } from './mailbox.ts';

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
const linked = (text: string): string => escaped(text).replace(/https?:\/\/[^\s<]+/g, address => `<a href="${address}">${address}</a>`);

const shown = ({ at, to, subject, text }: Received): string =>
  `<article><h2>${escaped(subject)}</h2><p>${escaped(to)} · <time>${at.toISOString()}</time></p><pre>${linked(text)}</pre></article>`;

/** What would have been sent, for whoever sits at this machine. */
@Controller()
export class MailboxController {
  constructor(
    @Inject(DevelopmentMailbox) private readonly mailbox: DevelopmentMailbox,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get('mailbox')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  page(@Req() request: Request): string {
    const mails = this.read(request).map(shown).join('\n');
    return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Fanal</title><h1>Boîte de développement · Development mailbox</h1>${mails}</html>`;
  }

  @Get('mailbox.json')
  @Header('cache-control', 'no-store')
  list(@Req() request: Request): Received[] {
    return this.read(request);
  }

  private read(request: Request): Received[] {
    const { 'x-forwarded-for': passedOn, forwarded = passedOn } = request.headers; // by a proxy on this machine
    if (!this.mailbox.open || forwarded !== undefined || !isLoopback(this.callers.addressOf(request))) throw new NotFoundException();
    return this.mailbox.received;
  }
}
