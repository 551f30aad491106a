import { html, type Html } from '#libs/platform';
import type { Location, Service } from '#libs/schema';
import { backToList, type Frame, inWords, type Page, serviceAddress, told, when } from './frame.ts';
import type { Opening, PlaceStatus } from './plain-facts.query.ts';
import { phoneLinks, placeLines, statusLines } from './said.ts';

interface Whole {
  readonly service: Service;
  readonly openings: readonly Opening[];
  /** Where a place differs, how each is. */
  readonly places: readonly PlaceStatus[];
  /** Where to go instead, for who may know of it. */
  readonly replacement: Service | null;
}

export function servicePage(frame: Frame, { service, openings, places, replacement }: Whole): Page {
  const { name, organization, description, status, locations, phones, categories, languages } = service;
  const body = html`<div class="service">
      <p>${told(frame, organization.name)}</p>
      ${statusLines(frame, status)}
      ${replacement && html`<p>${inWords(frame, 'PLAIN_INSTEAD')} <a href="${serviceAddress(frame, replacement.id)}">${told(frame, replacement.name)}</a></p>`}
      ${phoneLinks(phones)} ${status.mixed ? places.map(place => placeStatus(frame, locations, place)) : placeLines(frame, locations)}
      ${description && html`<p>${told(frame, description)}</p>`}
      <dl>
        ${openings.length > 0 && [term(frame, 'PLAIN_HOURS'), openings.map(opening => html`<dd>${openingLine(frame, opening)}</dd>`)]}
        ${categories.length > 0 && [term(frame, 'PLAIN_CATEGORY'), categories.map(category => html`<dd>${told(frame, category.name)}</dd>`)]}
        ${languages.length > 0 && [term(frame, 'PLAIN_LANGUAGES'), html`<dd>${spoken(frame, languages)}</dd>`]}
      </dl>
    </div>
    ${backToList(frame)}`;
  return { frame, title: name[frame.language] ?? name.fr ?? name.en ?? '', body };
}

export const unknownPage = (frame: Frame): Page => ({ frame, title: inWords(frame, 'PLAIN_UNKNOWN_SERVICE'), body: backToList(frame) });
export const refusalPage = (frame: Frame, message: string): Page => ({ frame, title: message, body: backToList(frame) });

const placeStatus = (frame: Frame, locations: readonly Location[], { locationId, status }: PlaceStatus): Html =>
  html`<div>
    ${placeLines(
      frame,
      locations.filter(({ id }) => id === locationId),
    )}${statusLines(frame, status)}
  </div>`;

const term = (frame: Frame, code: string): Html => html`<dt>${inWords(frame, code)}</dt>`;

export function openingLine(frame: Frame, { opensAt, closesAt }: Opening): string {
  const hour = { hour: 'numeric', minute: '2-digit' } as const;
  const days = (+closesAt - +opensAt) / 86_400_000;
  if (days >= 7) return inWords(frame, 'PLAIN_ALWAYS');
  if (days >= 1) {
    const whole = { weekday: 'long', day: 'numeric', month: 'long', ...hour } as const;
    return inWords(frame, 'PLAIN_THROUGH', { opens: when(frame, opensAt, whole), closes: when(frame, closesAt, whole) });
  }
  return inWords(frame, 'PLAIN_PERIOD', {
    day: when(frame, opensAt, { weekday: 'long', day: 'numeric', month: 'long' }),
    opens: when(frame, opensAt, hour),
    closes: when(frame, closesAt, hour),
  });
}

function spoken({ language }: Frame, codes: readonly string[]): string {
  const names = new Intl.DisplayNames([`${language}-CA`], { type: 'language', fallback: 'code' });
  return codes.map(code => names.of(code) ?? code).join(', ');
}
