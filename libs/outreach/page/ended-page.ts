import { type Frame, inWords } from '#libs/finder';
import { html } from '#libs/platform';
import { callLine, type Sheet } from './letterhead.ts';

/** The same for a link that has expired, was revoked, or never was. */
export const endedPage = (frame: Frame, token: string): Sheet => ({
  frame,
  title: inWords(frame, 'ANSWER_LINK_ENDED'),
  body: html`<p>${inWords(frame, 'ANSWER_LINK_ENDED_WHY')}</p>
    <form method="post" action="/r/${token}/new-link?lang=${frame.language}">
      <p class="now"><button class="main">${inWords(frame, 'ANSWER_NEW_LINK')}</button></p>
    </form>
    <p>${callLine(frame)}</p>`,
});

/** Whoever asked: the mailbox alone learns more. */
export const newLinkPage = (frame: Frame): Sheet => ({
  frame,
  title: inWords(frame, 'ANSWER_NEW_LINK_ASKED'),
  body: html`<p>${inWords(frame, 'ANSWER_NEW_LINK_WHERE')}</p>`,
});

export const unsubscribePage = (frame: Frame, token: string): Sheet => ({
  frame,
  title: inWords(frame, 'ANSWER_DECLINE'),
  body: html`<p>${inWords(frame, 'ANSWER_DECLINE_WHAT')}</p>
    <form method="post" action="/r/${token}/unsubscribe?lang=${frame.language}">
      <p class="now"><button class="main">${inWords(frame, 'ANSWER_DECLINE')}</button></p>
    </form>
    <p><a href="/r/${token}?lang=${frame.language}">${inWords(frame, 'ANSWER_RATHER')}</a></p>`,
});

export const unsubscribedPage = (frame: Frame): Sheet => ({
  frame,
  title: inWords(frame, 'ANSWER_DECLINED_TITLE'),
  body: html`<p>${inWords(frame, 'ANSWER_DECLINED')}</p>`,
});

export const refusalPage = (frame: Frame, message: string): Sheet => ({ frame, title: message, body: html`<p>${callLine(frame)}</p>` });
