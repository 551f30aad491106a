import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadDemoIfEmpty } from '../../demo/index.ts';
import { someServices } from '../support/region.ts';
import { TestHub } from '../support/test-hub.ts';

let here: TestHub, there: TestHub, elsewhere: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  there = await TestHub.start(here);
  elsewhere = await TestHub.start();
});
afterAll(() => Promise.all([here?.close(), there?.close(), elsewhere?.close()]));

const appOf = (hub: TestHub) => ({ get: (part: never) => hub.get(part) }) as unknown as INestApplicationContext; // all that loading asks of it

test('of two hubs that start on an empty database one loads the demonstration, and a later start keeps it', async () => {
  const loaded = await Promise.all([here, there].map(hub => loadDemoIfEmpty(appOf(hub), { services: 21 })));
  expect(loaded.filter(each => each !== null)).toEqual([{ organizations: 18, services: 21, accounts: 10, words: 22 }]);
  await here.db.query(`update directory.service set name_fr = 'Renommé' where name_fr = 'Ligne 211'`);
  expect(await loadDemoIfEmpty(appOf(there))).toBeNull();
  expect(await here.db.query(`select 1 from directory.service where name_fr = 'Renommé'`)).toHaveLength(1);
});

test('where somebody keeps a directory of their own, nothing is loaded', async () => {
  await someServices(elsewhere.db);
  expect(await loadDemoIfEmpty(appOf(elsewhere))).toBeNull();
});
