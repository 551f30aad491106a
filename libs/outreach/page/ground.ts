import { type Frame, inWords, statusLines, told } from '#libs/finder';
import { html, type Html, type Told } from '#libs/platform';
import type { Service, ServiceStatus } from '#libs/schema';
import { shapeOf } from './shapes.ts';

/** What the world sees: shape, word, since when and until when, on the state's own ground. */
export function ground(frame: Frame, status: ServiceStatus): Html {
  const { state, freshness } = status;
  const stale = freshness === 'STALE' && state !== 'CLOSED' && state !== 'UNKNOWN';
  return html`<div class="ground${stale && ' stale-ground'}" data-state="${state}">
    ${shapeOf(state, 30)}
    <div>${statusLines(frame, status, ' ')}</div>
  </div>`;
}

export const places = (frame: Frame, { locations }: Service): Told =>
  locations.map(
    ({ name, address }) =>
      (name?.fr || name?.en || address) &&
      html`<p class="dim">${told(frame, name)}${(name?.fr || name?.en) && address && ', '}${address}</p>`,
  );

export const stateWords = {
  OPEN: 'STATE_OPEN',
  LIMITED: 'STATE_LIMITED',
  FULL: 'STATE_FULL',
  SUSPENDED: 'STATE_SUSPENDED',
  RELOCATED: 'STATE_RELOCATED',
  CLOSED: 'STATE_CLOSED',
  UNKNOWN: 'STATE_UNKNOWN',
} as const;

export const stateWord = (frame: Frame, state: keyof typeof stateWords): string => inWords(frame, stateWords[state]);
