import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AnswerPages } from '../page/answer-pages.ts';
import { PosterPages } from './poster-pages.ts';

/** What the code on a poster leads to. GET and HEAD change nothing, whoever opens it; it needs no script. */
@Controller()
export class PosterController {
  constructor(
    @Inject(AnswerPages) private readonly pages: AnswerPages,
    @Inject(PosterPages) private readonly posters: PosterPages,
  ) {}

  @Get('p/:token')
  show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, () => this.posters.show(request, response, token));
  }

  @Post('p/:token')
  answer(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    return this.pages.reply(request, response, () => this.posters.answer(request, response, token));
  }
}
