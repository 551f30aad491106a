import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SettingError } from './setting-error.ts';

export interface Dkim {
  domainName: string;
  keySelector: string;
  privateKey: string;
}

type Environment = Record<string, string | undefined>;

const mailbox = /^[^\s<>@",;:]+@[^\s<>@",;:]+$/;

/** The address in `Name <address>`, or alone. */
export const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim();

/** One address, with or without a name. */
export function addressFrom(env: Environment, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  if (mailbox.test(addressIn(value)) && !/[\r\n]/.test(value)) return value;
  throw new SettingError(`${name} must be one address, as in “Fanal <fanal@example.org>”, not “${value}”.`);
}

/** With which our mail is signed: all three, or none. */
export function dkimFrom(env: Environment): Dkim | null {
  const { FANAL_DKIM_DOMAIN: domainName, FANAL_DKIM_SELECTOR: keySelector } = env;
  const written = env.FANAL_DKIM_KEY?.replaceAll('\\n', '\n') ?? keyIn(env.FANAL_DKIM_KEY_FILE);
  if (!domainName && !keySelector && !written) return null;
  if (!domainName || !keySelector || !written)
    throw new SettingError('DKIM needs FANAL_DKIM_DOMAIN, FANAL_DKIM_SELECTOR and FANAL_DKIM_KEY (or FANAL_DKIM_KEY_FILE): all or none.');
  if (!/^[\w.-]+$/.test(domainName) || !/^[\w.-]+$/.test(keySelector))
    throw new SettingError('FANAL_DKIM_DOMAIN and FANAL_DKIM_SELECTOR must be names as DNS has them.');
  return { domainName, keySelector, privateKey: signingKey(written) };
}

function keyIn(path: string | undefined): string | undefined {
  if (!path) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SettingError(`FANAL_DKIM_KEY_FILE: “${path}” cannot be read.`);
  }
}

function signingKey(pem: string): string {
  try {
    const { asymmetricKeyType: type } = createPrivateKey(pem);
    if (type === 'rsa' || type === 'ed25519') return pem;
  } catch {
    // said below
  }
  throw new SettingError('The DKIM key is not a private key of RSA or Ed25519 in PEM.');
}
