import { describe, expect, test } from '@jest/globals';
import { basemapFrom } from './basemap.ts';

describe('FANAL_BASEMAP', () => {
  test('is none unless set', () => expect(basemapFrom({})).toBeNull());
  test.each(['https://maps.example/style.json', 'https://maps.example/{z}/{x}/{y}.png', 'http://127.0.0.1:8080/{z}/{x}/{y}@2x.webp?key=a'])(
    '%s is asked of its own origin only',
    address =>
      expect(basemapFrom({ FANAL_BASEMAP: address, FANAL_BASEMAP_CREDIT: '© A' })).toEqual({
        address,
        credit: '© A',
        origin: new URL(address).origin,
      }),
  );
  test.each([
    'maps',
    'ftp://maps.example/style.json',
    'https://a:b@maps.example/style.json',
    'https://:b@maps.example/style.json',
    'https://*.example/style.json',
    'https://maps.example;script-src/style.json',
    'https://maps.example/{z}/{x}.png',
    'https://maps.example/laval.pmtiles',
    'https://maps.example/{z}/{x}/{y}.pbf',
  ])('%s stops the start, in one line', address => expect(() => basemapFrom({ FANAL_BASEMAP: address })).toThrow(/^FANAL_BASEMAP [^\n]+$/));
  test('of http is not for a hub of https', () => {
    const env = { FANAL_BASEMAP: 'http://maps.example/style.json' };
    expect(basemapFrom(env)).toMatchObject({ origin: 'http://maps.example' });
    expect(() => basemapFrom({ ...env, FANAL_PUBLIC_URL: 'https://fanal.example' })).toThrow(/is http/);
  });
});
