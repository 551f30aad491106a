import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Act, Answer, Failed } from './act.ts';
import { type Ground, Outbox } from './outbox.ts';

const done: Answer = { __typename: 'Done' };

/** A phone's disk, a hub and a person; pages come and go on it. */
function phone() {
  const disk = new Map<string, Act>();
  const hub = { received: [] as Act[], says: (): Answer | 'no line' | 'sign in' | Failed => done };
  const shown = new Set<string>();
  const she = { account: 'she@demo.fanal.test' as string | null, line: true, at: 0, knows: true, ahead: 0 };
  let turn = Promise.resolve();
  const page = (kept?: Ground['kept']) =>
    new Outbox({
      kept: kept ?? {
        all: async () => [...disk.values()].sort((one, other) => (one.key < other.key ? -1 : 1)),
        put: async act => (disk.set(act.key, act), true),
        delete: async key => void disk.delete(key),
      },
      ask: async act => {
        hub.received.push(act);
        return hub.says();
      },
      show: act => void shown.add(act.key),
      hide: act => void shown.delete(act.key),
      alone: work => (turn = turn.then(work)),
      tell: () => undefined,
      account: () => she.account,
      now: () => she.at + (she.knows ? she.ahead : 0),
      knowsTime: () => she.knows,
      deviceNow: () => she.at,
      mayReach: () => she.line,
    });
  return { disk, hub, shown, she, page };
}

let on: ReturnType<typeof phone>;
beforeEach(() => void (on = phone()));

const settled = (outbox: Outbox) => outbox.send();

describe('what a person does', () => {
  test('on a phone whose clock is three days ahead, before it has heard the hub, is of when it was done', async () => {
    const days = 86_400_000;
    const outbox = on.page();
    Object.assign(on.she, { at: Date.UTC(2026, 2, 12, 9), knows: false });
    await outbox.put('report', { serviceId: 's1' });
    await settled(outbox);
    expect(on.hub.received).toEqual([]); // not before it knows what time it is
    on.hub.says = () => 'no line';
    Object.assign(on.she, { at: Date.UTC(2026, 2, 12, 11), knows: true, ahead: -3 * days });
    await settled(outbox);
    on.she.at = Date.UTC(2026, 2, 12, 13);
    on.hub.says = () => done;
    await settled(outbox);
    expect(on.hub.received.map(({ actedAt }) => actedAt)).toEqual(['2026-03-09T09:00:00.000Z', '2026-03-09T09:00:00.000Z']);
  });

  test('where the device keeps nothing is sent all the same, and said to be lost with the page', async () => {
    on.she.line = false;
    const memory = new Map<string, Act>();
    const outbox = on.page({
      all: async () => [...memory.values()],
      put: async act => (memory.set(act.key, act), false),
      delete: async key => void memory.delete(key),
    });
    await outbox.put('report', { serviceId: 's1' });
    expect(outbox.now()).toMatchObject([{ fleeting: true }]);
    on.she.line = true;
    await settled(outbox);
    expect(on.hub.received).toHaveLength(1);
    expect(outbox.now()).toEqual([]);
  });

  test('is sent once, with the instant of the tap', async () => {
    on.she.at = Date.UTC(2026, 2, 9, 18, 32);
    const outbox = on.page();
    await outbox.put('report', { serviceId: 's1' });
    await settled(outbox);
    expect(on.hub.received.map(({ input, actedAt }) => [input, actedAt])).toEqual([[{ serviceId: 's1' }, '2026-03-09T18:32:00.000Z']]);
    expect([outbox.now(), on.disk.size, on.shown.size]).toEqual([[], 0, 0]);
    expect(outbox.answered()).toHaveLength(1);
  });

  test('survives the closing of the page, and keeps its order', async () => {
    on.she.line = false;
    const before = on.page();
    await before.put('report', { n: 1 });
    await before.put('report', { n: 2 });
    await before.put('confirmation', { n: 3 });
    await settled(before);
    expect(on.hub.received).toEqual([]);

    on.she.line = true;
    const after = on.page();
    await after.reload();
    expect(after.now()).toHaveLength(3);
    await settled(after);
    expect(on.hub.received.map(({ input }) => input.n)).toEqual([1, 2, 3]);
  });

  test('is sent again under the same key when the answer was lost', async () => {
    const outbox = on.page();
    on.hub.says = () => 'no line';
    await outbox.put('report', {});
    await settled(outbox);
    on.hub.says = () => done;
    await settled(outbox);
    expect(on.hub.received.length).toBeGreaterThan(1);
    expect(new Set(on.hub.received.map(({ key }) => key)).size).toBe(1);
    expect(on.disk.size).toBe(0);
  });

  test('waits for its turn: what follows never passes it', async () => {
    const outbox = on.page();
    on.hub.says = () => 'no line';
    await outbox.put('report', { n: 1 });
    await outbox.put('report', { n: 2 });
    await settled(outbox);
    expect(new Set(on.hub.received.map(({ input }) => input.n))).toEqual(new Set([1]));
  });

  test('can be taken back while it was never tried, not after', async () => {
    on.she.line = false;
    const outbox = on.page();
    await outbox.put('report', { n: 1 });
    await outbox.put('report', { n: 2 });
    await outbox.forget(outbox.now()[1]!);
    expect(on.disk.size).toBe(1);
    on.she.line = true;
    on.hub.says = () => 'no line';
    await settled(outbox);
    await outbox.forget(outbox.now()[0]!);
    expect(on.disk.size).toBe(1);
  });

  test('when refused is kept with its reason, and lets the next one pass', async () => {
    const outbox = on.page();
    const answers: Answer[] = [{ __typename: 'InvalidTime', code: 'GOOD_UNTIL_PAST', message: 'Déjà passée.', field: 'goodUntil' }];
    on.hub.says = () => answers.shift() ?? done;
    on.she.line = false;
    await outbox.put('report', { n: 1 });
    await outbox.put('report', { n: 2 });
    on.she.line = true;
    await settled(outbox);
    expect(outbox.now()).toMatchObject([{ input: { n: 1 }, refusal: { field: 'goodUntil' } }]);
    expect(on.shown.size).toBe(0);

    await outbox.put('report', { n: 3 }, outbox.now()[0]);
    expect([...on.disk.values()].some(({ input }) => input.n === 1)).toBe(false);
  });

  test('waits when nobody is signed in, and is sent by the same account only', async () => {
    const outbox = on.page();
    on.hub.says = () => 'sign in';
    await outbox.put('report', {});
    await settled(outbox);
    expect(outbox.now()).toHaveLength(1);

    on.hub.says = () => done;
    on.she.account = 'another@demo.fanal.test';
    const received = on.hub.received.length;
    const others = on.page();
    await others.reload();
    await settled(others);
    expect([others.now(), on.hub.received.length]).toEqual([[], received]);

    on.she.account = 'she@demo.fanal.test';
    await settled(on.page());
    expect(on.disk.size).toBe(0);
  });

  test('nobody signed in does nothing', async () => {
    on.she.account = null;
    await on.page().put('report', {});
    expect(on.disk.size).toBe(0);
  });
});

describe('when the hub fails', () => {
  const failed: Failed = { failed: { code: 'INTERNAL', message: 'Trace 1a2b' } };
  async function failing() {
    const outbox = on.page();
    on.hub.says = () => failed;
    await outbox.put('report', { n: 1 });
    for (let tries = 0; tries < 12; tries++) {
      on.she.at += 60_000;
      await settled(outbox);
    }
    return outbox;
  }

  test('an act is tried again with growing pauses, under the same key, then shown as what it is', async () => {
    const outbox = on.page();
    on.hub.says = () => failed;
    await outbox.put('report', { n: 1 });
    const tried: number[] = [];
    for (on.she.at = 0; on.she.at < 300_000; on.she.at += 1_000) {
      const before = on.hub.received.length;
      await settled(outbox);
      if (on.hub.received.length > before) tried.push(on.she.at);
    }
    expect(on.hub.received).toHaveLength(4);
    const pauses = [0, ...tried].map((at, each, all) => at - (all[each - 1] ?? 0)).slice(1);
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(new Set(on.hub.received.map(({ key }) => key)).size).toBe(1);
    expect(outbox.now()).toMatchObject([{ refusal: { code: 'INTERNAL', message: 'Trace 1a2b', unsure: true } }]);
    expect(on.disk.size).toBe(1);
  });

  test('asked for once more, it goes under the same key', async () => {
    const outbox = await failing();
    on.hub.says = () => done;
    await outbox.again(outbox.now()[0]!);
    await settled(outbox);
    expect([new Set(on.hub.received.map(({ key }) => key)).size, on.disk.size, outbox.now().length]).toEqual([1, 0, 0]);
  });

  test('saying the same instead is the same act: it may have been taken', async () => {
    const outbox = await failing();
    on.hub.says = () => done;
    await outbox.put('report', { n: 1 }, outbox.now()[0]);
    await settled(outbox);
    expect([new Set(on.hub.received.map(({ key }) => key)).size, on.disk.size]).toEqual([1, 0]);
  });

  test('saying something else instead is another act', async () => {
    const outbox = await failing();
    on.hub.says = () => done;
    await outbox.put('report', { n: 2 }, outbox.now()[0]);
    await settled(outbox);
    expect(on.hub.received.at(-1)).toMatchObject({ input: { n: 2 } });
    expect([new Set(on.hub.received.map(({ key }) => key)).size, on.disk.size]).toEqual([2, 0]);
  });

  test('what follows waits while it is tried, and passes once it is shown as failed', async () => {
    const outbox = on.page();
    on.hub.says = () => (on.hub.received.at(-1)!.input.n === 1 ? failed : done);
    await outbox.put('report', { n: 1 });
    await outbox.put('report', { n: 2 });
    await settled(outbox);
    expect(outbox.now()).toHaveLength(2);
    for (let tries = 0; tries < 12; tries++) {
      on.she.at += 60_000;
      await settled(outbox);
    }
    expect(outbox.now()).toMatchObject([{ input: { n: 1 } }]);
  });
});
