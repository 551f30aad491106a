import { Controller, Get, Header, Inject, NotFoundException, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Callers } from '../graphql/callers.ts';
import { isLoopback } from '../http/address.ts';
import { html, type Html, type Told } from '../http/html.ts';
import { DevelopmentMailbox, type Received } from './mailbox.ts';

const linked = (text: string): Told =>
  text.split(/(https?:\/\/[^\s<]+)/).map((part, at) => (at % 2 ? html`<a href="${part}">${part}</a>` : part));

const dated = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'long', timeStyle: 'medium' });

const shown = ({ at, to, subject, text }: Received): Html =>
  html`<article>
    <h2>${subject}</h2>
    <p>${to} · <time datetime="${at.toISOString()}">${dated.format(at)}</time></p>
    <pre>${linked(text)}</pre>
  </article>`;

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:44rem;margin:2rem auto;padding:0 1rem}
article{border-top:1px solid;padding:1rem 0}h2{font-size:1.1rem;margin:0}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}`;

const page = (mails: readonly Html[]): Html =>
  html`<!doctype html>
    <html lang="fr">
      <meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Courriels · Fanal</title
      ><link rel="stylesheet" href="/mailbox.css" />
      <p><a href="/">← Fanal</a></p>
      <h1>Boîte de développement · Development mailbox</h1>
      ${mails.length > 0 ? mails : html`<p>Rien n’est encore arrivé. · Nothing has arrived yet.</p>`}
    </html>`;

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
    return page(this.read(request).map(shown)).markup;
  }

  @Get('mailbox.css')
  @Header('content-type', 'text/css')
  styles(): string {
    return style;
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
