import { type Frame, inWords, told } from '#libs/finder';
import { html, type Html, type Told } from '#libs/platform';
import type { LeftOutReason, Service } from '#libs/schema';
import type { AskedService } from '../answering/update-requests.query.ts';
import type { Faults } from './answer-form.ts';
import { ground, places, stateWord } from './ground.ts';
import { sayable, shapeOf, type Sayable } from './shapes.ts';
import { dayField, tonight } from './until.ts';

/** What was typed already, and what is wrong with it. */
export interface Typed {
  readonly fields: URLSearchParams | null;
  readonly faults: Faults;
}

export interface Paper {
  readonly frame: Frame;
  readonly zone: string;
  readonly typed: Typed;
}

const means: Record<Sayable, string> = {
  OPEN: 'ANSWER_MEANS_OPEN',
  LIMITED: 'ANSWER_MEANS_LIMITED',
  FULL: 'ANSWER_MEANS_FULL',
  SUSPENDED: 'ANSWER_MEANS_SUSPENDED',
  RELOCATED: 'ANSWER_MEANS_RELOCATED',
  CLOSED: 'ANSWER_MEANS_CLOSED',
};
const reasons: Record<LeftOutReason, string> = {
  NEVER_SAID: 'ANSWER_NEVER_SAID',
  NEWER_WORD: 'ANSWER_NEWER_WORD',
  GOOD_UNTIL_IS_OVER: 'ANSWER_IS_OVER',
  HAS_CAPACITY: 'ANSWER_HAS_CAPACITY',
};
export const reasonWord = (frame: Frame, why: LeftOutReason): string => inWords(frame, reasons[why]);

/** A service: what is seen of it, and how to say otherwise. One that cannot be confirmed with others is asked for itself. */
export function card(paper: Paper, { service, why }: AskedService, askCapacity: boolean): Html {
  const { frame, typed } = paper;
  const begun = typed.fields?.get(`state.${service.id}`) || [...typed.faults.keys()].some(field => field.endsWith(`.${service.id}`));
  const asked = choices(paper, service, askCapacity);
  return html`<article class="card" id="s-${service.id}">
    <h3>${told(frame, service.name)}</h3>
    ${places(frame, service)} ${ground(frame, service.status)}
    ${
      why
        ? [html`<p class="dim">${reasonWord(frame, why)}</p>`, asked]
        : html`<details ${begun && 'open'}>
            <summary>${inWords(frame, 'ANSWER_CHANGE')}<span class="dim"> · ${told(frame, service.name)}</span></summary>
            ${asked}
          </details>`
    }
  </article>`;
}

function choices(paper: Paper, service: Service, askCapacity: boolean): Told {
  const { frame } = paper;
  const { id, status } = service;
  const { capacity } = status;
  return [
    html`<fieldset>
      <legend>${inWords(frame, 'ANSWER_STATE')}<span class="dim"> · ${told(frame, service.name)}</span></legend>
      ${wrong(paper, `state.${id}`)}
      <div class="tiles">${sayable.map(state => tile(paper, id, state))}</div>
    </fieldset>`,
    untilChoice(paper, id),
    (askCapacity || capacity) && count(paper, service),
    html`<label class="field"
      >${inWords(frame, 'ANSWER_NOTE')}
      <small>${inWords(frame, 'ANSWER_OPTIONAL')}</small>
      ${wrong(paper, `note.${id}`)}${box(paper, `note.${id}`, 'text', html`maxlength="500"`)}</label
    >`,
  ];
}

function tile({ frame, typed }: Paper, id: string, state: Sayable): Html {
  const chosen = typed.fields?.get(`state.${id}`) === state;
  return html`<label class="tile"
    ><input type="radio" name="state.${id}" value="${state}" ${chosen && 'checked'} /><span class="face" data-state="${state}"
      >${shapeOf(state, 24)}<span><b>${stateWord(frame, state)}</b><small>${inWords(frame, means[state])}</small></span></span
    ></label
  >`;
}

function untilChoice(paper: Paper, id: string): Html {
  const { frame, typed, zone } = paper;
  const given = typed.fields?.get(`until.${id}`) ?? '';
  const choice = (value: string, code: string) =>
    html`<label class="chip"
      ><input type="radio" name="until.${id}" value="${value}" ${given === value && 'checked'} />${inWords(frame, code)}</label
    >`;
  return html`<fieldset>
    <legend>${inWords(frame, 'ANSWER_UNTIL')}</legend>
    ${wrong(paper, `until.${id}`)}
    <div class="chips">
      ${choice('', 'ANSWER_UNTIL_UNKNOWN')}${tonight(frame.now, zone) && choice('tonight', 'ANSWER_UNTIL_TONIGHT')}
      ${choice('tomorrow', 'ANSWER_UNTIL_TOMORROW')}${choice('date', 'ANSWER_UNTIL_DATE')}
    </div>
    <div class="pair">
      <label class="field"
        >${inWords(frame, 'ANSWER_DAY')}${box(paper, `day.${id}`, 'date', html`min="${dayField(frame.now, zone)}"`)}</label
      ><label class="field">${inWords(frame, 'ANSWER_HOUR')}${box(paper, `hour.${id}`, 'time')}</label>
    </div>
  </fieldset>`;
}

function count(paper: Paper, { id, status }: Service): Html {
  const { frame } = paper;
  const { capacity } = status;
  const unit = capacity?.unit && html` (${told(frame, capacity.unit)})`;
  const digits = html`inputmode="numeric" pattern="[0-9]*" maxlength="7"`;
  return html`<div class="pair">
    <label class="field"
      >${inWords(frame, 'ANSWER_LEFT')}${unit}<small> ${!capacity && inWords(frame, 'ANSWER_OPTIONAL')}</small>${wrong(paper, `left.${id}`)}
      ${box(paper, `left.${id}`, 'text', digits)}</label
    ><label class="field"
      >${inWords(frame, 'ANSWER_OF')} <small>${inWords(frame, 'ANSWER_OPTIONAL')}</small>${wrong(paper, `of.${id}`)}
      ${box(paper, `of.${id}`, 'text', digits, String(capacity?.total ?? ''))}</label
    >
  </div>`;
}

export function box({ typed }: Paper, name: string, type: string, more: Told = null, first = ''): Html {
  const told = typed.faults.has(name);
  return html`<input
    type="${type}"
    id="${name}"
    name="${name}"
    value="${typed.fields?.get(name) ?? first}"
    ${more}
    ${told && html`aria-invalid="true" aria-describedby="wrong-${name}"`}
  />`;
}

/** What is wrong with a field, beside it. */
export const wrong = ({ typed }: Paper, name: string): Told =>
  typed.faults.has(name) && html`<span class="wrong" id="wrong-${name}">${typed.faults.get(name)}</span>`;
