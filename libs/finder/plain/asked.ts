import type { Place, ServiceFilter } from '#libs/schema';

/** What the form of the plain list says. What is not understood is left out: there is no screen behind it to say so. */
export interface Asked {
  readonly text: string;
  readonly where: string;
  readonly category: string;
  readonly openNow: boolean;
  readonly after: string | null;
}

const LONGEST = 200;
const NEAR_KM = 5;

export function askedIn(query: Record<string, unknown>): Asked {
  const said = (name: string) => {
    const given = query[name];
    return typeof given === 'string' ? given.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
  };
  return {
    text: said('q'),
    where: said('where'),
    category: said('category'),
    openNow: said('open') === 'now',
    after: typeof query.after === 'string' && query.after ? query.after : null,
  };
}

export function filterOf({ text, category, openNow }: Asked, place: Place | undefined, now: Date): ServiceFilter {
  return {
    ...(text && { text }),
    ...(category && { categories: [category] }),
    ...(openNow && { openAt: now }),
    ...whereOf(place),
  };
}

function whereOf(place: Place | undefined): ServiceFilter {
  if (place?.kind === 'TERRITORY' && place.territory) return { territory: place.territory.code };
  const { latitude, longitude } = place ?? {};
  if (latitude == null || longitude == null) return {};
  return { near: { latitude, longitude, withinKm: NEAR_KM }, serving: { latitude, longitude } };
}

/** The address of the same list, in another language or from another place on. */
export function addressOf({ text, where, category, openNow }: Asked, also: Record<string, string> = {}): string {
  const said = { q: text, where, category, open: openNow ? 'now' : '', ...also };
  const address = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return `/?plain${address.size > 0 ? `&${address}` : ''}`;
}
