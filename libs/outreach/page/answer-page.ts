import { type Frame, instant, inWords, openingLine, told } from '#libs/finder';
import { html, type Html, type Told } from '#libs/platform';
import type { FactKind } from '#libs/schema';
import type { AskedService, UpdateRequest } from '../answering/update-requests.query.ts';
import { box, card, type Paper, wrong } from './card.ts';
import { callLine, type Sheet } from './letterhead.ts';

export interface Opening {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

export interface Answerable extends Paper {
  readonly request: UpdateRequest;
  readonly declined: boolean;
  readonly token: string;
  readonly nonce: string;
  /** Of the services whose hours are to be checked, those of the coming week. */
  readonly openings: ReadonlyMap<string, readonly Opening[]>;
}

export function answerPage(asked: Answerable): Sheet {
  const { frame, request, token, nonce, typed } = asked;
  const path = `/r/${token}`;
  const body = [
    html`<p class="message">${told(frame, request.message)}</p>`,
    html`<p class="dim">${inWords(frame, 'ANSWER_DUE')} ${instant(frame, request.dueAt)}</p>`,
    request.answeredAt && html`<p class="note">${inWords(frame, 'ANSWER_GIVEN_ON')} ${instant(frame, request.answeredAt)}. ${inWords(frame, 'ANSWER_MAY_CORRECT')}</p>`, // prettier-ignore
    faults(asked),
    html`<div
        id="line"
        role="status"
        aria-live="polite"
        data-sending="${inWords(frame, 'ANSWER_SENDING')}"
        data-waiting="${inWords(frame, 'ANSWER_WAITING')}"
        data-cancel="${inWords(frame, 'ANSWER_CANCEL')}"
      ></div>
      <form method="post" action="${path}?lang=${frame.language}" data-answer>
        <input type="hidden" name="nonce" value="${nonce}" /><input type="hidden" name="said" value="" />
        <input type="hidden" name="seen" value="${typed.fields?.get('seen') || frame.now.toISOString()}" />
        ${request.services.length === 0 && html`<p class="note">${inWords(frame, 'ANSWER_NO_SERVICE')}</p>`}
        ${nothingChanged(frame, request.services)}${cards(asked)}${factsAsked(asked)}
        <label class="field"
          >${request.question ? told(frame, request.question) : inWords(frame, 'ANSWER_WORDS')}
          <small>${inWords(frame, 'ANSWER_FOR_211')}</small> ${wrong(asked, 'words')}
          <textarea name="words" id="words" rows="3" maxlength="2000">${typed.fields?.get('words') ?? ''}</textarea>
        </label>
        <p class="now"><button class="main" name="do" value="answer">${inWords(frame, 'ANSWER_SEND')}</button></p>
      </form>`,
    html`<p class="dim">${inWords(frame, 'ANSWER_PROMISE')}</p>`,
    html`<p class="dim">${inWords(frame, 'ANSWER_FORWARD')}</p>`,
    decline(asked, path),
  ];
  const title = request.subject[frame.language] ?? request.subject.fr ?? request.subject.en ?? '';
  return { frame, title, organization: request.organization.name, body, script: { nonce, token }, manifest: `${path}/app.webmanifest` };
}

export function faults({ frame, typed }: Paper): Told {
  if (typed.faults.size === 0) return null;
  return html`<div class="faults" role="alert" tabindex="-1">
    <b>${inWords(frame, 'ANSWER_TO_MEND')}</b>
    <ul>
      ${[...typed.faults].map(([field, text]) => html`<li>${field === 'form' ? text : html`<a href="#wrong-${field}">${text}</a>`}</li>`)}
    </ul>
  </div>`;
}

/** One tap for all that can be confirmed together. */
export function nothingChanged(frame: Frame, services: readonly AskedService[]): Told {
  const can = services.filter(({ why }) => why === null);
  if (can.length === 0) return null;
  const rest = services.length - can.length;
  return html`<div class="box">
    <p>
      <b>${can.length === 1 ? told(frame, can[0]!.service.name) : inWords(frame, 'ANSWER_ALL_OF', { count: can.length })}</b>
    </p>
    ${can.map(({ service }) => html`<input type="hidden" name="can" value="${service.id}" />`)}
    <p><button class="main" name="do" value="same">${inWords(frame, 'ANSWER_SAME')}</button></p>
    ${rest > 0 && html`<p class="dim">${inWords(frame, 'ANSWER_REST', { count: rest })}</p>`}
  </div>`;
}

/** First what is asked one by one. */
export const inOrder = (each: readonly AskedService[]) => [...each].sort((a, b) => Number(a.why === null) - Number(b.why === null));

/** By organization, where the bearer speaks for several. */
function cards(asked: Answerable): Told {
  const { frame, request } = asked;
  const groups = Map.groupBy(request.services, ({ organization }) => organization.id);
  return [...groups.values()].map(each => [
    groups.size > 1 &&
      html`<h2>
        ${told(frame, each[0]!.organization.name)}
        ${each[0]!.organization.id !== request.organization.id && html`<span class="dim">${inWords(frame, 'ANSWER_FOR_WHOM')}</span>`}
      </h2>`,
    inOrder(each).map(service => card(asked, service, request.askCapacity)),
  ]);
}

const factWords: Record<FactKind, string> = { HOURS: 'ANSWER_FACT_HOURS', PHONE: 'ANSWER_FACT_PHONE', ADDRESS: 'ANSWER_FACT_ADDRESS' };

/** What the record says, and room for what it should. */
function factsAsked(asked: Answerable): Told {
  const { frame, request, openings } = asked;
  if (request.facts.length === 0) return null;
  return [
    html`<h2>${inWords(frame, 'ANSWER_FACTS')}</h2>
      <p class="dim">${inWords(frame, 'ANSWER_FACTS_HOW')}</p>`,
    request.services.map(
      ({ service }) =>
        html`<article class="card">
          <h3>${told(frame, service.name)}</h3>
          ${
            request.facts.includes('PHONE') &&
            fact(
              asked,
              'PHONE',
              [service.id],
              service.phones.map(({ number, extension }) => (extension ? `${number} #${extension}` : number)),
            )
          }
          ${request.facts.includes('ADDRESS') && service.locations.map(({ id, address }) => fact(asked, 'ADDRESS', [service.id, id], [address ?? '']))}
          ${
            request.facts.includes('HOURS') &&
            fact(
              asked,
              'HOURS',
              [service.id],
              (openings.get(service.id) ?? []).map(opening => openingLine(frame, opening)),
            )
          }
        </article>`,
    ),
  ];
}

function fact(asked: Answerable, kind: FactKind, of: readonly string[], lines: readonly string[]): Html {
  const { frame } = asked;
  const name = ['fact', kind, ...of].join('.');
  const shown = lines.filter(Boolean).join('\n');
  return html`<div class="fact">
    <label for="${name}"
      ><b>${inWords(frame, factWords[kind])}</b>
      <p>${shown || inWords(frame, 'ANSWER_FACT_NONE')}</p></label
    >
    ${wrong(asked, name)}${box(asked, name, 'text', html`maxlength="500" placeholder="${inWords(frame, 'ANSWER_FACT_ROOM')}"`)}
  </div>`;
}

function decline({ frame, declined, nonce }: Answerable, path: string): Html {
  if (declined) return html`<p class="note">${inWords(frame, 'ANSWER_DECLINED')} ${callLine(frame)}</p>`;
  return html`<form method="post" class="plain" action="${path}/unsubscribe?lang=${frame.language}">
    <input type="hidden" name="nonce" value="${nonce}" />
    <button>${inWords(frame, 'ANSWER_DECLINE')}</button>
  </form>`;
}
