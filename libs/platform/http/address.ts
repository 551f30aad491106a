import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** What a caller is counted by: the address, or the /64 that one subscriber of IPv6 has to themselves. */
export function callerAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined; // the last is the proxy's own word
  return counted(forwarded || request.socket.remoteAddress || 'unknown');
}

export function counted(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain) || plain === '::1') return plain;
  const [head = '', tail] = plain.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return `${[...left, ...zeros, ...right]
    .slice(0, 4)
    .map(group => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

export const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
