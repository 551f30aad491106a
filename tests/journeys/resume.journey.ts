import { expect, test } from '@jest/globals';
import { kitchen, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

/** 2,000 in the suite, 10,000 in `npm run test:long`. */
const changes = process.env.FANAL_LONG === '1' ? 10_000 : 2_000;
const moves = 100;
const live = 'subscription ($after: Position) { serviceStatusChanged(after: $after) { position status { state } } }';
const reporting = `mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { ... on ServiceStatusReported { report { position state } } } }`;
const states = ['OPEN', 'LIMITED', 'FULL', 'SUSPENDED'];

test(`of ${changes} changes a board that moves ${moves} times between two hubs gets each once, in order`, async () => {
  const here = await TestHub.start();
  await someServices(here.db);
  const there = await TestHub.start(here);
  const hubs = [here, there];
  const reader = await Promise.all(hubs.map(hub => hub.as()));
  const start = (await reader[0]!.ask('{ position }')).position as string;

  const committed: Answer[] = [];
  const writing = (async () => {
    const writers = await Promise.all(hubs.map(hub => hub.as('PARTNER_EDITOR', pain)));
    let next = 0;
    const write = async (writer: (typeof writers)[number]) => {
      while (next < changes) {
        const state = states[next++ % states.length];
        const { reportServiceStatus } = await writer.ask(reporting, { input: { serviceId: kitchen, state } });
        committed.push(reportServiceStatus.report);
      }
    };
    await Promise.all([...writers, ...writers].map(write));
  })();

  const received: Answer[] = [];
  let after = start;
  for (let move = 0; received.length < changes; move++) {
    const patience = move < moves ? Math.ceil(Math.random() * ((2 * changes) / moves)) : Infinity;
    const watching = reader[move % 2]!.watch(live, { after });
    let taken = 0;
    for await (const { serviceStatusChanged: change } of watching) {
      received.push(change);
      after = change.position;
      if (++taken >= patience || received.length === changes) break;
    }
  }
  await writing;

  const inOrder = committed.sort((a, b) => (a.position < b.position ? -1 : 1));
  expect(received.map(({ position }) => position)).toEqual(inOrder.map(({ position }) => position));
  expect(received.map(({ status }) => status.state)).toEqual(inOrder.map(({ state }) => state));
  await Promise.all(hubs.map(hub => hub.close()));
}, 600_000);
