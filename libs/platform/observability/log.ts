import pino, { type DestinationStream, type Logger } from 'pino';

export type Log = Logger;
export const LOG = Symbol('log');

/** What no line may hold, wherever in it: addresses of people, and what opens doors. */
const secrets: readonly (readonly [RegExp, string])[] = [
  [/\b(postgres(?:ql)?|smtps?):\/\/[^\s@"]*@/gi, '$1://[secret]@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[email]'],
  [/\b(bearer)\s+[\w.~+/=-]+/gi, '$1 [secret]'],
  [/\b((?:__Host-)?sid)=[^;"\s]+/g, '$1=[secret]'],
  [/\b[A-Za-z0-9_-]{43}\b/g, '[secret]'], // 256 bits in base64url: a session's or a token's
];

export const redacted = (line: string): string => secrets.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);

/** One JSON object a line. A full disk or a closed pipe costs the line, never the hub. */
export function openLog(level: string, to: DestinationStream = toErrors()): Log {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.authorization', '*.cookie', '*.token', '*.secret', '*.email', 'authorization', 'cookie', 'token', 'secret', 'email'],
      hooks: { streamWrite: redacted },
    },
    to,
  );
}

function toErrors(): DestinationStream {
  const stream = pino.destination({ dest: 2, sync: false });
  stream.on('error', () => undefined);
  return stream;
}
