import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { languageAsked, languageFrom, type Language, Refusal } from '#libs/kernel';
import { Callers, html, type Html, say, Settings } from '#libs/platform';
import type { CallUpAnswer } from '#libs/schema';
import { Lines } from '../lines.query.ts';
import { spanSaid } from '../said-of-time.ts';
import { AnswerCallUp } from './answer-call-up.command.ts';
import { type MyCallUpRow, Roster } from './roster.query.ts';

const answers = { yes: 'YES', no: 'NO', later: 'LATER' } as const;
const words: Record<CallUpAnswer, string> = { YES: 'CALL_UP_YES', NO: 'CALL_UP_NO', LATER: 'CALL_UP_LATER' };
const noted: Record<CallUpAnswer, string> = { YES: 'CALL_UP_NOTED_YES', NO: 'CALL_UP_NOTED_NO', LATER: 'CALL_UP_NOTED_LATER' };
const isAnswer = (given: string): given is keyof typeof answers => given in answers;

/** The page of a call-up's link: GET and HEAD change nothing, one tap answers, and it needs no script. The link itself is the guard. */
@Controller()
export class CallUpController {
  constructor(
    @Inject(AnswerCallUp) private readonly answering: AnswerCallUp,
    @Inject(Roster) private readonly roster: Roster,
    @Inject(Lines) private readonly lines: Lines,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  @Get('call-up/:token')
  async show(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const language = languageOf(request);
    const called = await this.called(token, request);
    return this.reply(response, language, called ? 200 : 404, called ? await this.page(called, token, language) : ended(language));
  }

  @Post('call-up/:token/:answer')
  async answer(
    @Param('token') token: string,
    @Param('answer') given: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const language = languageOf(request);
    const fault = isAnswer(given) ? await this.say(token, answers[given], request, language) : null;
    const called = await this.called(token, request);
    const page = called ? await this.page(called, token, language, fault) : ended(language);
    return this.reply(response, language, fault ? 409 : called ? 200 : 404, page);
  }

  /** What stands in the way, in words; null where nothing does. */
  private async say(token: string, answer: CallUpAnswer, request: Request, language: Language): Promise<string | null> {
    try {
      await this.answering.byLink(this.callers.addressOf(request), { token, answer });
      return null;
    } catch (error) {
      if (error instanceof Refusal) return say(language, error.code, error.params);
      throw error;
    }
  }

  private async called(token: string, request: Request): Promise<MyCallUpRow | null> {
    const calledId = await this.answering.calledBy(token, this.callers.addressOf(request));
    return calledId ? this.roster.called(calledId) : null;
  }

  private async page(called: MyCallUpRow, token: string, language: Language, fault: string | null = null): Promise<Html> {
    const line = await this.lines.one(called.lineCode);
    const name = line?.name[language] ?? line?.name.fr ?? line?.name.en ?? called.lineCode;
    const when = spanSaid(language, called.from, called.to, await this.lines.zone());
    const closed = called.over ? 'CALL_UP_IS_OVER' : called.filled ? 'CALL_UP_FILLED' : null;
    const told = fault ?? (closed ? say(language, closed) : called.answer && say(language, noted[called.answer]));
    const button = ([path, answer]: [string, CallUpAnswer]) =>
      html`<form method="post" action="/call-up/${encodeURIComponent(token)}/${path}?lang=${language}">
        <p class="now"><button class="${answer === 'YES' ? 'main' : ''}">${say(language, words[answer])}</button></p>
      </form>`;
    const offered = (Object.entries(answers) as [string, CallUpAnswer][]).filter(
      ([, answer]) => answer !== called.answer && !(answer === 'YES' && called.filled),
    );
    return html`<h1>${say(language, 'CALL_UP_TITLE', { line: name })}</h1>
      <p><b>${when}</b></p>
      ${told && html`<p role="status"><b>${told}</b></p>`} ${!called.over && offered.map(button)}`;
  }

  private reply(response: Response, language: Language, status: number, body: Html): void {
    const demonstration = this.settings.demo && html`<p class="demonstration">${say(language, 'CALL_UP_DEMONSTRATION')}</p>`;
    const page = html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex, nofollow" />
          <title>${say(language, 'CALL_UP_PAGE')} · Fanal</title>
          <link rel="stylesheet" href="/answer.css" />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        </head>
        <body>
          ${demonstration}
          <header>
            <div>
              <p><b>Fanal</b></p>
            </div>
          </header>
          <main>${body}</main>
        </body>
      </html>`;
    response.status(status).type('html').set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).send(page.markup);
  }
}

const ended = (language: Language): Html => html`<h1>${say(language, 'CALL_UP_LINK_ENDED')}</h1>`;

/** What the address asks for, or else the browser. */
const languageOf = ({ query, headers }: Request): Language =>
  languageAsked(typeof query.lang === 'string' ? query.lang : '') ?? languageFrom(headers['accept-language']);
