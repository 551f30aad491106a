import { SettingError } from './setting-error.ts';

const address = /^[^\s<>@",;:]+@[^\s<>@",;:]+$/;

/** The address in `Name <address>`, or alone. */
export const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim();

/** Who our mail is from: one address, with or without a name. */
export function mailFrom(name: string, value: string | undefined, otherwise: string): string {
  const from = value || otherwise;
  if (address.test(addressIn(from)) && !/[\r\n]/.test(from)) return from;
  throw new SettingError(`${name} must be one address, as in “Fanal <fanal@example.org>”, not “${value}”.`);
}
