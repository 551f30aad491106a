import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.pbf': 'application/x-protobuf',
};
const compressible = /^(text|application\/(json|manifest|geo)|image\/svg)/;
const YEAR = 31_536_000;
const RELIST = 1_000;

type Encoding = 'br' | 'gzip' | 'identity';

/** The web app's files, looked up in a list of what lies in the folder: there is no path to wander. */
export class WebFiles {
  private paths: ReadonlyMap<string, string> = new Map();
  private listedAt = -Infinity;
  private readonly kept = new Map<string, { bytes: Buffer; etag: string; from: number }>();

  constructor(private readonly folder: string | null) {}

  /** A file of that name, or on to whoever else may know it. */
  readonly serve = (request: Request, response: Response, next: NextFunction): void => {
    const file = reads(request) && this.find(request.path === '/' ? '/index.html' : request.path);
    if (!file) return next();
    this.send(request, response, file);
  };

  /** What nobody knows: to a person who came by an address of the app, the app; to anything else, no. */
  readonly fallback = (request: Request, response: Response): void => {
    const index = this.find('/index.html');
    const page = reads(request) && !extname(request.path) && String(request.headers.accept ?? '').includes('text/html');
    if (page && index) return this.send(request, response, index);
    response.status(this.folder === null && request.path === '/' ? 200 : 404).type('text/plain');
    response.send(
      this.folder === null && request.path === '/' ? 'Fanal. The API is at /graphql; the screens are not built here.\n' : 'Not found.\n',
    );
  };

  /** What is missing may just have been built: the list is made anew, once a second at most. */
  private find(path: string): string | undefined {
    const { folder } = this;
    const file = this.paths.get(path);
    if ((file && existsSync(file)) || folder === null || performance.now() - this.listedAt < RELIST) return file;
    this.listedAt = performance.now();
    this.paths = new Map(existsSync(folder) ? filesOf(folder).map(each => [`/${relative(folder, each).split(sep).join('/')}`, each]) : []);
    return this.paths.get(path);
  }

  private send(request: Request, response: Response, file: string): void {
    const type = types[extname(file)] ?? 'application/octet-stream';
    const encoding = compressible.test(type) ? chosen(String(request.headers['accept-encoding'] ?? '')) : 'identity';
    const { bytes, etag } = this.content(file, encoding);
    const lasting = /[-.][A-Za-z0-9_-]{8,}\.\w+$/.test(file) && file.includes(`${sep}assets${sep}`);
    response.setHeader('content-type', type);
    response.setHeader('cache-control', lasting ? `public, max-age=${YEAR}, immutable` : 'no-cache');
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) return void response.status(304).end();
    if (encoding !== 'identity' && bytes.length > 0) response.setHeader('content-encoding', encoding);
    response.setHeader('content-length', bytes.length);
    response.end(request.method === 'HEAD' ? undefined : bytes);
  }

  /** Compressed once; read anew when the file has changed under a watching builder. */
  private content(file: string, encoding: Encoding): { bytes: Buffer; etag: string } {
    const from = statSync(file).mtimeMs;
    const key = `${encoding} ${file}`;
    const known = this.kept.get(key);
    if (known?.from === from) return known;
    const bytes = compressed(file, encoding);
    const content = { bytes, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`, from };
    this.kept.set(key, content);
    return content;
  }
}

const reads = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD';

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    if (entry.name.startsWith('.') || /\.(br|gz|map)$/.test(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : entry.isFile() ? [path] : [];
  });
}

function chosen(accepted: string): Encoding {
  const takes = (name: string) => new RegExp(`\\b${name}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : 'identity';
}

function compressed(file: string, encoding: Encoding): Buffer {
  const made = encoding === 'br' ? `${file}.br` : `${file}.gz`;
  if (encoding !== 'identity' && existsSync(made)) return readFileSync(made);
  const bytes = readFileSync(file);
  if (encoding === 'identity') return bytes;
  if (encoding === 'gzip') return gzipSync(bytes, { level: 9 });
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}
