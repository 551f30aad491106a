import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let folder: string;
const script = `export const words = ${JSON.stringify('mot '.repeat(2_000))};`;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fanal-web-'));
  const web = join(folder, 'web');
  mkdirSync(join(web, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Fanal</title>');
  writeFileSync(join(web, 'sw.js'), '// worker');
  writeFileSync(join(web, '.env'), 'secret');
  writeFileSync(join(web, 'assets/index-BxY12abc.js'), script);
  writeFileSync(join(web, 'assets/index-BxY12abc.js.map'), '{}');
  hub = await TestHub.start(undefined, { FANAL_WEB: web });
});
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${hub.url}${path}`, { headers });
const page = { accept: 'text/html,*/*' };

test('an address of the app is the app, whatever the app calls it', async () => {
  for (const path of ['/', '/services', '/services/abc?x=1']) {
    const response = await get(path, page);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    expect(await response.text()).toContain('<title>Fanal</title>');
  }
});

test('what nobody has is not there: no page in the place of a script, an image, or an answer', async () => {
  for (const [path, headers] of [
    ['/assets/gone-12345678.js', page],
    ['/logo.png', page],
    ['/services', { accept: 'application/json' }],
  ] as const)
    expect((await get(path, headers)).status).toBe(404);
  expect((await fetch(`${hub.url}/services`, { method: 'POST', headers: page })).status).toBe(404);
});

test('a named version is kept for ever, the rest is asked for again', async () => {
  const asset = await get('/assets/index-BxY12abc.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  const worker = await get('/sw.js');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const again = await get('/sw.js', { 'if-none-match': worker.headers.get('etag')! });
  expect(again.status).toBe(304);
});

test.each(['br', 'gzip'])('text travels small: %s', async encoding => {
  const response = await get('/assets/index-BxY12abc.js', { 'accept-encoding': encoding });
  expect(response.headers.get('content-encoding')).toBe(encoding);
  expect(Number(response.headers.get('content-length'))).toBeLessThan(500);
  expect(await response.text()).toBe(script);
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/.env',
  '/assets/index-BxY12abc.js.map',
  '//etc/passwd',
  '/\\..\\secret.txt',
  '/%00',
  '/%E0%A4%A',
])('no path leads out: %s', async path => {
  const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d/);
  expect(answer).not.toContain('secret\r');
});

test.each([
  ['a header without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
  ['two lengths', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
  ['no HTTP', '\x16\x03\x01\x02\x00\r\n\r\n', 400],
])('what is no honest request is refused: %s', async (_, text, status) => {
  expect(await raw(text)).toMatch(new RegExp(`^HTTP/1.1 ${status}`));
});

/** Byte for byte: fetch would tidy it up. */
function raw(text: string): Promise<string> {
  return new Promise(done => {
    const socket = connect(Number(new URL(hub.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', data => (answer += String(data)));
    socket.once('error', () => done(answer));
    socket.once('close', () => done(answer));
  });
}
