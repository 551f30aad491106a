import type { Handing, Verdict } from './parcel.ts';

interface Posting {
  handing: Handing;
  /** The hub ends. */
  stopped: AbortSignal;
  /** Whether a server that does not answer is away for all that this channel carries, or for this one only. */
  away: 'AWAY' | 'LATER';
}

type Told = Pick<RequestInit, 'method' | 'headers' | 'body'>;

const PATIENCE = 15_000;
/** What a server says that has enough to do, or is not itself. */
const isForNow = (status: number): boolean => status === 408 || status === 425 || status === 429 || status >= 500;
/** Of whom nothing was heard, as far as is known. */
const NEVER_CONNECTED = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;

/** Hands one message over by HTTP, as whoever takes it wants it. It is followed nowhere else. */
export async function posted(address: string, told: Told, { handing, stopped, away }: Posting): Promise<Verdict> {
  if (stopped.aborted) return { came: 'BACK' };
  if (!(await handing.record()) || !handing.lastWord()) return { came: 'LOST' };
  try {
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]);
    const response = await fetch(address, { ...told, redirect: 'error', signal });
    await response.body?.cancel();
    if (response.ok) return { came: 'SENT' };
    return { came: isForNow(response.status) ? 'LATER' : 'NEVER', code: `HTTP_${response.status}` };
  } catch (error) {
    const code = causeOf(error);
    if (NEVER_CONNECTED.test(code)) return { came: away, code };
    return { came: 'CUT', code, lane: away === 'AWAY' };
  }
}

function causeOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: unknown }; name?: string };
  const code = cause?.code ?? name;
  return typeof code === 'string' && /^\w{1,100}$/.test(code) ? code : 'UNKNOWN';
}
