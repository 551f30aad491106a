import type { HeldServiceFragment, LiveListQuery } from '../../hub/gql/graphql.ts';
import { graphql } from '../../hub/graphql.ts';
import { holds } from '../../ui/plain.ts';
import { surenessAt } from '../../ui/sureness.ts';
import { states } from '../../ui/tokens.mjs';
import { type Chosen, NEAR_KM } from './filter.ts';

/** All of a service that the list may be of. */
export const HeldService = graphql(`
  fragment HeldService on Service {
    id
    name {
      fr
      en
    }
    organization {
      id
      name {
        fr
        en
      }
    }
    categories {
      code
      name {
        fr
        en
      }
    }
    languages
    locations {
      id
      latitude
      longitude
      territory {
        code
        name {
          fr
          en
        }
      }
    }
    status {
      ...StatusWord @unmask
      openNow
    }
    ...ServiceRow_service
  }
`);

type Held = HeldServiceFragment;
type Group = 'CONFIRMED' | 'TO_VERIFY' | 'NOT_TAKING' | 'GONE';
type Facets = LiveListQuery['services']['facets'];

const groups: readonly Group[] = ['CONFIRMED', 'TO_VERIFY', 'NOT_TAKING', 'GONE'];

export function groupOf({ status }: Pick<Held, 'status'>, now: number): Group {
  if (status.state === 'CLOSED') return 'GONE';
  if (surenessAt(status, now) === 'STALE') return 'TO_VERIFY';
  return status.state === 'OPEN' || status.state === 'LIMITED' || status.state === 'RELOCATED' ? 'CONFIRMED' : 'NOT_TAKING';
}

const isToConfirm = ({ status }: Held, now: number) => surenessAt(status, now) === 'STALE';

/** As the hub would choose, as far as this device can tell: no typos, no streets, and only what it has read. */
function fits(service: Held, { text, where, states: chosen, toConfirm, category, language, openNow }: Chosen, now: number): boolean {
  const { name, organization, categories, languages, locations, status } = service;
  const words = [name, organization.name, ...categories.map(each => each.name), ...locations.flatMap(each => each.territory?.name ?? [])];
  const stated = chosen.length === 0 && !toConfirm ? true : isToConfirm(service, now) ? toConfirm : chosen.includes(status.state);
  return (
    stated &&
    (!category || categories.some(({ code }) => code === category)) &&
    (!language || languages.includes(language)) &&
    (!openNow || status.openNow === true) &&
    (!where || locations.some(place => isThere(place, where))) &&
    holds(
      text,
      words.flatMap(({ fr, en }) => [fr, en]),
    )
  );
}

const EARTH_KM = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

function isThere({ latitude, longitude, territory }: Held['locations'][number], { territory: asked, point }: NonNullable<Chosen['where']>) {
  if (asked) return territory?.code === asked;
  if (!point || latitude == null || longitude == null) return false;
  const [dy, dx] = [radians(latitude - point[0]), radians(longitude - point[1]) * Math.cos(radians(point[0]))];
  return EARTH_KM * Math.hypot(dy, dx) <= NEAR_KM;
}

/** What this device holds of what was chosen, in the list's own order. */
export const choose = <S extends Held>(held: readonly S[], chosen: Chosen, now: number): S[] =>
  held
    .filter(service => fits(service, chosen, now))
    .toSorted((one, other) => groups.indexOf(groupOf(one, now)) - groups.indexOf(groupOf(other, now)));

/** How many there would be with each other choice, of those this device holds. */
export function facetsOf(held: readonly Held[], chosen: Chosen, now: number): Facets {
  const without = (change: Partial<Chosen>) => held.filter(service => fits(service, { ...chosen, ...change }, now));
  const stated = without({ states: [], toConfirm: false });
  const sure = stated.filter(service => !isToConfirm(service, now));
  const ofCategory = without({ category: null });
  const categories = new Map(ofCategory.flatMap(service => service.categories).map(one => [one.code, one]));
  const ofLanguage = without({ language: null });
  return {
    __typename: 'ServiceFacets',
    toConfirm: stated.length - sure.length,
    states: states.map(state => ({ __typename: 'StateFacet', state, n: sure.filter(({ status }) => status.state === state).length })),
    categories: [...categories.values()].map(category => ({
      __typename: 'CategoryFacet',
      category,
      n: ofCategory.filter(service => service.categories.some(({ code }) => code === category.code)).length,
    })),
    languages: [...new Set(ofLanguage.flatMap(service => service.languages))].map(language => ({
      __typename: 'LanguageFacet',
      language,
      n: ofLanguage.filter(service => service.languages.includes(language)).length,
    })),
  };
}
