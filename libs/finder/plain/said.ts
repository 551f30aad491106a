import { html, type Html, type Told } from '#libs/platform';
import type { Location, Phone, ServiceState, ServiceStatus, StatusSource } from '#libs/schema';
import { type Frame, instant, inWords, told } from './frame.ts';

const stateWord = (frame: Frame, state: ServiceState): string => inWords(frame, `STATE_${state}`);

/** A state never without how sure it is. */
export function statusLines(frame: Frame, status: ServiceStatus, between = ' · '): Told {
  const { state, freshness, note, planned, contradicted, mixed, openNow, capacity } = status;
  const stale = freshness === 'STALE' && state !== 'UNKNOWN' && state !== 'CLOSED';
  return [
    html`<p class="${stale ? 'stale' : 'sure'}">
      <span class="state">${stateWord(frame, state)}</span>${between}${since(frame, status, stale)}
    </p>`,
    capacity && capacityLine(frame, capacity),
    note && html`<p>${told(frame, note)}</p>`,
    mixed && html`<p>${inWords(frame, 'PLAIN_MIXED')}</p>`,
    planned && plannedLine(frame, planned),
    contradicted && html`<p><b>${inWords(frame, 'PLAIN_CONTRADICTED')}</b></p>`,
    openNow != null && takesPeople(state) && html`<p>${inWords(frame, openNow ? 'PLAIN_OPEN_NOW' : 'PLAIN_CLOSED_NOW')}</p>`,
  ];
}

/** Hours say nothing of what is closed. */
const takesPeople = (state: ServiceState): boolean => state !== 'SUSPENDED' && state !== 'CLOSED';

function capacityLine(frame: Frame, { available, total, unit, asOf, stale }: NonNullable<ServiceStatus['capacity']>): Html {
  const counted = { available, total: total ?? 0 };
  const said = total == null ? inWords(frame, 'PLAIN_LEFT', counted) : inWords(frame, 'PLAIN_LEFT_OF', counted);
  return html`<p>${said} ${told(frame, unit)}, ${instant(frame, asOf)}${stale && html`, <b>${inWords(frame, 'PLAIN_TO_CONFIRM')}</b>`}</p>`;
}

function plannedLine(frame: Frame, { state, takesOverAt, note }: NonNullable<ServiceStatus['planned']>): Html {
  const then = inWords(frame, 'PLAIN_THEN', { state: stateWord(frame, state) });
  return html`<p>${then} ${instant(frame, takesOverAt)}${note && [' · ', told(frame, note)]}</p>`;
}

function since(frame: Frame, status: ServiceStatus, stale: boolean): Told {
  const { observedAt, confirmedAt, goodUntil, source } = status;
  const unsure = html`<b>${inWords(frame, 'PLAIN_TO_CONFIRM')}</b>`;
  if (!observedAt) return inWords(frame, 'PLAIN_NOBODY');
  if (stale && wasDueBack(status, frame.now)) return html`${inWords(frame, 'PLAIN_WAS_DUE')} ${instant(frame, goodUntil!)}, ${unsure}`;
  const again = confirmedAt && new Date(confirmedAt) > new Date(observedAt);
  return [
    html`${inWords(frame, again ? 'PLAIN_CONFIRMED' : 'PLAIN_SAID')} ${instant(frame, again ? confirmedAt : observedAt)}`,
    source && html`, ${inWords(frame, sourceWords[source])}`,
    stale && html`, ${unsure}`,
    !stale && goodUntil && html`, ${inWords(frame, 'PLAIN_UNTIL')} ${instant(frame, goodUntil)}`,
  ];
}

const sourceWords: Record<StatusSource, string> = {
  PARTNER: 'SOURCE_PARTNER',
  LINK: 'SOURCE_LINK',
  RESEARCHER: 'SOURCE_RESEARCHER',
  COUNSELLOR: 'SOURCE_COUNSELLOR',
  COORDINATOR: 'SOURCE_COORDINATOR',
  RELAY: 'SOURCE_RELAY',
  IMPORT: 'SOURCE_IMPORT',
};

/** Full or closed for a while until then: now neither. */
const wasDueBack = ({ state, goodUntil }: ServiceStatus, now: Date): boolean =>
  goodUntil != null && new Date(goodUntil) <= now && (state === 'FULL' || state === 'SUSPENDED');

/** Where it is; not where nobody may know. */
export const placeLines = (frame: Frame, locations: readonly Location[]): Told =>
  locations.map(({ name, address, territory }) => {
    const parts = [told(frame, name), address, told(frame, territory?.name)].filter(Boolean);
    return html`<p class="dim">${parts.flatMap((part, at) => (at > 0 ? [', ', part] : [part]))}</p>`;
  });

export const phoneLinks = (phones: readonly Phone[]): Told =>
  phones.map(({ number, extension }) => {
    const dialled = `tel:${number.replace(/[^\d+]/g, '')}${extension ? `;ext=${extension}` : ''}`;
    return html`<a class="phone" href="${dialled}">${extension ? `${number} #${extension}` : number}</a> `;
  });
