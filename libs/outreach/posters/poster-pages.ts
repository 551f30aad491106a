import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Frame, PlainFacts } from '#libs/finder';
import { idFrom, Refusal } from '#libs/kernel';
import { Callers, IdempotencyKeyReused, say, TooManyRequests } from '#libs/platform';
import { UpdateRequests } from '../answering/update-requests.query.ts';
import { fieldOf, fieldsOf, filledIn } from '../page/answer-form.ts';
import { AnswerPages } from '../page/answer-pages.ts';
import type { Faults, Filled } from '../page/answer-form.ts';
import type { Typed } from '../page/card.ts';
import { FormSeal } from '../page/form-seal.ts';
import type { Sheet } from '../page/letterhead.ts';
import { AnswerByPoster } from './answer-by-poster.command.ts';
import { afterPoster, endedPoster, posterPage } from './poster-page.ts';
import { type PosterShown, PostersByToken } from './posters-by-token.ts';

interface Shown {
  readonly poster: PosterShown;
  readonly path: string;
  readonly frame: Frame;
  readonly zone: string;
}

interface Sent {
  readonly fields: URLSearchParams;
  readonly input: Filled['input'];
}

/** The pages of a poster, from what they are asked to what they show; null: the answer was a redirection. */
@Injectable()
export class PosterPages {
  constructor(
    @Inject(AnswerPages) private readonly pages: AnswerPages,
    @Inject(PostersByToken) private readonly posters: PostersByToken,
    @Inject(UpdateRequests) private readonly asked: UpdateRequests,
    @Inject(AnswerByPoster) private readonly answering: AnswerByPoster,
    @Inject(FormSeal) private readonly seal: FormSeal,
    @Inject(PlainFacts) private readonly facts: PlainFacts,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  async show(request: Request, response: Response, token: string): Promise<Sheet> {
    const shown = await this.shown(request, token);
    if (!shown) return this.ended(request, response);
    const { said } = request.query;
    const after = typeof said === 'string' ? await this.after(shown, said) : null;
    return after ?? this.page(shown, { fields: null, faults: new Map() });
  }

  async answer(request: Request, response: Response, token: string): Promise<Sheet | null> {
    const shown = await this.shown(request, token);
    if (!shown) return this.ended(request, response);
    const { frame, zone, poster } = shown;
    const fields = fieldsOf(request.bytes);
    const { input, faults, empty } = filledIn(fields, { language: frame.language, zone, now: frame.now });
    const told = new Map([...faults].map(([field, code]) => [field, say(frame.language, code)]));
    if (!/^\d{4}$/.test(pinIn(fields))) told.set('pin', say(frame.language, 'POSTER_PIN_MISSING'));
    if (!fields.get('firstName')) told.set('firstName', say(frame.language, 'FIRST_NAME_MISSING'));
    if (!(await this.seal.made(`poster ${poster.id}`, fields.get('nonce') ?? '')))
      told.set('form', say(frame.language, 'ANSWER_SEND_AGAIN')); // prettier-ignore
    else if (empty && told.size === 0) told.set('form', say(frame.language, 'POSTER_SAYS_NOTHING'));
    if (told.size > 0) return this.again(response, shown, { fields, faults: told });
    return this.take(request, response, { ...shown, token }, { fields, input });
  }

  private async take(
    request: Request,
    response: Response,
    shown: Shown & { token: string },
    { fields, input }: Sent,
  ): Promise<Sheet | null> {
    const { language } = shown.frame;
    const { answers, confirmed, seenAt } = input;
    const who = { token: shown.token, pin: pinIn(fields), firstName: fields.get('firstName') ?? '' };
    try {
      const said = { ...who, answers, confirmed, seenAt, idempotencyKey: fields.get('nonce') };
      const { answerId } = await this.answering.run({ address: this.callers.addressOf(request) }, said);
      response.redirect(303, `${shown.path}?said=${answerId}&lang=${language}`);
      return null;
    } catch (error) {
      if (error instanceof TooManyRequests) return this.waits(response, shown, fields, error);
      if (!(error instanceof Refusal)) throw error;
      return this.again(response, shown, { fields, faults: faultsOf(error, input, language) });
    }
  }

  /** Whoever types is told how long, and loses nothing. */
  private waits(response: Response, shown: Shown, fields: URLSearchParams, { params: { seconds } }: TooManyRequests): Promise<Sheet> {
    response.set('retry-after', String(seconds));
    const text = say(shown.frame.language, 'POSTER_WAITS', { minutes: Math.ceil(seconds / 60) });
    return this.again(response, shown, { fields, faults: new Map([['form', text]]) }, 429);
  }

  private again(response: Response, shown: Shown, typed: Typed, status = 422): Promise<Sheet> {
    response.status(status);
    return this.page(shown, typed);
  }

  private async ended(request: Request, response: Response): Promise<Sheet> {
    response.status(404);
    return endedPoster(await this.pages.frameOf(request), request.method === 'POST');
  }

  private async shown(request: Request, token: string): Promise<Shown | null> {
    const poster = await this.posters.find(token, this.callers.addressOf(request));
    if (!poster) return null;
    const zone = await this.facts.zone();
    return { poster, zone, path: `/p/${token}`, frame: await this.pages.frameOf(request, undefined, zone) };
  }

  private async page({ poster, frame, zone, path }: Shown, typed: Typed): Promise<Sheet> {
    const [services, nonce] = await Promise.all([this.asked.asked(poster), this.seal.nonce(`poster ${poster.id}`)]);
    return posterPage({ frame, zone, typed, organization: poster.organization.name, services, path, nonce });
  }

  private async after({ poster, frame, path }: Shown, answerId: string): Promise<Sheet | null> {
    const answer = await this.asked.answerByPoster(poster.id, idFrom(answerId));
    if (!answer) return null;
    const [services, others] = await Promise.all([this.asked.asked(poster), this.asked.otherWords(answer.id)]);
    return afterPoster({ frame, services, answer, others }, poster.organization.name, path);
  }
}

const pinIn = (fields: URLSearchParams): string => (fields.get('pin') ?? '').replace(/\s/g, '');

function faultsOf(error: Refusal, input: Filled['input'], language: Frame['language']): Faults {
  if (error instanceof IdempotencyKeyReused) return new Map([['form', say(language, 'ANSWER_SENT_BEFORE')]]);
  const field = error.field === 'pin' || error.field === 'firstName' ? error.field : fieldOf(error.field, input);
  return new Map([[field, say(language, error.code, error.params)]]);
}
