import { type Frame, instant, inWords, told } from '#libs/finder';
import { html, type Html, type Told } from '#libs/platform';
import type { LeftOutOfAnswer, Service } from '#libs/schema';
import type { AnswerGiven, AskedService, Asking, OtherWord } from '../answering/update-requests.query.ts';
import { ground, stateWord } from './ground.ts';
import type { Sheet } from './letterhead.ts';

/** What was said, as it stands. */
export interface Standing {
  readonly frame: Frame;
  readonly services: readonly AskedService[];
  readonly answer: AnswerGiven;
  readonly others: readonly OtherWord[];
}

export interface Given extends Standing {
  readonly token: string;
  readonly nonce: string;
  readonly asking: Pick<Asking, 'organization'>;
  /** Of what was just asked for beside the answer. */
  readonly joining: { readonly sent: boolean; readonly fault: string | null; readonly fields: URLSearchParams | null };
}

const LATE = 60_000;

export function afterPage(given: Given): Sheet {
  const { frame, token, nonce, asking } = given;
  const body = [
    standing(given, `/r/${token}?lang=${frame.language}`),
    html`<details class="card">
      <summary>${inWords(frame, 'ANSWER_KEEP')}</summary>
      <p>${inWords(frame, 'ANSWER_KEEP_HOW')}</p>
    </details>`,
    joining(given),
    html`<p class="dim">${inWords(frame, 'ANSWER_PROMISE')}</p>`,
  ];
  return {
    frame,
    title: inWords(frame, 'ANSWER_THANKS'),
    organization: asking.organization.name,
    body,
    script: { nonce, token },
    manifest: `/r/${token}/app.webmanifest`,
  };
}

/** What the world now sees; what was left out, and why; what others said; and the way back, to correct it. */
export function standing(given: Standing, path: string): Told {
  const { frame, services, answer } = given;
  const taken = services.filter(({ service }) => answer.serviceIds.includes(service.id));
  return [
    html`<p>${received(frame, answer)}</p>`,
    taken.length > 0 && html`<h2>${inWords(frame, 'ANSWER_WORLD_SEES')}</h2>`,
    taken.map(({ service }) => seen(given, service)),
    leftOut(given, path),
    html`<p class="plain"><a class="button" href="${path}">${inWords(frame, 'ANSWER_CORRECT')}</a></p>`,
  ];
}

function received(frame: Frame, { saidAt, recordedAt }: AnswerGiven): Told {
  if (+recordedAt - +saidAt < LATE) return html`${inWords(frame, 'ANSWER_RECEIVED')} ${instant(frame, recordedAt)}.`;
  return html`${inWords(frame, 'ANSWER_SAID_ON')} ${instant(frame, saidAt)}, ${inWords(frame, 'ANSWER_SENT_ON')}
  ${instant(frame, recordedAt)}.`;
}

function seen({ frame, others }: Standing, service: Service): Html {
  const other = others.find(({ serviceId }) => serviceId === service.id);
  return html`<article class="card">
    <h3>${told(frame, service.name)}</h3>
    ${ground(frame, service.status)}
    ${
      other &&
      html`<p class="note">
        ${inWords(frame, 'ANSWER_OTHER_SAID', { state: stateWord(frame, other.state) })} ${instant(frame, other.observedAt)}.
        ${inWords(frame, 'ANSWER_BOTH_KEPT')}
      </p>`
    }
  </article>`;
}

const reasons: Record<LeftOutOfAnswer['why'], string> = {
  NEVER_SAID: 'ANSWER_NEVER_SAID',
  NEWER_WORD: 'ANSWER_NEWER_WORD',
  GOOD_UNTIL_IS_OVER: 'ANSWER_IS_OVER',
  HAS_CAPACITY: 'ANSWER_HAS_CAPACITY',
  NOT_YOURS: 'ANSWER_NOT_YOURS',
};

/** What was not taken, and what nobody has asked about yet. */
function leftOut({ frame, services, answer }: Standing, path: string): Told {
  const left = answer.leftOut.map(({ serviceId, why }) => ({ id: serviceId, why: reasons[why] }));
  const due = services.filter(({ service, why }) => why !== null && !answer.serviceIds.includes(service.id));
  const rest = due.filter(({ service }) => !left.some(({ id }) => id === service.id)).map(({ service, why }) => ({ id: service.id, why: reasons[why!] })); // prettier-ignore
  if (left.length + rest.length === 0) return null;
  const name = (id: string) => services.find(({ service }) => service.id === id)?.service.name ?? null;
  return html`<h2>${inWords(frame, 'ANSWER_STILL')}</h2>
    ${[...left, ...rest].map(
      ({ id, why }) =>
        html`<article class="card">
          <h3>${name(id) ? told(frame, name(id)) : inWords(frame, 'ANSWER_A_SERVICE')}</h3>
          <p>${inWords(frame, why)}</p>
          ${name(id) && html`<p><a class="button" href="${path}#s-${id}">${inWords(frame, 'ANSWER_SAY_IT')}</a></p>`}
        </article>`,
    )}`;
}

function joining({ frame, token, nonce, joining: { sent, fault, fields } }: Given): Html {
  if (sent) return html`<p class="note" id="join" role="status">${inWords(frame, 'ANSWER_JOIN_SENT')}</p>`;
  return html`<details class="card" id="join" ${fault && 'open'}>
    <summary>${inWords(frame, 'ANSWER_JOIN')}</summary>
    <p>${inWords(frame, 'ANSWER_JOIN_HOW')}</p>
    <form method="post" action="/r/${token}/join?lang=${frame.language}">
      <input type="hidden" name="nonce" value="${nonce}" />
      ${fault && html`<p class="wrong" role="alert">${fault}</p>`}
      <label class="field"
        >${inWords(frame, 'ANSWER_EMAIL')}<input
          type="email"
          name="email"
          autocomplete="email"
          required
          value="${fields?.get('email') ?? ''}"
      /></label>
      <label class="field"
        >${inWords(frame, 'ANSWER_NAME')}<input
          type="text"
          name="name"
          autocomplete="name"
          required
          maxlength="200"
          value="${fields?.get('name') ?? ''}"
      /></label>
      <p class="now"><button>${inWords(frame, 'ANSWER_JOIN_ASK')}</button></p>
    </form>
  </details>`;
}
