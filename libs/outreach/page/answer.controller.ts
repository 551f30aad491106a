import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Callers } from '#libs/platform';
import { DeclineUpdateRequest } from '../answering/decline-update-request.command.ts';
import { NewLink } from '../answering/new-link.mail.ts';
import { OpenUpdateRequest } from '../answering/open-update-request.command.ts';
import { RequestsByLink } from '../answering/requests-by-link.ts';
import { AnswerPages } from './answer-pages.ts';
import { newLinkPage, unsubscribedPage, unsubscribePage } from './ended-page.ts';
import { sheet } from './sheet.ts';

/** A request's page. GET and HEAD change nothing, whoever opens it; it works without scripts, and a script makes it quicker. */
@Controller()
export class AnswerController {
  constructor(
    @Inject(AnswerPages) private readonly pages: AnswerPages,
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(OpenUpdateRequest) private readonly opening: OpenUpdateRequest,
    @Inject(DeclineUpdateRequest) private readonly declining: DeclineUpdateRequest,
    @Inject(NewLink) private readonly newLink: NewLink,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get('r/:token')
  show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { said, joined } = request.query;
    const after = typeof said === 'string' ? { answerId: said, joined: joined !== undefined } : null;
    return this.pages.reply(request, response, () => this.pages.show(request, response, token, after));
  }

  @Post('r/:token')
  @HttpCode(200)
  answer(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, () => this.pages.answer(request, response, token));
  }

  @Post('r/:token/join')
  @HttpCode(200)
  join(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, () => this.pages.join(request, response, token));
  }

  /** The first key or tap; whoever sends this without a link learns nothing. */
  @Post('r/:token/opened')
  async opened(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.opening.run({ address: this.callers.addressOf(request) }, token).catch(() => undefined);
    response.status(204).set('cache-control', 'no-store').end();
  }

  @Get('r/:token/unsubscribe')
  unsubscribing(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, async () => {
      const known = await this.requests.find(token, this.callers.addressOf(request));
      return this.pages.ifKnown(request, response, token, known, frame => unsubscribePage(frame, token));
    });
  }

  /** From the button, or in one click from a mail program (RFC 8058), which sends no nonce. */
  @Post('r/:token/unsubscribe')
  @HttpCode(200)
  unsubscribe(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, async () => {
      const address = this.callers.addressOf(request);
      const known = await this.requests.find(token, address);
      if (known) await this.declining.run({ address }, { token });
      return this.pages.ifKnown(request, response, token, known, unsubscribedPage);
    });
  }

  @Post('r/:token/new-link')
  @HttpCode(200)
  renew(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, async () => {
      await this.newLink.ask(token, this.callers.addressOf(request));
      return newLinkPage(await this.pages.frameOf(request));
    });
  }

  /** For « Ajouter à mon téléphone »: the page itself, as an app. Says nothing of whether the link is one. */
  @Get('r/:token/app.webmanifest')
  manifest(@Param('token') token: string, @Res() response: Response): void {
    const icons = [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }];
    const look = { display: 'standalone', background_color: '#F3F5F7', theme_color: '#1B4B8F', icons };
    const start_url = `/r/${encodeURIComponent(token)}`;
    response
      .type('application/manifest+json')
      .set('cache-control', 'no-store')
      .send(JSON.stringify({ name: 'Fanal', short_name: 'Fanal', start_url, scope: start_url, ...look }));
  }

  @Get('answer.css')
  style(@Res() response: Response): void {
    response.type('text/css').set('cache-control', 'public, max-age=3600').send(sheet);
  }
}
