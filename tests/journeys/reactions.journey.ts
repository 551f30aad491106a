import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Reaction, Reactions } from '#libs/platform';
import { ServiceStatusReportedEvent } from '#libs/status';
import { kitchen, pain, someServices } from '../support/region.ts';
import { TestHub, until } from '../support/test-hub.ts';

let here: TestHub, there: TestHub;
beforeAll(async () => {
  here = await TestHub.start();
  await someServices(here.db);
  there = await TestHub.start(here);
});
afterAll(() => Promise.all([here?.close(), there?.close()]));

/** What each reaction did, in a table that refuses the same twice. */
const noting = (name: string, before: () => void = () => undefined): Reaction => ({
  name,
  kinds: [ServiceStatusReportedEvent],
  async react(tx, { position }) {
    await tx.manager.query('insert into platform.rate_limit (key, points) values ($1, 1)', [`${name} ${position}`]);
    before();
  },
});
const noted = async (name: string): Promise<string[]> =>
  (await here.db.query(`select key from platform.rate_limit where key like $1 order by key collate "C"`, [`${name} %`])).map(
    ({ key }: { key: string }) => key,
  );

async function start(hub: TestHub, ...reactions: Reaction[]): Promise<void> {
  for (const reaction of reactions) hub.get(Reactions).define(reaction);
  await hub.get(Reactions).onApplicationBootstrap();
}

test('a reaction of two hubs does each thing once, in order, though it fails now and then; one that cannot is parked', async () => {
  let failures = 0;
  const sometimes = () => {
    if (failures++ % 7 === 3) throw new Error('now and then');
  };
  const never = () => {
    throw new Error('it cannot');
  };
  for (const hub of [here, there]) await start(hub, noting('note-when-reported', sometimes), noting('stumble-when-reported', never));

  const positions: string[] = [];
  const partner = await here.as('PARTNER_EDITOR', pain);
  for (let n = 0; n < 12; n++) {
    const answer = await partner.ask(
      'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { ... on ServiceStatusReported { report { position } } } }',
      { input: { serviceId: kitchen, state: n % 2 ? 'OPEN' : 'LIMITED' } },
    );
    positions.push(answer.reportServiceStatus.report.position);
  }

  const parked = async () =>
    (await here.db.query(`select tries, parked_at from platform.reaction where name = 'stumble-when-reported'`))[0];
  await until(async () => (await noted('note-when-reported')).length === positions.length, 60_000);
  expect(await noted('note-when-reported')).toEqual(positions.map(position => `note-when-reported ${position}`));
  await until(async () => (await parked()).parked_at !== null, 60_000);
  expect(await parked()).toMatchObject({ tries: 5 });
  expect(await noted('stumble-when-reported')).toEqual([]);
}, 120_000);
