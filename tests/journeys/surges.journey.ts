import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Role } from '#libs/identity';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

const NOON = Date.parse('2026-11-18T17:00:00Z'); // a Wednesday, at noon in the region
const explaining = `mutation ($input: ExplainSurgeInput!) { explainSurge(input: $input) { __typename ... on Refusal { code field } ... on SurgeExplained { explanation } } }`;
let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const ask = async (query: string, variables: object = {}, role: Role = 'CENTRE_SUPERVISOR', organization = bonnePage): Promise<Answer> =>
  (await hub.as(role, organization)).ask(query, variables);
const surges = async (at?: string, muted = false): Promise<Answer[]> =>
  (
    await ask(
      `query ($at: DateTime, $muted: Boolean) { surges(at: $at, muted: $muted) { id kind kindName { fr } territory { code } measure period since observed expected low high of explanation note muted } }`,
      { at, muted },
    )
  ).surges;

/** So many needs of a kind in a town on each of some days, as long ago as that, of which so many unmet. */
async function needed(kind: string, town: string, from: number, to: number, perDay: number, unmet = 0, before = NOON): Promise<void> {
  await hub.db.query(
    `with made as (
       select gen_random_uuid() as id, $1::timestamptz - make_interval(days => day, secs => n) as at, n
       from generate_series($2::int, $3::int) day cross join generate_series(1, $4::int) n
     ), contact as (
       insert into needs.contact (id, kind, line, caller_is, started_at, ended_at, language, interpreted, gender, age_group, municipality, neighbourhood, recorded_at)
       select id, 'NEED', 'PHONE_211', 'SELF', at, at, 'fr', false, 'UNKNOWN', 'UNKNOWN', 'laval', $5, at from made
     )
     insert into needs.need (id, contact_id, place, category, kind, outcome, at, vulnerable, first_time)
     select gen_random_uuid(), id, 0, 'food', $6, case when n <= $7 then 'UNMET' else 'MET' end, at, false, true from made`,
    [new Date(before), from, to, perDay, town, kind, unmet],
  );
}

test('without a past nothing is a surge', async () => {
  await needed('MASKS', 'auteuil', 0, 3, 9);
  expect(await surges(new Date(NOON).toISOString())).toEqual([]);
});

test('what rises beyond its own past is told with its figures and since when; what is as ever is not', async () => {
  await needed('FOOD_AID', 'chomedey', 4, 120, 2);
  await needed('FOOD_AID', 'chomedey', 0, 1, 14);
  await needed('TAXI', 'vimont', 0, 120, 3);
  const found = await surges(new Date(NOON).toISOString());
  const food = found.find(({ kind, territory, measure }) => kind === 'FOOD_AID' && territory.code === 'chomedey' && measure === 'TOTAL');
  expect(food).toMatchObject({
    period: 'DAY',
    kindName: { fr: 'Aide alimentaire' },
    since: '2026-11-17T05:00:00.000Z',
    observed: 14,
    explanation: null,
    muted: false,
  });
  expect(food.expected).toBeCloseTo(2, 0);
  expect(food.high).toBeLessThan(14);
  expect(found.filter(({ territory }) => territory.code === 'vimont')).toEqual([]);
  expect(found.some(({ kind, territory }) => kind === 'FOOD_AID' && territory.code === 'laval')).toBe(true);
});

test('a total stays and its mix changes: found by the share; what cannot be met any more: by the part unmet', async () => {
  await needed('MASKS', 'duvernay', 4, 120, 2);
  await needed('TAXI', 'duvernay', 4, 120, 18);
  await needed('MASKS', 'duvernay', 0, 3, 13);
  await needed('TAXI', 'duvernay', 0, 3, 7);
  await needed('HOUSING', 'fabreville', 4, 120, 10, 1);
  await needed('HOUSING', 'fabreville', 0, 3, 10, 9);
  const found = (await surges(new Date(NOON).toISOString())).map(({ kind, territory, measure }) => `${kind} ${territory.code} ${measure}`);
  expect(found).toContain('MASKS duvernay SHARE');
  expect(found).not.toContain('ALL duvernay TOTAL');
  expect(found).toContain('HOUSING fabreville UNMET_SHARE');
  expect(found).not.toContain('HOUSING fabreville TOTAL');
});

test('imported months: October to December 2019 are found in the public series, and no other', async () => {
  const series = [
    3792, 4363, 4061, 4387, 3913, 4872, 5273, 4286, 4217, 4774, 5445, 4408, 4177, 4375, 4677, 4572, 4102, 3935, 7740, 11029, 7728, 5077,
    4681, 4137, 4434, 4765, 4477, 4910, 5408, 5978, 4974, 4751, 5267, 4485,
  ];
  await hub.db.query(
    `insert into needs.past_total (month, territory, n) select date '2018-04-01' + make_interval(months => (n - 1)::int), 'laval', count
     from unnest($1::int[]) with ordinality asked (count, n)`,
    [series],
  );
  const found: string[] = [];
  for (let n = 0; n < series.length; n++) {
    const month = new Date(Date.UTC(2018, 3 + n, 15));
    const [surge] = await surges(month.toISOString());
    if (surge) found.push(month.toISOString().slice(0, 7));
    if (surge) expect(surge).toMatchObject({ kind: 'ALL', period: 'MONTH', measure: 'TOTAL', observed: series[n] });
  }
  expect(found).toEqual(['2019-10', '2019-11', '2019-12']);
});

test('it is explained, and muted as long as it goes on; what is not found is not', async () => {
  await needed('OTHER', 'sainte-rose', 4, 120, 1, 0, Date.now());
  await needed('OTHER', 'sainte-rose', 0, 0, 30, 0, Date.now());
  const one = (found: Answer[]) =>
    found.find(
      ({ kind, territory, measure, period }) =>
        kind === 'OTHER' && territory.code === 'sainte-rose' && measure === 'TOTAL' && period === 'DAY',
    );
  const surge = one(await surges());
  expect(surge).toMatchObject({ observed: 30, explanation: null });
  const explain = async (input: object) => (await ask(explaining, { input: { surgeId: surge.id, ...input } }, 'RESEARCHER')).explainSurge;
  expect(await explain({ explanation: 'EVENT', note: 'Panne de courant' })).toMatchObject({ explanation: 'EVENT' });
  expect(one(await surges())).toMatchObject({ explanation: 'EVENT', note: 'Panne de courant', muted: false });
  await explain({ explanation: 'SEASON', mute: true });
  expect(one(await surges())).toBeUndefined();
  expect(one(await surges(undefined, true))).toMatchObject({ explanation: 'SEASON', muted: true });
  expect(await explain({ explanation: 'SEASON', note: 'x'.repeat(1_001) })).toMatchObject({ code: 'NEED_TEXT_TOO_LONG', field: 'note' });
});

test('for those who may: a partner reads none', async () => {
  expect(await ask('{ surges { kind } }', {}, 'PARTNER_EDITOR', pain)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask(explaining, { input: { surgeId: 'x', explanation: 'EVENT' } }, 'COUNSELLOR')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await ask(explaining, { input: { surgeId: 'x', explanation: 'EVENT' } })).toMatchObject({
    explainSurge: { code: 'SURGE_NOT_FOUND' },
  });
});
