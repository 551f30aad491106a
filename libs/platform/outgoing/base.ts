import type { Settings } from '../settings/settings.ts';
import { NotSent } from './parcel.ts';

/**
 * The address that links begin with: from the settings, or in the demonstration from where we listen; never from a request's headers, which
 * a caller writes. Null: the hub does not listen yet.
 */
export function baseOfLinks({ publicUrl, demo, host }: Settings, listening: () => unknown): string | null {
  if (publicUrl) return publicUrl;
  if (!demo) throw new NotSent('FANAL_PUBLIC_URL_NOT_SET'); // nobody can open `localhost`
  const address = listening() as { port: number } | null; // it listens on a port, not on a file
  if (!address) return null;
  const named = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${named}:${address.port}`;
}
