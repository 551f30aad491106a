import { resolve } from 'node:path';
import { type Basemap, basemapFrom } from './basemap.ts';
import { SettingError } from './setting-error.ts';
import { addressFrom, type Dkim, dkimFrom } from './mail.ts';
import { defaultLimits, type Limits } from './limits.ts';

export { SettingError };

/** Everything the environment decides, read once. Words about it: CONTRACT.md, Settings. */
export class Settings {
  port: number;
  host: string;
  databaseUrl: string;
  /** The database that npm brought, run by start.mjs. */
  embedded: boolean;
  data: string;
  demo: boolean;
  publicUrl: string | null;
  keys: readonly string[];
  roles: ReadonlySet<'hub' | 'worker'>;
  smtpUrl: string | null;
  mailFrom: string;
  mailReplyTo: string | null;
  dkim: Dkim | null;
  mailConnections: number;
  mailPerMinute: number | null;
  /** Whatever sends text messages; null: none are sent. */
  textUrl: string | null;
  textToken: string | null;
  textPerMinute: number;
  /** The push services that notices are given to; no other address is ever written to. */
  pushOrigins: readonly string[];
  /** Where what cannot be delivered comes back to, and where it is read from. */
  bounceAddress: string | null;
  bounceSpool: string | null;
  bounceImap: string | null;
  web: string | null;
  basemap: Basemap | null;
  logLevel: string;
  resumeDays: number;
  limits: Limits;
  trustProxy: boolean;
  clockOffsetMs: number;
}

type Environment = Record<string, string | undefined>;

/** Reads and checks them all; throws a `SettingError` for the first that is wrong. */
export function settingsFrom(env: Environment): Settings {
  const embedded = env.FANAL_EMBEDDED === '1';
  const demo = flag(env, 'FANAL_DEMO', embedded || !env.DATABASE_URL);
  const keys = (env.FANAL_KEYS ?? '').split(',').filter(Boolean);
  if (!demo && keys.length === 0)
    throw new SettingError('FANAL_KEYS is required outside the demonstration: at least one key of 32 characters.');
  if (keys.some(key => key.length < 32)) throw new SettingError('FANAL_KEYS holds a key that is shorter than 32 characters.');
  return {
    port: whole(env, 'PORT', 3000, 0, 65_535),
    host: env.HOST || (demo ? '127.0.0.1' : '0.0.0.0'),
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:']) ?? missing('DATABASE_URL'),
    embedded,
    data: resolve(env.FANAL_DATA || '.fanal'),
    demo,
    publicUrl: address(env, 'FANAL_PUBLIC_URL', ['http:', 'https:'])?.replace(/\/$/, '') ?? null,
    keys,
    roles: roles(env.FANAL_ROLES || 'hub,worker'),
    smtpUrl: address(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: addressFrom(env, 'MAIL_FROM') ?? 'Fanal <fanal@localhost>',
    mailReplyTo: addressFrom(env, 'FANAL_MAIL_REPLY_TO'),
    dkim: dkimFrom(env),
    mailConnections: whole(env, 'FANAL_MAIL_CONNECTIONS', 5, 1, 50),
    mailPerMinute: env.FANAL_MAIL_PER_MINUTE ? whole(env, 'FANAL_MAIL_PER_MINUTE', 0, 1, 1_000_000) : null,
    textUrl: address(env, 'FANAL_TEXT_URL', ['http:', 'https:']),
    textToken: env.FANAL_TEXT_TOKEN || null,
    textPerMinute: whole(env, 'FANAL_TEXT_PER_MINUTE', 60, 1, 100_000),
    pushOrigins: origins(env, 'FANAL_PUSH_SERVICES', pushServices),
    bounceAddress: addressFrom(env, 'FANAL_BOUNCE_ADDRESS'),
    bounceSpool: env.FANAL_BOUNCE_SPOOL ? resolve(env.FANAL_BOUNCE_SPOOL) : null,
    bounceImap: address(env, 'FANAL_BOUNCE_IMAP', ['imap:', 'imaps:']),
    web: env.FANAL_WEB || null,
    basemap: basemapFrom(env),
    logLevel: oneOf(env, 'LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    resumeDays: whole(env, 'FANAL_RESUME_DAYS', 7, 1, 400),
    limits: limits(env.FANAL_LIMITS),
    trustProxy: flag(env, 'FANAL_TRUST_PROXY', false),
    clockOffsetMs: whole(env, 'FANAL_CLOCK_OFFSET', 0, -4e10, 4e10),
  };
}

function missing(name: string): never {
  throw new SettingError(`${name} is not set; \`npm start\` sets it to the embedded database.`);
}

function whole(env: Environment, name: string, otherwise: number, least: number, most: number): number {
  const value = env[name] ? Number(env[name]) : otherwise;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new SettingError(`${name} must be a whole number from ${least} to ${most}, not “${env[name]}”.`);
}

function flag(env: Environment, name: string, otherwise: boolean): boolean {
  const value = oneOf(env, name, ['0', '1'], otherwise ? '1' : '0');
  return value === '1';
}

function oneOf(env: Environment, name: string, values: readonly string[], otherwise: string): string {
  const value = env[name] || otherwise;
  if (values.includes(value)) return value;
  throw new SettingError(`${name} must be one of ${values.join(', ')}, not “${value}”.`);
}

function address(env: Environment, name: string, protocols: readonly string[]): string | null {
  const value = env[name];
  if (!value) return null;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new SettingError(`${name} must be an address that begins with ${protocols.map(each => `${each}//`).join(' or ')}`);
}

/** Of the makers of browsers. */
const pushServices = [
  'https://fcm.googleapis.com',
  'https://updates.push.services.mozilla.com',
  'https://web.push.apple.com',
  'https://*.notify.windows.com',
];

function origins(env: Environment, name: string, otherwise: readonly string[]): readonly string[] {
  const given = env[name]?.split(',').map(each => each.trim()) ?? otherwise;
  const wrong = given.find(each => !/^https?:\/\/(\*\.)?[\w.-]+(:\d+)?$/.test(each));
  if (wrong === undefined) return given;
  throw new SettingError(`${name} lists origins such as https://push.example, separated by commas, not “${wrong}”.`);
}

function roles(value: string): Settings['roles'] {
  const named = value.split(',').map(each => each.trim());
  const known = named.filter(each => each === 'hub' || each === 'worker');
  if (known.length !== named.length) throw new SettingError(`FANAL_ROLES must name hub, worker or both, not “${value}”.`);
  return new Set(known);
}

function limits(json: string | undefined): Limits {
  if (!json) return defaultLimits;
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch {
    throw new SettingError('FANAL_LIMITS is not JSON.');
  }
  for (const [name, value] of Object.entries(given ?? {}))
    if (!(name in defaultLimits) || typeof value !== 'number' || !(value > 0))
      throw new SettingError(`FANAL_LIMITS: “${name}” is not a limit, or its value is not a number above zero.`);
  return { ...defaultLimits, ...(given as Partial<Limits>) }; // each name and value was checked above
}
