import type { NextFunction, Request, Response } from 'express';
import { STATUS_CODES } from 'node:http';

const utf8 = new TextDecoder('utf-8', { fatal: true });

declare module 'express-serve-static-core' {
  interface Request {
    /** The whole body, within the limit. */
    bytes?: Buffer;
  }
}

/** Reads every body, counting: past the limit the caller is told so and the line is cut, however much more was to come. */
export function readBody(limit: number) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return cut(request, response, limit);
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else if (!response.headersSent) cut(request, response, limit);
    });
    request.once('error', () => request.destroy()); // it broke off: nobody is left to answer
    request.once('end', () => {
      if (response.headersSent) return;
      request.bytes = Buffer.concat(chunks);
      next();
    });
  };
}

function cut(request: Request, response: Response, limit: number): void {
  request.pause();
  response.setHeader('connection', 'close');
  fail(response, 413, 'PAYLOAD_TOO_LARGE', `A request has at most ${limit} bytes.`);
  response.once('finish', () => setTimeout(() => request.socket.destroy(), 100).unref()); // time for the answer to leave
}

/** Only JSON, only UTF-8: what a form of another site can send is not among them. */
export function parseJson(request: Request, response: Response, next: NextFunction): void {
  const [type = '', ...parameters] = String(request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map(part => part.trim());
  const charset = parameters
    .find(parameter => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '');
  if (type !== 'application/json' || (charset && charset !== 'utf-8') || request.headers['content-encoding'])
    return fail(response, 415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json, in UTF-8, not compressed.');
  try {
    request.body = JSON.parse(utf8.decode(request.bytes));
  } catch {
    return fail(response, 400, 'BAD_REQUEST', 'The body is not JSON.');
  }
  next();
}

/** A refusal of the door itself, in GraphQL's shape, whoever asked for what. */
export function fail(response: Response, status: number, code: string, message = STATUS_CODES[status] ?? '', more: object = {}): void {
  response.status(status).json({ errors: [{ message, extensions: { code, ...more } }] });
}
