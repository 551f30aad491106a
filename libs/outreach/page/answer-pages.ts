import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Request, Response } from 'express';
import { type Frame, PlainFacts } from '#libs/finder';
import { ClaimMembership } from '#libs/identity';
import { Clock, idFrom, type Language, languageFrom, Refusal } from '#libs/kernel';
import { Callers, IdempotencyKeyReused, LOG, type Log, Rate, refused, say, Settings, UnitOfWork } from '#libs/platform';
import { AnswerUpdateRequest } from '../answering/answer-update-request.command.ts';
import { type RequestShown, RequestsByLink } from '../answering/requests-by-link.ts';
import { UpdateRequests } from '../answering/update-requests.query.ts';
import { afterPage, type Given } from './after-page.ts';
import { fieldOf, fieldsOf, type Filled, filledIn } from './answer-form.ts';
import { answerPage, type Opening } from './answer-page.ts';
import type { Typed } from './card.ts';
import { endedPage, refusalPage } from './ended-page.ts';
import { FormSeal } from './form-seal.ts';
import { letterhead, type Sheet } from './letterhead.ts';

interface Shown {
  readonly request: RequestShown;
  readonly token: string;
  readonly frame: Frame;
  readonly zone: string;
}

const untouched: Typed = { fields: null, faults: new Map() };
const notJoining: Given['joining'] = { sent: false, fault: null, fields: null };

/** The pages of a link, from what they are asked to what they show; null: the answer was a redirection. */
@Injectable()
export class AnswerPages {
  constructor(
    @Inject(RequestsByLink) private readonly requests: RequestsByLink,
    @Inject(UpdateRequests) private readonly asked: UpdateRequests,
    @Inject(AnswerUpdateRequest) private readonly answering: AnswerUpdateRequest,
    @Inject(ClaimMembership) private readonly claims: ClaimMembership,
    @Inject(FormSeal) private readonly seal: FormSeal,
    @Inject(PlainFacts) private readonly facts: PlainFacts,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async show(request: Request, response: Response, token: string, after: { answerId: string; joined: boolean } | null) {
    const shown = await this.shown(request, token);
    if (!shown) return this.ended(request, response, token);
    if (!after) return this.page(shown, untouched);
    const sheet = await this.after(shown, idFrom(after.answerId), { ...notJoining, sent: after.joined });
    return sheet ?? this.page(shown, untouched);
  }

  async answer(request: Request, response: Response, token: string): Promise<Sheet | null> {
    const shown = await this.shown(request, token);
    if (!shown) return this.ended(request, response, token);
    const fields = fieldsOf(request.bytes);
    const { language } = shown.frame;
    const { input, faults, empty } = filledIn(fields, { language, zone: shown.zone, now: shown.frame.now });
    const told = new Map([...faults].map(([field, code]) => [field, say(language, code)]));
    const nonce = fields.get('nonce') ?? '';
    if (!(await this.seal.made(shown.request.id, nonce))) told.set('form', say(language, 'ANSWER_SEND_AGAIN'));
    else if (empty && told.size === 0) told.set('form', say(language, 'ANSWER_SAYS_NOTHING'));
    if (told.size > 0) return this.again(response, shown, { fields, faults: told });
    return this.take(request, response, shown, { input, faults, empty }, fields);
  }

  /** « Devenir membre »: whoever holds the link was written to, so what they say of themselves is vouched for. */
  async join(request: Request, response: Response, token: string): Promise<Sheet | null> {
    const shown = await this.shown(request, token);
    if (!shown) return this.ended(request, response, token);
    const fields = fieldsOf(request.bytes);
    const { language } = shown.frame;
    await this.rate.signInLinkFrom(this.callers.addressOf(request));
    try {
      if (!(await this.seal.made(shown.request.id, fields.get('nonce') ?? ''))) throw new IdempotencyKeyReused();
      const claim = { email: fields.get('email') ?? '', displayName: fields.get('name') ?? '', language, vouched: true };
      await this.unitOfWork.run(tx => this.claims.within(tx, { ...claim, organizationId: shown.request.organizationId }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      response.status(422);
      const fault = error instanceof IdempotencyKeyReused ? say(language, 'ANSWER_SEND_AGAIN') : say(language, error.code, error.params);
      return (await this.after(shown, null, { sent: false, fault, fields })) ?? this.page(shown, untouched);
    }
    response.redirect(303, `/r/${token}?said=last&joined&lang=${language}#join`);
    return null;
  }

  async ifKnown(request: Request, response: Response, token: string, known: RequestShown | null, page: (frame: Frame) => Sheet) {
    return known ? page(await this.frameOf(request, known.language)) : this.ended(request, response, token);
  }

  async frameOf(request: Request, language?: Language, zone?: string): Promise<Frame> {
    const { lang } = request.query;
    const chosen = lang === 'en' || lang === 'fr' ? lang : (language ?? languageFrom(request.headers['accept-language']));
    return { language: chosen, now: this.clock.now(), zone: zone ?? null, demonstration: this.settings.demo, address: request.originalUrl };
  }

  /** What is refused is a page too; of a page nothing is kept anywhere, and nobody is told where it was. */
  async reply(request: Request, response: Response, page: () => Promise<Sheet | null>): Promise<void> {
    response.set({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
    try {
      const sheet = await page();
      if (sheet) response.type('text/html').send(letterhead(sheet));
    } catch (error) {
      const frame = await this.frameOf(request);
      const { status, message, more } = refused(error, request.id ?? '', frame.language, this.log);
      if (typeof more.seconds === 'number') response.set('retry-after', String(more.seconds));
      response
        .status(status)
        .type('text/html')
        .send(letterhead(refusalPage(frame, message)));
    }
  }

  private async ended(request: Request, response: Response, token: string): Promise<Sheet> {
    response.status(404);
    return endedPage(await this.frameOf(request), encodeURIComponent(token));
  }

  private async shown(request: Request, token: string): Promise<Shown | null> {
    const known = await this.requests.find(token, this.callers.addressOf(request));
    if (!known) return null;
    const zone = await this.facts.zone();
    return { request: known, token, zone, frame: await this.frameOf(request, known.language, zone) };
  }

  private async page({ request, token, frame, zone }: Shown, typed: Typed): Promise<Sheet> {
    const asked = await this.asked.of(request);
    const openings = asked.facts.includes('HOURS') ? await this.hours(asked.services.map(({ service }) => service.id), frame.now) : new Map<string, Opening[]>(); // prettier-ignore
    const nonce = await this.seal.nonce(request.id);
    return answerPage({ frame, zone, typed, request: asked, declined: request.declined, token, nonce, openings });
  }

  /** Nothing that was typed is lost. */
  private async again(response: Response, shown: Shown, typed: Typed): Promise<Sheet> {
    response.status(422);
    return this.page(shown, typed);
  }

  private async take(
    request: Request,
    response: Response,
    shown: Shown,
    { input }: Filled,
    fields: URLSearchParams,
  ): Promise<Sheet | null> {
    const { language } = shown.frame;
    const from = { address: this.callers.addressOf(request) };
    try {
      const said = { ...input, token: shown.token, idempotencyKey: fields.get('nonce') };
      const { answerId } = await this.answering.run(from, said);
      response.redirect(303, `/r/${shown.token}?said=${answerId}&lang=${language}`);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'LINK_NOT_VALID') throw error;
      if (error instanceof IdempotencyKeyReused)
        return this.again(response, shown, { fields, faults: new Map([['form', say(language, 'ANSWER_SENT_BEFORE')]]) });
      return this.again(response, shown, { fields, faults: new Map([[fieldOf(error.field, input), say(language, error.code, error.params)]]) }); // prettier-ignore
    }
  }

  private async after({ request, token, frame }: Shown, answerId: string | null, joining: Given['joining']): Promise<Sheet | null> {
    const answer = await this.asked.answer(request.id, answerId);
    if (!answer) return null;
    const [{ organization, services }, nonce, others] = await Promise.all([
      this.asked.of(request),
      this.seal.nonce(request.id),
      this.asked.otherWords(answer.id),
    ]);
    return afterPage({ frame, token, nonce, asking: { organization }, services, answer, others, joining });
  }

  private async hours(serviceIds: readonly string[], now: Date): Promise<Map<string, Opening[]>> {
    const rows = await this.db.query<(Opening & { id: string })[]>(
      `select service_id as id, opens_at as "opensAt", closes_at as "closesAt" from directory_published.opening_period
       where service_id = any($1) and closes_at > $2 and opens_at < $2::timestamptz + interval '7 days' order by opens_at`,
      [serviceIds, now],
    );
    return Map.groupBy(rows, ({ id }) => id);
  }
}
