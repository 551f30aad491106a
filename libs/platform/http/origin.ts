import type { IncomingMessage } from 'node:http';

type Origin = 'own' | 'foreign' | 'none';

/** From whose page a browser sends this; `none` where it is no browser that asks. */
export function originOf({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string | null): Origin {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return 'foreign'; // `null`, from a sandboxed frame
    const own = publicUrl ? new URL(publicUrl).origin === new URL(origin).origin : new URL(origin).host === host;
    return own ? 'own' : 'foreign';
  }
  if (site === undefined) return 'none';
  return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
}
