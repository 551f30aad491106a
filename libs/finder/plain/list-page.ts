import { html, type Html, type Told } from '#libs/platform';
import type { Place, Service, ServiceConnection } from '#libs/schema';
import { addressOf, type Asked } from './asked.ts';
import { type Frame, inWords, type Page, serviceAddress, told } from './frame.ts';
import type { Named } from './plain-facts.query.ts';
import { phoneLinks, placeLines, statusLines } from './said.ts';

export interface Listed {
  readonly asked: Asked;
  /** Where it was understood to be; none where the words name no place. */
  readonly place: Place | undefined;
  readonly categories: readonly Named[];
  readonly crises: readonly Named[];
  readonly page: ServiceConnection;
}

export function listPage(frame: Frame, listed: Listed): Page {
  const { asked, crises, page } = listed;
  const { edges, pageInfo, totalCount, correctedText } = page;
  const found = totalCount ?? edges.length;
  const body = [
    crises.map(({ name }) => html`<p class="event"><b>${told(frame, name)}</b> · ${inWords(frame, 'PLAIN_CHANGES_FAST')}</p>`),
    form(frame, listed),
    correctedText && html`<p>${inWords(frame, 'PLAIN_CORRECTED', { text: correctedText })}</p>`,
    html`<p><b>${inWords(frame, found > 1 ? 'PLAIN_SERVICES' : 'PLAIN_SERVICE', { count: found })}</b></p>`,
    found === 0 && html`<p>${inWords(frame, 'PLAIN_NONE')} <a href="tel:211">${inWords(frame, 'PLAIN_CALL')}</a></p>`,
    html`<ol>
      ${edges.map(({ node }) => row(frame, node))}
    </ol>`,
    pageInfo.hasNextPage && next(frame, addressOf(asked, { lang: frame.language, after: pageInfo.endCursor! })),
  ];
  return { frame, title: inWords(frame, 'PLAIN_FIND'), body };
}

const next = (frame: Frame, address: string): Html => html`<p><a rel="next" href="${address}">${inWords(frame, 'PLAIN_NEXT')}</a></p>`;

const row = (frame: Frame, { id, name, organization, status, locations, phones }: Service): Html =>
  html`<li class="service">
    <h2><a href="${serviceAddress(frame, id)}">${told(frame, name)}</a></h2>
    <p>${told(frame, organization.name)}</p>
    ${statusLines(frame, status)}${placeLines(frame, locations)}${phoneLinks(phones)}
  </li> `;

function form(frame: Frame, { asked, place, categories }: Listed): Told {
  const unknown = asked.where !== '' && !place;
  const label = (code: string) => inWords(frame, code);
  return html`<form action="/" method="get" role="search">
    <input type="hidden" name="plain" value="" /><input type="hidden" name="lang" value="${frame.language}" />
    <label>${label('PLAIN_WHAT')}<input type="text" name="q" maxlength="200" value="${asked.text}" /></label>
    <label
      >${label('PLAIN_WHERE')}<input type="text" name="where" maxlength="200" value="${asked.where}" aria-invalid="${String(unknown)}" />
      ${unknown && html`<span class="wrong">${label('PLAIN_WHERE_UNKNOWN')}</span>`}</label
    >
    <label
      >${label('PLAIN_CATEGORY')}<select name="category">
        <option value="">${label('PLAIN_ALL')}</option>
        ${categories.map(({ code, name }) => html`<option value="${code}" ${code === asked.category && 'selected'}>${name[frame.language] ?? name.fr}</option>`)}
      </select></label
    >
    <label class="box"><input type="checkbox" name="open" value="now" ${asked.openNow && 'checked'} /> ${label('PLAIN_ONLY_OPEN')}</label>
    <button type="submit">${label('PLAIN_SEARCH')}</button>
  </form>`;
}
