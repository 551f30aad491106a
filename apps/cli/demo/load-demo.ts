import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ImportHsds } from '#libs/directory';
import { AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { type Actor, Clock, idFromSource } from '#libs/kernel';
import { Recognition, UnitOfWork } from '#libs/platform';
import { ReportServiceStatus } from '#libs/status';
import { type FirstWord, firstWords, type Moment } from './first-words.ts';
import laval from './laval.json' with { type: 'json' };
import { moreServices } from './more-services.ts';
import { people } from './people.ts';

const SOURCE = 'demo';
/** Of the two that both find the database empty, one loads. */
const LOADING_LOCK = 7_010;

export interface DemoLoaded {
  readonly organizations: number;
  readonly services: number;
  readonly accounts: number;
  readonly reports: number;
}

/** The demonstration region, where nothing is yet, or where its loading was cut short. Null where there is something to keep. */
export async function loadDemoIfEmpty(app: INestApplicationContext): Promise<DemoLoaded | null> {
  return alone(app, async () => ((await isWanted(app)) ? load(app, 0) : null));
}

/** The same, whatever there is: what it finds of its own it leaves as it is. `services`: invented ones are added up to so many. */
export async function loadDemo(app: INestApplicationContext, services = 0): Promise<DemoLoaded> {
  return alone(app, () => load(app, services));
}

async function alone<T>(app: INestApplicationContext, work: () => Promise<T>): Promise<T> {
  const keeper = app.get(DataSource).createQueryRunner();
  try {
    await keeper.query('set lock_timeout = 0');
    await keeper.query('set statement_timeout = 0');
    await keeper.query('select pg_advisory_lock($1)', [LOADING_LOCK]);
    return await work();
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [LOADING_LOCK]).catch(() => undefined);
    await keeper.query('reset lock_timeout; reset statement_timeout').catch(() => undefined);
    await keeper.release();
  }
}

/** The last word is the last thing loaded: with it everything is there. */
async function isWanted(app: INestApplicationContext): Promise<boolean> {
  const last = serviceOf(firstWords.at(-1)!).id;
  const ours = laval.organizations.map(({ id }) => id);
  const [{ foreign, done }] = await app.get(DataSource).query<[{ foreign: boolean; done: boolean }]>(
    `select exists (select from directory_published.organization where not id = any($1)) as foreign,
       exists (select from status_published.report where service_id = $2) as done`,
    [ours, last],
  );
  return !foreign && !done;
}

async function load(app: INestApplicationContext, services: number): Promise<DemoLoaded> {
  const { counts, problems } = await app.get(ImportHsds).runOn(laval, 'laval.json', { source: SOURCE });
  if (problems.length > 0) throw new Error(`The demonstration data is broken: ${JSON.stringify(problems[0])}`);
  const more =
    services > laval.services.length
      ? await app.get(ImportHsds).runOn(moreServices(services - laval.services.length), 'more', { source: SOURCE })
      : null;
  return {
    organizations: counts.of.organization.created + (more?.counts.of.organization.created ?? 0),
    services: counts.of.service.created + (more?.counts.of.service.created ?? 0),
    accounts: await loadPeople(app),
    reports: await sayFirstWords(app),
  };
}

/** An account and what it holds are made together, so one that is there is whole. */
async function loadPeople(app: INestApplicationContext): Promise<number> {
  let made = 0;
  for (const { email, displayName, memberships } of people)
    await app
      .get(UnitOfWork)
      .run(async tx => {
        const { accountId } = await app.get(CreateAccount).run({ email, displayName, language: 'fr', demo: true }, tx);
        for (const { organization, role, territories = [] } of memberships)
          await app.get(AddMembership).run({ accountId, organizationId: organizationId(organization), role, territories }, tx);
        made += 1;
      })
      .catch((error: { code?: string }) => {
        if (error.code !== 'EMAIL_TAKEN') throw error;
      });
  return made;
}

/** Services that have been spoken of are left alone. */
async function sayFirstWords(app: INestApplicationContext): Promise<number> {
  const spoken = await app
    .get(DataSource)
    .query<{ id: string }[]>('select distinct service_id as id from status_published.report where service_id = any($1)', [
      laval.services.map(({ id }) => id),
    ]);
  const silent = firstWords.filter(word => !spoken.some(({ id }) => id === serviceOf(word).id));
  const now = app.get(Clock).now();
  const actors = new Map<string, Promise<Actor>>();
  for (const word of silent) {
    if (!actors.has(word.by)) actors.set(word.by, actorOf(app, `${word.by}@demo.fanal.test`));
    await app.get(ReportServiceStatus).run(await actors.get(word.by)!, await inputOf(app, word, now));
  }
  return silent.length;
}

async function inputOf(app: INestApplicationContext, word: FirstWord, now: Date) {
  const { state, note, changes, capacity } = word;
  const service = serviceOf(word);
  const place = word.place && service.service_at_locations.find(({ location }) => location.name === word.place)?.location.id;
  const instant = async (moment: Moment | undefined) => moment && instantOf(app, moment, now);
  return {
    serviceId: service.id,
    locationId: place ?? null,
    state,
    note,
    changes,
    capacity,
    observedAt: await instant(word.observed),
    effectiveFrom: await instant(word.from),
    goodUntil: await instant(word.until),
  };
}

async function instantOf(app: INestApplicationContext, moment: Moment, now: Date): Promise<Date> {
  if ('hours' in moment) return new Date(now.getTime() + moment.hours * 3_600_000);
  const [{ instant }] = await app.get(DataSource).query<[{ instant: Date }]>(
    `select (($1::timestamptz at time zone time_zone)::date + $2::int + make_interval(hours => $3)) at time zone time_zone as instant
     from directory_published.region`,
    [now, moment.days, moment.at],
  );
  return instant;
}

/** As the account itself would come in. */
async function actorOf(app: INestApplicationContext, email: string): Promise<Actor> {
  const { token } = await app.get(CreateToken).run({ email, name: 'demo load', ttlMs: 60_000 });
  const recognized = await app.get(Recognition).recognize({ kind: 'token', secret: token });
  return recognized!.actor; // just made
}

function serviceOf({ service }: FirstWord) {
  const found = laval.services.find(({ name }) => name === service);
  if (!found) throw new Error(`The demonstration has no service called ${service}.`);
  return found;
}

function organizationId(name: string): string {
  const found = laval.organizations.find(organization => organization.name === name);
  if (!found) throw new Error(`The demonstration has no organization called ${name}.`);
  return idFromSource(SOURCE, 'organization', found.id);
}
