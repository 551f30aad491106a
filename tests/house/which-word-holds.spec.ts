import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Clock, newId } from '#libs/kernel';
import type { ServiceState } from '#libs/schema';
import { outranks, whichReportIsNext, whichReportWins, type Word } from '../../libs/status/which-report-wins.ts';
import { bonnePage, chomedey, pontViau, someServices } from '../support/region.ts';
import { type Answer, type TestClient, TestHub } from '../support/test-hub.ts';

/** What the tables and their SQL keep of all that was said is what the pure rule finds in the whole of it. */
const MINUTE = 60_000;
const places = [chomedey, pontViau];
const base = Math.ceil(Date.now() / (4 * MINUTE)) * 4 * MINUTE;
const states: ServiceState[] = ['OPEN', 'LIMITED', 'FULL', 'SUSPENDED', 'RELOCATED', 'CLOSED'];

let hub: TestHub;
let researcher: TestClient;
let now = base;
beforeAll(async () => {
  hub = await TestHub.start(undefined, { FANAL_ROLES: 'hub' });
  await someServices(hub.db);
  researcher = await hub.as('RESEARCHER', bonnePage);
  hub.get(Clock).now = () => new Date(now);
});
afterAll(() => hub?.close());

type Said = Word & { readonly place: string | null; readonly state: ServiceState; confirmedAt: Date | null };

/** All that was said of one service. */
class Story {
  readonly serviceId = newId();
  private readonly said: Said[] = [];

  holds(place: string | null, at: number): Said | undefined {
    return whichReportWins(
      this.said.filter(word => word.place === place),
      new Date(at),
    );
  }

  /** The places whose own word holds, none newer on the whole covering it. */
  own(at: number): Said[] {
    const whole = this.holds(null, at);
    return places.map(place => this.holds(place, at)).filter(word => word !== undefined && (!whole || outranks(word, whole))) as Said[];
  }

  next(at: number): Said | undefined {
    return whichReportIsNext(
      this.said.filter(({ place }) => place === null),
      new Date(at),
    );
  }

  told(at: number) {
    const whole = this.holds(null, at);
    const own = this.own(at);
    return {
      state: whole?.state ?? 'UNKNOWN',
      mixed: own.some(({ state }) => state !== whole?.state),
      planned: this.next(at)?.state ?? null,
      places: Object.fromEntries(own.map(({ place, state }) => [place, state])),
    };
  }

  add(word: Omit<Said, 'position'>): void {
    this.said.push({ ...word, position: String(this.said.length).padStart(5, '0') });
  }

  confirm(): void {
    for (const word of [this.holds(null, now), ...this.own(now)]) if (word) word.confirmedAt = new Date(now);
  }
}

const asked = `query ($id: ID!) { service(id: $id) { status { state mixed planned { state } } statusByLocation { location { id } status { state } } } }`;

/** As its page tells it now. */
async function page({ serviceId: id }: Story) {
  const { status, statusByLocation } = (await researcher.ask(asked, { id })).service;
  return { ...status, byPlace: Object.fromEntries(statusByLocation.map(({ location, status }: Answer) => [location.id, status.state])) };
}

/** As the database will tell it at a moment, if nobody speaks. */
async function read({ serviceId }: Story, at: number) {
  const moment = [serviceId, new Date(at)];
  const [row] = await hub.db.query(
    'select answer from status_published.status_at($2) where service_id = $1 and location_id is null',
    moment,
  );
  const own: Answer[] = await hub.db.query('select location_id, state from status_published.place_at($2) where service_id = $1', moment);
  return {
    ...{ state: row?.answer.state ?? 'UNKNOWN', mixed: row?.answer.mixed ?? false, planned: row?.answer.planned?.state ?? null },
    places: Object.fromEntries(own.map(({ location_id, state }) => [location_id, state])),
  };
}

type Act = { wait: number } & ({ confirm: true } | { confirm: false; place: number | null; ago: number; ahead: number; state: number });
const act = fc.oneof(
  { weight: 2, arbitrary: fc.record({ wait: fc.nat(3), confirm: fc.constant(true as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ wait: fc.nat(3), confirm: fc.constant(false as const), place: fc.constantFrom(null, null, 0, 0, 1) },
      ...{ ago: fc.nat(5), ahead: fc.constantFrom(0, 0, 0, 4, 8), state: fc.nat(states.length - 1) },
    }),
  },
);

/** Plans are made for few moments, so that several are for one. */
const onTheHour = (ahead: number): Date => new Date((Math.floor(now / (4 * MINUTE)) * 4 + ahead) * MINUTE);

async function perform(story: Story, each: Act): Promise<void> {
  now += each.wait * MINUTE;
  const { serviceId } = story;
  if (each.confirm) {
    const answer = await researcher.ask(confirming, { input: { serviceIds: [serviceId] } });
    expect(answer.confirmServiceStatus.__typename).toBe('ServiceStatusConfirmed');
    return story.confirm();
  }
  const [place, state] = [each.place === null ? null : places[each.place]!, states[each.state]!];
  const observedAt = new Date(now - each.ago * MINUTE);
  const effectiveFrom = each.ahead > 0 ? onTheHour(each.ahead) : null;
  const answer = await researcher.ask(reporting, { input: { serviceId, locationId: place, state, observedAt, effectiveFrom } });
  expect(answer.reportServiceStatus.__typename).toBe('ServiceStatusReported');
  story.add({ place, state, observedAt, effectiveFrom: effectiveFrom ?? observedAt, confirmedAt: null });
}

const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
const confirming = 'mutation ($input: ConfirmServiceStatusInput!) { confirmServiceStatus(input: $input) { __typename } }';

async function begin(): Promise<Story> {
  const story = new Story();
  now = base;
  await hub.db.query(
    `insert into directory.service (id, source_id, organization_id, name_fr) values ($1::uuid, $1::text, $2, 'Un service')`,
    [story.serviceId, bonnePage],
  );
  await hub.db.query(
    'insert into directory.service_at_location (id, service_id, location_id) select gen_random_uuid(), $1, unnest($2::uuid[])',
    [story.serviceId, places],
  );
  return story;
}

const word = (more: object) => ({ wait: 1, confirm: false as const, place: null, ago: 0, ahead: 0, state: 0, ...more });
/** A confirmed place and a late first word on the whole; two plans for one moment, the second for a place. */
const rare: Act[][] = [
  [word({ place: 0, state: 2 }), { wait: 3, confirm: true }, word({ ago: 2 })],
  [word({ ahead: 4, state: 1 }), word({ wait: 0, ahead: 4, state: 3 }), word({ wait: 0, place: 1, ahead: 4, state: 2 }), word({ wait: 3 })],
];

test('whatever is said, in whatever order, late, planned or confirmed: the words that hold now and at each minute to come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), async acts => {
      const story = await begin();
      for (const each of acts) {
        await perform(story, each);
        for (const minutes of [0, 1, 2, 3, 5]) {
          const at = now + minutes * MINUTE;
          expect([minutes, await read(story, at)]).toEqual([minutes, story.told(at)]);
        }
      }
      const { state, mixed, places: own } = story.told(now);
      expect(await page(story)).toMatchObject({
        state,
        mixed,
        byPlace: Object.fromEntries(places.map(place => [place, own[place] ?? state])),
      });
    }),
    { numRuns: 40, examples: rare.map(acts => [acts]) },
  );
}, 120_000);
