import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { gapsOn } from '../support/gaps.ts';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

const hubs = {} as { hub: TestHub; sibling: TestHub }; // before any of it is used
const { ask, somewhere, flag, act, read } = gapsOn(hubs);
beforeAll(async () => {
  hubs.hub = await TestHub.start();
  hubs.sibling = await TestHub.start(hubs.hub);
  await someServices(hubs.hub.db);
});
afterAll(async () => {
  await hubs.sibling?.close();
  await hubs.hub?.close();
});

test('thirty counsellors who flag the same need in the same second, on two hubs: one gap, thirty requests', async () => {
  const where = somewhere();
  const gaps = await Promise.all(Array.from({ length: 30 }, (_, n) => flag(where, {}, {}, n % 2 ? hubs.hub : hubs.sibling)));
  expect(new Set(gaps.map(({ id }) => id)).size).toBe(1);
  expect(
    gaps
      .map(({ count }) => count)
      .toSorted((a: number, b: number) => a - b)
      .at(-1),
  ).toBe(30);
  expect(await read(gaps[0].id, 'count households flaggedBy state')).toEqual({ count: 30, households: 30, flaggedBy: 1, state: 'OPEN' });
});

test('an organization commits to a part, delivers, releases with a reason; what nobody holds comes first', async () => {
  const where = somewhere();
  const { id } = await flag(where);
  const held = await act(
    'commitToGap',
    { gapId: id, organizationId: pain, quantity: 20, unit: 'baskets', until: '2099-12-31' },
    'PARTNER_EDITOR',
    pain,
  );
  expect(held.gap).toMatchObject({
    weight: { uncommitted: false },
    commitments: [{ organization: { id: pain }, quantity: 20, unit: 'basket', per: 'ONCE' }],
  });
  const [{ id: commitmentId }] = held.gap.commitments;
  const deliver = (quantity: number) => act('deliverCommitment', { commitmentId, quantity }, 'PARTNER_EDITOR', pain);
  expect((await deliver(12)).gap.commitments[0].delivered).toBe(12);
  expect(await deliver(9)).toMatchObject({ code: 'COMMITMENT_DELIVERED_TOO_MUCH', message: expect.stringContaining('8') });
  expect(await act('releaseCommitment', { commitmentId, reason: ' ' }, 'PARTNER_EDITOR', pain)).toMatchObject({
    code: 'GAP_TEXT_MISSING',
    field: 'reason',
  });
  const released = await act('releaseCommitment', { commitmentId, reason: 'Le camion est en panne' }, 'PARTNER_EDITOR', pain);
  expect(released.gap).toMatchObject({ weight: { uncommitted: true }, commitments: [{ releasedAt: expect.any(String) }] });
  expect(await deliver(1)).toMatchObject({ code: 'COMMITMENT_IS_OVER' });
});

test('no organization holds more than the limit, however many commit at once, on two hubs', async () => {
  await ask('mutation ($input: SetCommitmentLimitInput!) { setCommitmentLimit(input: $input) { __typename } }', {
    input: { unit: 'NIGHT', most: 30 },
  });
  const gaps = await Promise.all([flag(somewhere()), flag(somewhere())]);
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      act(
        'commitToGap',
        { gapId: gaps[n % 2].id, organizationId: pain, quantity: 5, unit: 'NIGHT' },
        'PARTNER_EDITOR',
        pain,
        n % 3 ? hubs.hub : hubs.sibling,
      ),
    ),
  );
  expect(answers.filter(({ __typename }) => __typename === 'GapChanged').length).toBe(6);
  expect(answers.find(({ __typename }) => __typename !== 'GapChanged')).toMatchObject({ code: 'COMMITMENT_OVER_LIMIT', field: 'quantity' });
  const [{ n }] = await hubs.hub.db.query(
    `select sum(quantity)::int as n from needs.commitment where organization_id = $1 and unit = 'NIGHT'`,
    [pain],
  );
  expect(n).toBe(30);
});

test('whatever happens at once on two hubs, a gap counts what stands in it, and each kind and place has one open', async () => {
  const where = { kind: 'ISOLATION_SUPPORT' };
  const places = ['auteuil', 'vimont', undefined];
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('flag'), place: fc.nat(2), again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('close'), place: fc.nat(2), again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('merge'), place: fc.nat(1), again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('split'), place: fc.nat(1), again: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('reopen'), place: fc.nat(2), again: fc.boolean() }) },
  );
  const gapAt = async (place: number, states = 'not null'): Promise<string> => {
    const [row] = await hubs.hub.db.query(
      `select id from needs.gap where kind = $1 and territory = $2 and (state = 'CLOSED') is ${states} order by opened_at desc limit 1`,
      [where.kind, places[place] ?? 'laval'],
    );
    return row?.id ?? '00000000-0000-7000-8000-999999999999';
  };
  const does = async ({ what, place, again }: { what: string; place: number; again: boolean }, at: TestHub): Promise<unknown> => {
    if (what === 'flag') return flag({ ...where, neighbourhood: places[place] }, { calledBefore: again }, {}, at);
    if (what === 'close') return act('closeGap', { gapId: await gapAt(place, 'false') }, 'CENTRE_SUPERVISOR', bonnePage, at);
    if (what === 'reopen') return act('reopenGap', { gapId: await gapAt(place) }, 'CENTRE_SUPERVISOR', bonnePage, at);
    if (what === 'merge')
      return act(
        'mergeGaps',
        { gapId: await gapAt(place, 'false'), intoGapId: await gapAt(2, 'false') },
        'CENTRE_SUPERVISOR',
        bonnePage,
        at,
      );
    return act('splitGap', { gapId: await gapAt(2, 'false'), territory: places[place] }, 'CENTRE_SUPERVISOR', bonnePage, at);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async steps => {
      const answers = await Promise.all(steps.map((each, n) => does(each, n % 2 ? hubs.hub : hubs.sibling)));
      for (const answer of answers as Answer[]) expect(answer.code).not.toBe('INTERNAL_SERVER_ERROR');
      const wrong = await hubs.hub.db.query(
        `select gap.id from needs.gap left join needs.need on need.gap_id = gap.id group by gap.id
         having gap.count <> count(need.id) or gap.households <> count(need.id) filter (where need.first_time)`,
      );
      expect(wrong).toEqual([]);
      const twice = await hubs.hub.db.query(
        `select kind, territory from needs.gap where state <> 'CLOSED' group by crisis_id, kind, territory having count(*) > 1`,
      );
      expect(twice).toEqual([]);
      const [{ lost }] = await hubs.hub.db.query(
        `select count(*)::int as lost from needs.need where outcome = 'UNMET' and unmet_reason is distinct from 'REFUSED_BY_CALLER' and gap_id is null`,
      );
      expect(lost).toBe(0);
    }),
    { numRuns: process.env.FANAL_LONG ? 60 : 8 },
  );
});
