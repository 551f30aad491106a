/** Only a place of this very site is gone to: an address in a link is anybody's. */
export function safeNext(address: URLSearchParams, origin: string): string | null {
  const next = address.get('next');
  if (!next?.startsWith('/')) return null;
  const place = URL.canParse(next, origin) ? new URL(next, origin) : null;
  if (place?.origin !== origin || place.pathname.startsWith('/sign-in')) return null;
  return place.pathname + place.search;
}
