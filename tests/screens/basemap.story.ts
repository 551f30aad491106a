import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/chromium.ts';
import { desk, Person } from '../support/person.ts';
import { someServices } from '../support/region.ts';
import { TestHub } from '../support/test-hub.ts';

/** One grey pixel. */
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==', 'base64');

let browser: Browser, tiles: Server, origin: string, first: TestHub;
const asked: string[] = [];
let answers = true;

beforeAll(async () => {
  tiles = createServer((request, response) => {
    asked.push(request.url!);
    response.setHeader('access-control-allow-origin', '*');
    if (!answers) return void response.writeHead(404).end();
    if (request.url === '/style.json') {
      response.setHeader('content-type', 'application/json');
      const source = { type: 'raster', tiles: [`${origin}/{z}/{x}/{y}.png`], tileSize: 256, attribution: '<a href="#">© Les cartes</a>' };
      const style = { version: 8, sources: { ground: source }, layers: [{ id: 'ground', type: 'raster', source: 'ground' }] };
      return void response.end(JSON.stringify(style));
    }
    response.setHeader('content-type', 'image/png');
    response.end(PIXEL);
  });
  await new Promise<void>(ready => tiles.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(tiles.address() as AddressInfo).port}`;
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await first?.close();
  tiles?.closeAllConnections();
  tiles?.close();
});

async function sees(env: Record<string, string>): Promise<{ she: Person; policy: string; leave: () => Promise<void> }> {
  const hub = await TestHub.start(first, { FANAL_WEB: process.env.FANAL_WEB!, ...env });
  if (!first) {
    first = hub;
    await someServices(hub.db);
  }
  const she = await Person.at(browser, hub.url, { viewport: desk });
  await she.opens('/');
  const policy = (await fetch(hub.url, { method: 'HEAD' })).headers.get('content-security-policy')!;
  const leave = async () => {
    await she.leaves();
    if (hub !== first) await hub.close();
  };
  return { she, policy, leave };
}

test('unless it is set, nothing is asked of anybody else, and the map says that it is schematic', async () => {
  const { she, policy, leave } = await sees({});
  await she.page.getByText('Carte schématique, approximative').waitFor();
  expect(policy).not.toMatch(/https?:/);
  await leave();
});

test('tiles by their pattern are the ground, their makers are named, and that origin alone may be asked', async () => {
  const { she, policy, leave } = await sees({ FANAL_BASEMAP: `${origin}/{z}/{x}/{y}.png`, FANAL_BASEMAP_CREDIT: '© Les tuiles' });
  await she.page.getByText('© Les tuiles').waitFor();
  await she.page.getByRole('button', { name: /Chomedey/ }).waitFor();
  expect(asked.filter(url => /^\/\d+\/\d+\/\d+\.png$/.test(url)).length).toBeGreaterThan(0);
  expect(policy.match(/https?:[^ ;]*/g)).toEqual([origin, origin]);
  expect(she.complaints).toEqual([]);
  await leave();
});

test('a style brings its own words of who made it', async () => {
  const { she, leave } = await sees({ FANAL_BASEMAP: `${origin}/style.json` });
  await she.page.getByText('© Les cartes').waitFor();
  expect(await she.faults()).toEqual([]);
  await leave();
});

test.each(['/{z}/{x}/{y}.png', '/style.json'])('%s that does not answer: the schematic map is shown, and said', async path => {
  answers = false;
  const { she, leave } = await sees({ FANAL_BASEMAP: origin + path });
  await she.page.getByText('La carte de fond ne répond pas. Carte schématique, approximative').waitFor();
  await she.page.getByRole('button', { name: /Chomedey/ }).waitFor();
  await leave();
  answers = true;
});
