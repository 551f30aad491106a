import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { wrongOf } from '../support/looks.ts';
import { desk, phone } from '../support/person.ts';
import { bonnePage } from '../support/region.ts';
import { Stage } from '../support/stage.ts';

const MANY = 1_000;
/** Until it can be used, in milliseconds: about a second on a laptop, more where others work beside. */
const SOON = 15_000;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
  await stage.has('Supervision', 'CENTRE_SUPERVISOR', bonnePage);
  await stage.hub.db.query(
    `with town as (select code, row_number() over (order by code) as at from directory.territory where kind = 'NEIGHBOURHOOD')
     insert into needs.gap (id, kind, territory, state, opened_at, last_at, state_at)
       select uuidv7(), 'KIND_' || n / 14, town.code, 'OPEN', now() - interval '9 days', now(), now()
       from generate_series(0, $1::int - 1) n join town on town.at = n % 14 + 1`,
    [MANY],
  );
  await stage.hub.db.query(
    `insert into needs.contact (id, kind, line, caller_is, started_at, ended_at, language, interpreted, gender, age_group, recorded_at)
       select uuidv7(), 'NEED', 'PHONE_211', 'SELF', now() - n * interval '1 hour', now() - n * interval '1 hour', 'fr', false, 'UNKNOWN', 'AGE_75_PLUS', now()
       from generate_series(1, 50) n`,
  );
  await stage.hub.db.query(
    `insert into needs.need (id, contact_id, place, category, kind, outcome, unmet_reason, gap_id, at, vulnerable, first_time)
       select uuidv7(), contact.id, row_number() over (partition by contact.id), 'food', gap.kind, 'UNMET', 'FULL', gap.id, contact.ended_at, true, true
       from needs.gap join needs.contact on abs(hashtext(gap.id::text || contact.id::text)) % 10 = 0`,
  );
  await stage.hub.db.query(
    `update needs.gap set state = case when n <= 500 then 'OPEN' when n <= 800 then 'ACKNOWLEDGED' else 'CLOSED' end, closed_at = case when n > 800 then now() end
     from (select id, row_number() over (order by id) as n from needs.gap) numbered where numbered.id = gap.id`,
  );
}, 120_000);
afterEach(async () => expect(await stage.clear()).toEqual([]));
afterAll(() => stage?.strike());

test.each([
  ['as a list on a phone', phone, '/besoins?state=open', 30, '500 besoins'],
  ['in columns on a desk', desk, '/besoins?view=columns', 90, /1\s?000 besoins/],
] as const)('a thousand needs %s: a page of each column, more when asked for, none twice', async (_, viewport, path, first, count) => {
  const she = await stage.signedIn('Supervision', { viewport });
  const { page } = she;
  await she.opens(path);
  await page.locator('[data-row]').first().waitFor();
  expect(await page.evaluate(() => (globalThis as any).performance.now())).toBeLessThan(SOON);
  await page.getByText(count).first().waitFor();
  expect(await page.locator('[data-row]').count()).toBe(first);
  await page.getByRole('button', { name: '470 autres' }).click();
  await page.getByRole('button', { name: '420 autres' }).waitFor();
  const hrefs = await page.locator('[data-row]').evaluateAll(rows => rows.map(row => row.getAttribute('href')));
  expect(hrefs).toHaveLength(first + 50);
  expect(new Set(hrefs).size).toBe(first + 50);
  expect(await wrongOf(she)).toEqual([]);
});
