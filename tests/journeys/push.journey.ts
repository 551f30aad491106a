import { createECDH, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Devices } from '#libs/identity';
import { UnitOfWork } from '#libs/platform';
import { decrypt } from 'http_ece';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestHub, until } from '../support/test-hub.ts';

/** A browser's push service: it keeps what it is given, and answers what it is told to. */
class PushService {
  readonly taken: { path: string; headers: IncomingMessage['headers']; body: Buffer }[] = [];
  answers = new Map<string, number>();
  private constructor(private readonly server: Server) {}

  static async open(): Promise<PushService> {
    const server = createServer();
    const service = new PushService(server);
    server.on('request', async (request, response) => {
      const body = await buffer(request);
      service.taken.push({ path: request.url!, headers: request.headers, body });
      response.writeHead(service.answers.get(request.url!) ?? 201).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  of(path: string) {
    return this.taken.filter(one => one.path === path);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** A browser's side of a subscription, which alone can read what is sent. */
function device(service: PushService, name: string) {
  const key = createECDH('prime256v1');
  const p256dh = key.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  const read = (body: Buffer) => JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: key, authSecret: auth }).toString());
  return { input: { endpoint: `${service.origin}/${name}`, p256dh, auth }, path: `/${name}`, read };
}

let service: PushService;
let hub: TestHub;
beforeAll(async () => {
  service = await PushService.open();
  hub = await TestHub.start(undefined, { FANAL_PUSH_SERVICES: service.origin });
  await someServices(hub.db);
});
afterAll(async () => {
  await hub?.close();
  service?.close();
});

const subscribing = `mutation ($input: SubscribeToPushInput!) { subscribeToPush(input: $input) { __typename
  ... on SubscribedToPush { subscriptionId } ... on Refusal { code field } } }`;
const subscribe = async (input: object, who = hub.as('PARTNER_EDITOR', pain)): Promise<Answer> =>
  (await (await who).ask(subscribing, { input })).subscribeToPush;

test('a device that asks is told so at once, in a notice that it alone can read', async () => {
  const phone = device(service, 'phone');
  expect(await subscribe(phone.input)).toMatchObject({ __typename: 'SubscribedToPush' });
  await until(() => service.of(phone.path).length === 1);
  const [{ body, headers }] = service.of(phone.path) as [Answer];
  expect(phone.read(body)).toEqual({
    title: 'Fanal',
    body: expect.stringContaining('C’est noté'),
    path: '/my-services',
    tag: 'push-welcome',
  });
  expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', urgency: 'high' });
  const { pushKey } = await (await hub.as()).ask('{ pushKey }');
  expect(headers.authorization).toContain(`k=${pushKey}`);
  expect(Buffer.from(pushKey, 'base64url')).toHaveLength(65);
});

test('whoever speaks for an organization is told, on each device once, and nobody else', async () => {
  const [mine, tablet, theirs] = [device(service, 'mine'), device(service, 'tablet'), device(service, 'theirs')];
  await subscribe(mine.input);
  await subscribe(tablet.input);
  await subscribe(theirs.input, hub.as('PARTNER_EDITOR', bonnePage));
  const campaign = 'c0000000-0000-4000-8000-000000000001';
  const tell = () =>
    hub.get(UnitOfWork).run(tx => hub.get(Devices).tellEditors(tx, 'push-welcome', [pain], { group: campaign, key: campaign }));
  await tell();
  await tell(); // the same campaign, once
  await until(() => service.of(mine.path).length === 2 && service.of(tablet.path).length === 2);
  const [{ n }] = await hub.db.query(`select count(*)::int as n from platform.outgoing where group_id = $1`, [campaign]);
  expect(n).toBe(3); // with the phone of before
  expect(service.of(theirs.path)).toHaveLength(1);
});

test('a subscription that is gone is forgotten; a service that is busy is asked again; one of nobody known is refused', async () => {
  const gone = device(service, 'gone');
  service.answers.set(gone.path, 410);
  await subscribe(gone.input);
  const kept = async (path: string) =>
    (await hub.db.query('select 1 from identity.push_subscription where endpoint like $1', [`%${path}`])).length;
  await until(async () => (await kept(gone.path)) === 0);

  const busy = device(service, 'busy');
  service.answers.set(busy.path, 503);
  await subscribe(busy.input);
  const state = async () => (await hub.db.query(`select state, tries, last_error from platform.outgoing where last_error = 'HTTP_503'`))[0];
  await until(async () => (await state())?.tries >= 1);
  expect(await state()).toMatchObject({ state: 'PENDING' });
  expect(await kept(busy.path)).toBe(1);

  const elsewhere = { ...device(service, 'x').input, endpoint: 'https://intranet.test/x' };
  expect(await subscribe(elsewhere)).toEqual({ __typename: 'PushNotPossible', code: 'PUSH_SERVICE_UNKNOWN', field: 'endpoint' });
  const broken = { ...device(service, 'y').input, p256dh: 'A'.repeat(87) + '!' };
  expect(await subscribe(broken)).toMatchObject({ code: 'PUSH_KEYS_NOT_VALID', field: 'p256dh' });
});

test('only one’s own device is taken back; nobody subscribes unnamed', async () => {
  const phone = device(service, 'own');
  await subscribe(phone.input);
  const ending = 'mutation ($endpoint: String!) { unsubscribeFromPush(endpoint: $endpoint) }';
  const left = async () =>
    (await hub.db.query('select 1 from identity.push_subscription where endpoint = $1', [phone.input.endpoint])).length;
  await (await hub.as('PARTNER_EDITOR', bonnePage)).ask(ending, { endpoint: phone.input.endpoint });
  expect(await left()).toBe(1);
  await (await hub.as('PARTNER_EDITOR', pain)).ask(ending, { endpoint: phone.input.endpoint });
  expect(await left()).toBe(0);
  expect(await (await hub.as()).ask(subscribing, { input: phone.input })).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('who is called up in renfort is told on each of their devices, in a notice that says where to answer and nothing of whom', async () => {
  const mobile = device(service, 'renfort');
  const { subscriptionId } = await subscribe(mobile.input, hub.as('COUNSELLOR', bonnePage));
  const [{ email }] = await hub.db.query(
    'select email from identity.account join identity.push_subscription subscription on subscription.account_id = account.id where subscription.id = $1',
    [subscriptionId],
  );
  const supervisor = await hub.as('CENTRE_SUPERVISOR', bonnePage);
  const did = (mutation: string, input: object) => supervisor.ask(mutation, { input });
  await did('mutation ($input: SetRosterEntryInput!) { setRosterEntry(input: $input) { __typename } }', { email, languages: ['fr'] });
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000);
  const called = await did('mutation ($input: CallUpRosterInput!) { callUpRoster(input: $input) { __typename } }', {
    ...{ lineCode: 'PHONE_211', from: at(1), to: at(3), count: 1 },
  });
  expect(called).toEqual({ callUpRoster: { __typename: 'RosterCalledUp' } });
  await until(() => service.of(mobile.path).length === 2);
  expect(mobile.read(service.of(mobile.path)[1]!.body)).toEqual({
    ...{ title: 'Appel en renfort', body: expect.stringContaining('renfort'), path: '/call-ups', tag: 'call-up' },
  });
});
