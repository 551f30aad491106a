import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { answering, type Asked, relayedLibrary, request, stands } from '../support/requests.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let anybody: TestClient;
let asked: Asked;
const [soup, bread] = [newId(), newId()];
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr, languages) values ($1, 'soup', $2, 'Soupe populaire', '{fr}')`,
    [soup, pain],
  );
  anybody = await hub.as();
});
afterAll(() => hub?.close());
beforeEach(async () => void (asked = await request(hub, { services: [kitchen, soup] })));

const answers = async (input: object, { token } = asked): Promise<Answer> =>
  (await anybody.ask(answering, { input: { token, answers: [], ...input } })).answer;
const rows = (sql: string, ...values: unknown[]): Promise<Answer[]> => hub.db.query(sql, values);
const given = () => rows('select * from outreach.answer where request_id = $1 order by recorded_at', asked.requestId);

test('what the request asks, for who shows its link: its services as everybody sees them; nobody else learns that it is', async () => {
  const asking = `query ($token: String!) { updateRequest(token: $token) { organization { name { fr } } message { fr } askCapacity facts
    services { service { id status { state } } why } } }`;
  const { updateRequest } = await anybody.ask(asking, { token: asked.token });
  expect(updateRequest).toEqual({
    organization: { name: { fr: 'Le Pain partagé' } },
    message: { fr: 'La neige a tout arrêté.' },
    ...{ askCapacity: true, facts: [] },
    services: [
      { service: { id: kitchen, status: { state: 'UNKNOWN' } }, why: 'NEVER_SAID' },
      { service: { id: soup, status: { state: 'UNKNOWN' } }, why: 'NEVER_SAID' },
    ],
  });
  expect((await stands(hub, asked)).state).toBe('SENT'); // looked at, not opened
  expect(await anybody.ask(asking, { token: `${asked.token.slice(0, -1)}_` })).toEqual({ updateRequest: null });
});

test('the first tap opens it, once; an answer is the word of the organization', async () => {
  const opening = 'mutation ($token: String!) { openUpdateRequest(token: $token) { ... on UpdateRequestOpened { openedAt } } }';
  const { openUpdateRequest: first } = await anybody.ask(opening, { token: asked.token });
  expect((await stands(hub, asked)).state).toBe('OPENED');
  expect((await anybody.ask(opening, { token: asked.token })).openUpdateRequest).toEqual(first);
  const answered = await answers({ answers: [{ serviceId: kitchen, state: 'LIMITED', note: { fr: 'Jusqu’à midi' } }] });
  expect(answered.services).toMatchObject([{ id: kitchen, status: { state: 'LIMITED', source: 'LINK', note: { fr: 'Jusqu’à midi' } } }]);
  expect([answered.leftOut, answered.others]).toEqual([[], []]);
  expect(await stands(hub, asked)).toEqual({ state: 'ANSWERED', by: { [pain]: 'LINK' } });
});

test('« Rien n’a changé »: a count and a passed end are left out and said why; the rest is confirmed', async () => {
  await answers({ answers: [{ serviceId: kitchen, state: 'OPEN' }, { serviceId: soup, state: 'LIMITED', capacity: { available: 3 } }] }); // prettier-ignore
  const again = await answers({ confirmed: [kitchen, soup] });
  expect(again.services.map(({ id }: Answer) => id)).toEqual([kitchen]);
  expect(again.services[0].status.confirmedAt).not.toBeNull();
  expect(again.leftOut).toEqual([{ serviceId: soup, why: 'HAS_CAPACITY' }]);
  const hourAgo = { saidAt: new Date(Date.now() - 3_600_000), goodUntil: new Date(Date.now() - 60_000) };
  await rows(
    `insert into directory.service (id, source_id, organization_id, name_fr, languages) values ($1, 'bread', $2, 'Pain', '{fr}')`,
    bread,
    pain,
  );
  await answers({ answers: [{ serviceId: bread, state: 'FULL', goodUntil: hourAgo.goodUntil }], saidAt: hourAgo.saidAt });
  expect((await answers({ confirmed: [bread] })).leftOut).toEqual([{ serviceId: bread, why: 'GOOD_UNTIL_IS_OVER' }]);
});

test('the same key is one effect and the same answer; another answer by that key is refused', async () => {
  const input = { answers: [{ serviceId: kitchen, state: 'FULL' }], idempotencyKey: 'phone-1' };
  const both = await Promise.all([answers(input), answers(input)]);
  expect(both[0].services.map(({ id }: Answer) => id)).toEqual(both[1].services.map(({ id }: Answer) => id));
  expect(await given()).toHaveLength(1);
  expect(await answers({ ...input, answers: [] })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('two phones at once, by the same link: both are kept, the later holds, and it is told what the other said', async () => {
  const [one, two] = await Promise.all([
    answers({ answers: [{ serviceId: kitchen, state: 'OPEN' }, { serviceId: soup, state: 'OPEN' }] }), // prettier-ignore
    answers({ answers: [{ serviceId: soup, state: 'FULL' }, { serviceId: kitchen, state: 'FULL' }] }), // prettier-ignore
  ]);
  expect([one.__typename, two.__typename]).toEqual(['UpdateRequestAnswered', 'UpdateRequestAnswered']);
  const told = [one, two].flatMap(({ others }) => others.map(({ state }: Answer) => state));
  expect(told.length).toBeGreaterThan(0);
  const words = await rows(
    `select state from status.report where reporter_id = $1 and service_id = $2 order by position`,
    `link:${asked.requestId}`,
    soup,
  );
  expect(words).toHaveLength(2);
  const { service } = await anybody.ask('query ($id: ID!) { service(id: $id) { status { state } } }', { id: soup });
  expect(service.status.state).toBe(words[1].state);
});

test('of another organization nothing can be said; what was said is kept, the rest taken, and it is told', async () => {
  const answered = await answers({ answers: [{ serviceId: library, state: 'CLOSED' }, { serviceId: kitchen, state: 'OPEN' }] }); // prettier-ignore
  expect(answered.leftOut).toEqual([{ serviceId: library, why: 'NOT_YOURS' }]);
  expect(answered.services.map(({ id }: Answer) => id)).toEqual([kitchen]);
  expect((await given())[0].not_taken).toMatchObject([{ serviceId: library, why: 'NOT_YOURS', said: { state: 'CLOSED' } }]);
  expect(await rows('select from status.report where service_id = $1', library)).toEqual([]);
});

test('a service that was removed or moved meanwhile: the others are taken', async () => {
  await rows(`update directory.service set listing = 'UNLISTED' where id = $1`, soup);
  const answered = await answers({ answers: [{ serviceId: soup, state: 'OPEN' }], confirmed: [kitchen, newId()] });
  expect(answered.services.map(({ id }: Answer) => id)).toEqual([kitchen]);
  expect(answered.leftOut.map(({ why }: Answer) => why)).toEqual(['NOT_YOURS', 'NOT_YOURS']);
  await rows(`update directory.service set listing = 'LISTED' where id = $1`, soup);
});

test('a relay speaks for those of this campaign, is shown as such, and who was not spoken for is still asked', async () => {
  const relayed = await request(hub, { relayed: relayedLibrary });
  const answered = await answers({ answers: [{ serviceId: library, state: 'OPEN' }] }, relayed);
  expect(answered.services).toMatchObject([{ id: library, status: { state: 'OPEN', source: 'RELAY' } }]);
  expect(await stands(hub, relayed)).toEqual({ state: 'OPENED', by: { [bonnePage]: 'RELAY', [pain]: null } });
  await answers({ confirmed: [kitchen], freeText: 'Tout va bien' }, relayed);
  expect(await stands(hub, relayed)).toEqual({ state: 'ANSWERED', by: { [bonnePage]: 'RELAY', [pain]: 'LINK' } });
  const hidden = await answers({ answers: [{ serviceId: shelter, state: 'OPEN' }] }, relayed);
  expect(hidden.leftOut).toEqual([{ serviceId: shelter, why: 'NOT_YOURS' }]);
});

test('who is confidential answers for itself, and sees its own name', async () => {
  const own = await request(hub, { organization: bonnePage, services: [shelter] });
  const answered = await answers({ answers: [{ serviceId: shelter, state: 'FULL' }] }, own);
  expect(answered.services).toMatchObject([{ id: shelter, name: { fr: 'Maison d’hébergement' }, status: { state: 'FULL' } }]);
});

test('said without a line: it counts from the tap, never from later than now', async () => {
  const saidAt = new Date(Date.now() - 3_600_000).toISOString();
  const early = await answers({ answers: [{ serviceId: soup, state: 'SUSPENDED' }], saidAt }, await request(hub));
  expect(early.__typename).toBe('UpdateRequestAnswered'); // older than what holds: it joins the history
  const [last] = await rows('select observed_at from status.report where service_id = $1 order by position desc limit 1', soup);
  expect(last.observed_at.toISOString()).toBe(saidAt);
  const ahead = await answers({ answers: [{ serviceId: soup, state: 'OPEN' }], saidAt: new Date(Date.now() + 86_400_000) });
  expect(new Date(ahead.services[0].status.observedAt).getTime()).toBeLessThanOrEqual(Date.now() + 1_000);
});

test('all of an answer or none, and of which service: what cannot be is refused beside it', async () => {
  const wrong = (more: object) => answers({ answers: [{ serviceId: kitchen, state: 'CLOSED' }, { serviceId: soup, state: 'OPEN', ...more }] }); // prettier-ignore
  expect(await wrong({ goodUntil: '2020-01-01T00:00:00Z' })).toMatchObject({
    code: 'GOOD_UNTIL_BEFORE_START',
    field: 'answers.1.goodUntil',
  });
  expect(await wrong({ capacity: { available: -1 } })).toMatchObject({
    __typename: 'InvalidCapacity',
    field: 'answers.1.capacity.available',
  });
  expect(await wrong({ note: { fr: 'x'.repeat(501) } })).toMatchObject({ __typename: 'TextTooLong', field: 'answers.1.note.fr' });
  expect(await answers({ freeText: 'x'.repeat(2_001) })).toMatchObject({ code: 'TEXT_TOO_LONG', field: 'freeText' });
  expect(await given()).toEqual([]);
});

test('« Ne plus m’écrire »: kept for the organization; it may still answer', async () => {
  const declining = 'mutation ($input: DeclineUpdateRequestInput!) { declineUpdateRequest(input: $input) { __typename } }';
  const declined = await anybody.ask(declining, { input: { token: asked.token } });
  expect(declined).toEqual({ declineUpdateRequest: { __typename: 'UpdateRequestDeclined' } });
  expect((await stands(hub, asked)).state).toBe('DECLINED');
  expect(await rows('select from outreach.preference where organization_id = $1 and mail_declined_at is not null', pain)).toHaveLength(1);
  await answers({ answers: [{ serviceId: kitchen, state: 'OPEN' }] });
  expect((await stands(hub, asked)).state).toBe('ANSWERED');
});

test('free words are 211’s alone: they are in no event and no log of what was done', async () => {
  await answers({ freeText: 'Notre four est mort, Ginette', answers: [{ serviceId: kitchen, state: 'OPEN' }], idempotencyKey: 'free' });
  expect((await given())[0].words).toBe('Notre four est mort, Ginette');
  const [{ n }] = await rows(`select (select count(*) from platform.event where payload::text ~ 'Ginette')
    + (select count(*) from platform.idempotency where result_ids::text ~ 'Ginette') as n`); // prettier-ignore
  expect(Number(n)).toBe(0);
});
