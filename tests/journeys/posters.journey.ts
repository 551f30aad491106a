import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { newId } from '#libs/kernel';
import { another, answers, hangs, type Hung, makes, poster, prints, renews, revokes } from '../support/posters.ts';
import { bonnePage, kitchen, library, pain, shelter, someServices } from '../support/region.ts';
import { request, stands } from '../support/requests.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

const DAY = 86_400_000;
let hub: TestHub;
let anybody: TestClient;
let editor: TestClient;
let researcher: TestClient;
let hung: Hung;
const soup = newId();
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_LIMITS: JSON.stringify({ badLinksPerAddressPerHour: 40, loopbackFactor: 1 }) });
  await someServices(hub.db);
  await rows(
    `insert into directory.service (id, source_id, organization_id, name_fr, languages) values ($1, 'soup', $2, 'Soupe populaire', '{fr}')`,
    soup,
    pain,
  );
  anybody = await hub.as();
  editor = await hub.as('PARTNER_EDITOR', pain);
  researcher = await hub.as('RESEARCHER', bonnePage);
});
afterAll(() => hub?.close());
beforeEach(async () => {
  await rows('delete from platform.rate_limit');
  hung = await hangs(hub);
  await renews(researcher, hung.posterId); // no wrong number of another story
  hung.pin = (await listed()).thisWeek.pin;
});

const rows = (sql: string, ...values: unknown[]): Promise<Answer[]> => hub.db.query(sql, values);
const list = async (by: TestClient, organizationId?: string): Promise<Answer> =>
  by.ask(`query ($organizationId: ID) { posters(organizationId: $organizationId) { totalCount edges { node { ${poster} } } } }`, {
    organizationId,
  });
const listed = async (by = editor): Promise<Answer> => (await list(by, pain)).posters.edges[0]?.node;
const given = () => rows(`select * from outreach.answer where poster_id = $1 order by recorded_at`, hung.posterId);
const notValid = { code: 'POSTER_NOT_VALID', field: 'pin' };

test('made by its editor, printed, used: the word is the organization’s, and whoever manages it sees who said it and when', async () => {
  await revokes(editor, hung.posterId);
  const made = await makes(editor, pain);
  expect(made.poster).toMatchObject({ organization: { id: pain }, printedAt: null, lastUsedAt: null, wrongPins: 0, answers: [] });
  expect(made.poster.thisWeek.pin).toMatch(/^\d{4}$/);
  expect(new Date(made.poster.nextWeek.from)).toEqual(new Date(made.poster.thisWeek.until));
  const { path, poster: printed } = await prints(editor, made.poster.id);
  expect(path).toMatch(/^\/p\/[\w-]{43}$/);
  expect(printed.printedAt).not.toBeNull();
  const said = { answers: [{ serviceId: kitchen, state: 'LIMITED', note: { fr: 'Jusqu’à midi' }, capacity: { available: 4 } }] };
  const answered = await answers(anybody, { token: path.slice(3), pin: made.poster.thisWeek.pin }, said);
  expect(answered.services).toMatchObject([{ id: kitchen, status: { state: 'LIMITED', source: 'LINK', note: { fr: 'Jusqu’à midi' } } }]);
  expect([answered.leftOut, answered.others]).toEqual([[], []]);
  for (const by of [editor, researcher]) {
    const seen = await listed(by);
    expect(seen.answers).toEqual([{ firstName: 'Ginette', services: 1 }]);
    expect(seen.lastUsedAt).not.toBeNull();
  }
});

test('one of an organization at a time: two who make it at once have the same; each printing has its address, and the ones before go on', async () => {
  await revokes(editor, hung.posterId);
  const both = await Promise.all([makes(editor, pain), makes(researcher, pain)]);
  expect(both[0].poster.id).toBe(both[1].poster.id);
  const { id, thisWeek } = both[0].poster;
  const sheets = [await prints(editor, id), await prints(researcher, id)].map(({ path }) => path.slice(3));
  expect(new Set(sheets).size).toBe(2);
  for (const token of sheets) expect((await answers(anybody, { token, pin: thisWeek.pin })).__typename).toBe('PosterAnswered');
  const kept = await rows(
    `select count(*)::int as n from platform.link where encode(token_hash, 'escape') like '%' || $1 || '%'`,
    sheets[0],
  );
  expect(kept[0].n).toBe(0);
});

test('a wrong number, a revoked poster, one that never was: the same answer, and nothing is said', async () => {
  const gone = await hangs(hub, bonnePage);
  await revokes(researcher, gone.posterId);
  const before = await given();
  const wrong = [{ ...hung, pin: another(hung.pin) }, gone, { ...hung, token: newId() }, { ...hung, token: '' }, { ...hung, pin: '' }];
  const refused: Answer[] = [];
  for (const each of wrong) refused.push(await answers(anybody, each));
  expect(refused).toEqual(refused.map(() => ({ ...refused[0], ...notValid })));
  expect(await given()).toEqual(before);
  expect((await listed()).wrongPins).toBe(2);
});

test('revoked, it is worth nothing at once, on every sheet; a new one is another', async () => {
  expect((await answers(anybody, hung)).__typename).toBe('PosterAnswered');
  expect(await revokes(editor, hung.posterId)).toEqual({ __typename: 'PosterStepDone', poster: null });
  expect(await answers(anybody, hung)).toMatchObject(notValid);
  expect(await prints(editor, hung.posterId)).toMatchObject({ code: 'POSTER_NOT_FOUND' });
  const page = await fetch(`${hub.url}/p/${hung.token}`);
  expect([page.status, (await page.text()).includes('Le Pain partagé')]).toEqual([404, false]);
  const next = await hangs(hub);
  expect(next.posterId).not.toBe(hung.posterId);
  expect(await answers(anybody, { ...next, token: hung.token })).toMatchObject(notValid);
});

test('renewed, the number is another at once; sent twice it is renewed once', async () => {
  const key = { idempotencyKey: newId() };
  const first = await renews(editor, hung.posterId, key);
  expect(first.poster.thisWeek.pin).not.toBe(hung.pin);
  expect((await renews(editor, hung.posterId, key)).poster.thisWeek).toEqual(first.poster.thisWeek);
  expect(await answers(anybody, hung)).toMatchObject(notValid);
  expect((await answers(anybody, { ...hung, pin: first.poster.thisWeek.pin })).__typename).toBe('PosterAnswered');
});

test('after five wrong numbers, however many are typed at once, it takes none for a while; its editor and 211 see it, and renew it', async () => {
  const guesses = Array.from({ length: 12 }, () => answers(anybody, { ...hung, pin: another(hung.pin) }));
  const told = (await Promise.all(guesses)).map(({ code }) => code).sort();
  expect(told.filter(code => code === 'POSTER_NOT_VALID')).toHaveLength(5);
  expect(told.filter(code => code === 'TOO_MANY_REQUESTS')).toHaveLength(7);
  expect(await answers(anybody, hung)).toMatchObject({ code: 'TOO_MANY_REQUESTS' }); // the right one waits too
  for (const by of [editor, researcher]) {
    const seen = await listed(by);
    expect(seen.wrongPins).toBe(5);
    expect(Math.round((Date.parse(seen.waitsUntil) - Date.now()) / 60_000)).toBe(15);
  }
  const { poster: after } = await renews(researcher, hung.posterId);
  expect([after.waitsUntil, after.wrongPins]).toEqual([null, 0]);
  expect((await answers(anybody, { ...hung, pin: after.thisWeek.pin })).__typename).toBe('PosterAnswered');
});

test('what is mistyped is forgiven by the right number; the next wait is twice as long as the last', async () => {
  for (let n = 0; n < 4; n++) await answers(anybody, { ...hung, pin: another(hung.pin) });
  expect((await answers(anybody, hung)).__typename).toBe('PosterAnswered');
  expect((await listed()).wrongPins).toBe(0);
  await rows(`update outreach.poster set wrong = 9, wrong_at = now() where id = $1`, hung.posterId);
  expect(await answers(anybody, { ...hung, pin: another(hung.pin) })).toMatchObject(notValid);
  expect(Math.round((Date.parse((await listed()).waitsUntil) - Date.now()) / 60_000)).toBe(30);
});

test('a partner manages its own organization’s alone; 211 all; others none', async () => {
  const other = await hub.as('PARTNER_EDITOR', bonnePage);
  expect(await makes(other, pain)).toMatchObject({ __typename: 'PosterNotMade', code: 'POSTER_OF_ANOTHER', field: 'organizationId' });
  expect(await makes(other, newId())).toMatchObject({ code: 'POSTER_OF_ANOTHER' });
  expect(await makes(researcher, newId())).toMatchObject({ code: 'POSTER_ORGANIZATION_NOT_FOUND' });
  for (const act of [prints, renews, revokes]) expect(await act(other, hung.posterId)).toMatchObject({ code: 'POSTER_NOT_FOUND' });
  expect((await list(other)).posters.edges.filter(({ node }: Answer) => node.organization.id === pain)).toEqual([]);
  expect((await list(other, pain)).posters.totalCount).toBe(0);
  expect((await list(await hub.as('CENTRE_SUPERVISOR', bonnePage), pain)).posters.totalCount).toBe(1);
  for (const role of ['COUNSELLOR', 'MUNICIPAL_COORDINATOR', 'CASE_WORKER', 'ADMINISTRATOR'] as const)
    expect(await makes(await hub.as(role, pain), pain)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await list(anybody)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('where an organization is, is confidential: it has no poster, and one that it had shows nothing', async () => {
  const before = await hangs(hub, bonnePage);
  await rows(`update directory.organization set confidential = true, confidential_reason = 'Personnes menacées' where id = $1`, bonnePage);
  expect(await makes(researcher, bonnePage)).toMatchObject({ code: 'POSTER_PLACE_IS_HIDDEN' });
  expect(await answers(anybody, before, { answers: [{ serviceId: library, state: 'OPEN' }] })).toMatchObject(notValid);
  await rows('update directory.organization set confidential = false, confidential_reason = null where id = $1', bonnePage);
});

test('of others, of what is confidential, of what was moved away meanwhile nothing is said: the rest is taken, and it is told', async () => {
  await rows('update directory.service set organization_id = $2 where id = $1', soup, bonnePage);
  const said = [soup, library, kitchen].map(serviceId => ({ serviceId, state: 'FULL' }));
  const answered = await answers(anybody, hung, { answers: said });
  expect(answered.services.map(({ id }: Answer) => id)).toEqual([kitchen]);
  expect(answered.leftOut).toEqual([soup, library].map(serviceId => ({ serviceId, why: 'NOT_YOURS' })));
  expect((await given()).at(-1).not_taken[0]).toMatchObject({ serviceId: soup, said: { state: 'FULL' } });
  const own = await hangs(hub, bonnePage);
  const hidden = await answers(anybody, own, { answers: [{ serviceId: shelter, state: 'OPEN' }], confirmed: [shelter] });
  expect([hidden.services, hidden.leftOut.map(({ why }: Answer) => why)]).toEqual([[], ['NOT_YOURS', 'NOT_YOURS']]);
  await rows('update directory.service set organization_id = $2 where id = $1', soup, pain);
});

test('the same key is one effect; another answer by that key is refused', async () => {
  const before = (await given()).length;
  const key = { idempotencyKey: newId() };
  const both = await Promise.all([answers(anybody, hung, key), answers(anybody, hung, key)]);
  expect(both.map(({ __typename }) => __typename)).toEqual(['PosterAnswered', 'PosterAnswered']);
  expect((await given()).length).toBe(before + 1);
  expect(await answers(anybody, hung, { ...key, firstName: 'Omar' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('a campaign that has asked the organization has its answer, by the poster; what another said just now is told', async () => {
  const asked = await request(hub, { services: [kitchen, soup] });
  const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
  await editor.ask(reporting, { input: { serviceId: kitchen, state: 'CLOSED' } });
  const answered = await answers(anybody, hung);
  expect(answered.others).toMatchObject([{ state: 'CLOSED', service: { id: kitchen } }]);
  expect(await stands(hub, asked)).toEqual({ state: 'ANSWERED', by: { [pain]: 'POSTER' } });
  const unasked = await request(hub, { services: [kitchen] });
  await answers(anybody, hung, { answers: [{ serviceId: library, state: 'OPEN' }] }); // of its own nothing was said
  expect((await stands(hub, unasked)).by).toEqual({ [pain]: null });
});

test('« Rien n’a changé » is a word too; without a first name, or with nothing, there is no answer, and no number is counted', async () => {
  await answers(anybody, hung);
  const same = await answers(anybody, hung, { answers: [], confirmed: [kitchen] });
  expect(same.services.map(({ id }: Answer) => id)).toEqual([kitchen]);
  expect(await answers(anybody, hung, { firstName: ' \n ' })).toMatchObject({ code: 'FIRST_NAME_MISSING', field: 'firstName' });
  expect(await answers(anybody, hung, { firstName: 'x'.repeat(61) })).toMatchObject({ code: 'FIRST_NAME_TOO_LONG' });
  expect(await answers(anybody, hung, { answers: [] })).toMatchObject({ code: 'BAD_USER_INPUT' });
  const wrong = { answers: [{ serviceId: kitchen, state: 'OPEN', capacity: { available: -1 } }] };
  expect(await answers(anybody, hung, wrong)).toMatchObject({ code: 'CAPACITY_NEGATIVE', field: 'answers.0.capacity.available' });
  expect((await listed()).wrongPins).toBe(0);
});

test('who stood at the counter is named in no event, no trail, no reply that is kept; what was done to the poster is in the trail', async () => {
  await answers(anybody, hung, { firstName: 'Zénaïde', idempotencyKey: newId() });
  expect((await given()).at(-1).first_name).toBe('Zénaïde');
  const [{ n }] = await rows(`select (select count(*) from platform.event e where e::text ~ 'Zéna')
    + (select count(*) from platform.audit_entry a where a::text ~ 'Zéna') + (select count(*) from status.report r where r::text ~ 'Zéna')
    + (select count(*) from platform.idempotency i where i::text ~ 'Zéna') as n`); // prettier-ignore
  expect(Number(n)).toBe(0);
  await revokes(editor, hung.posterId);
  const trail = await rows('select act, facts from platform.audit_entry where subject = $1 order by at', hung.posterId);
  expect(new Set(trail.map(({ act }) => act))).toEqual(new Set(['poster:make', 'poster:print', 'poster:renew-pin', 'poster:revoke']));
  expect(trail[0].facts).toEqual({ organizationId: pain });
});

/** Late: what is said there is of next week. */
test('on Monday the number changes by itself; last week’s is taken for 24 hours more, unless it was renewed', async () => {
  const { thisWeek, nextWeek } = await listed();
  const at = (ms: number) => ({ FANAL_CLOCK_OFFSET: String(Date.parse(thisWeek.until) + ms - Date.now()) });
  const renewed = await hangs(hub, bonnePage);
  const first = { answers: [{ serviceId: library, state: 'OPEN' }] };
  const monday = await TestHub.start(hub, at(60 * 60_000));
  try {
    expect((await answers(await monday.as(), { ...hung, pin: nextWeek.pin })).__typename).toBe('PosterAnswered');
    expect((await answers(await monday.as(), hung)).__typename).toBe('PosterAnswered');
    await rows('update outreach.poster set pin_since = $2 where id = $1', renewed.posterId, new Date(Date.parse(thisWeek.until) + 60_000));
    expect(await answers(await monday.as(), renewed, first)).toMatchObject(notValid);
  } finally {
    await monday.close();
  }
  const tuesday = await TestHub.start(hub, at(DAY + 60 * 60_000));
  try {
    expect(await answers(await tuesday.as(), hung)).toMatchObject(notValid);
    expect((await answers(await tuesday.as(), { ...hung, pin: nextWeek.pin })).__typename).toBe('PosterAnswered');
  } finally {
    await tuesday.close();
  }
});

/** The last: whoever is told to wait is told so from memory. */
test('whoever tries one poster after another from one place is told to wait, and the poster is not', async () => {
  const told = new Set();
  for (let n = 0; n < 45; n++) told.add((await answers(anybody, { ...hung, token: newId() })).code);
  expect(told).toEqual(new Set(['POSTER_NOT_VALID', 'TOO_MANY_REQUESTS']));
  expect((await listed()).waitsUntil).toBeNull();
});
