import { type Frame, inWords } from '#libs/finder';
import type { Localized } from '#libs/kernel';
import { html, type Html, type Told } from '#libs/platform';
import type { AskedService } from '../answering/update-requests.query.ts';
import { standing, type Standing } from '../page/after-page.ts';
import { faults, inOrder, nothingChanged } from '../page/answer-page.ts';
import { box, card, type Paper, wrong } from '../page/card.ts';
import type { Sheet } from '../page/letterhead.ts';

export interface PosterPaper extends Paper {
  readonly organization: Localized;
  readonly services: readonly AskedService[];
  readonly path: string;
  readonly nonce: string;
}

/** What everybody sees of the organization's services, and room to say otherwise for who knows this week's number. */
export function posterPage(paper: PosterPaper): Sheet {
  const { frame, services, organization } = paper;
  const body =
    services.length > 0
      ? [html`<p>${inWords(frame, 'POSTER_HOW')}</p>`, faults(paper), form(paper), html`<p class="dim">${inWords(frame, 'ANSWER_PROMISE')}</p>`] // prettier-ignore
      : html`<p class="note">${inWords(frame, 'POSTER_NO_SERVICE')}</p>`;
  return { frame, title: inWords(frame, 'POSTER_TITLE'), organization, body };
}

/** No script: a form is sent once, whatever the telephone, and nothing of it stays there. */
function form(paper: PosterPaper): Html {
  const { frame, services, nonce, path, typed } = paper;
  return html`<form method="post" action="${path}?lang=${frame.language}" autocomplete="on">
    <input type="hidden" name="nonce" value="${nonce}" />
    <input type="hidden" name="seen" value="${typed.fields?.get('seen') || frame.now.toISOString()}" />
    ${who(paper)} ${nothingChanged(frame, services)} ${inOrder(services).map(service => card(paper, service, false))}
    <p class="now"><button class="main" name="do" value="answer">${inWords(frame, 'POSTER_SEND')}</button></p>
  </form>`;
}

function who(paper: PosterPaper): Told {
  const { frame } = paper;
  return html`<div class="pair">
      <label class="field"
        >${inWords(frame, 'POSTER_PIN')}${wrong(paper, 'pin')}${box(
          paper,
          'pin',
          'text',
          html`inputmode="numeric" autocomplete="off" maxlength="9" required`,
        )}</label
      >
      <label class="field"
        >${inWords(frame, 'POSTER_FIRST_NAME')}${wrong(paper, 'firstName')}${box(
          paper,
          'firstName',
          'text',
          html`autocomplete="given-name" maxlength="60" required`,
        )}</label
      >
    </div>
    <p class="dim">${inWords(frame, 'POSTER_WHO_SEES')}</p>`;
}

export const afterPoster = (given: Standing, organization: Localized, path: string): Sheet => ({
  frame: given.frame,
  title: inWords(given.frame, 'ANSWER_THANKS'),
  organization,
  body: [standing(given, `${path}?lang=${given.frame.language}`), html`<p class="dim">${inWords(given.frame, 'ANSWER_PROMISE')}</p>`],
});

/** The same for one that was revoked, or never was; whoever typed a number is told what a wrong one is. */
export const endedPoster = (frame: Frame, typed: boolean): Sheet => ({
  frame,
  title: inWords(frame, 'POSTER_ENDED'),
  body: [typed && html`<p>${inWords(frame, 'POSTER_NOT_VALID')}</p>`, html`<p>${inWords(frame, 'POSTER_ENDED_HOW')}</p>`],
});
