import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CreateToken } from '#libs/identity';
import { type Actor, Clock } from '#libs/kernel';
import { Recognition } from '#libs/platform';
import { ReportServiceStatus } from '#libs/status';
import { type FirstWord, firstWords, type Moment } from './first-words.ts';
import laval from './laval.json' with { type: 'json' };

/** Each by the account that says it. Services that have been spoken of are left alone. */
export async function sayFirstWords(app: INestApplicationContext): Promise<number> {
  const spoken = await app
    .get(DataSource)
    .query<{ id: string }[]>('select distinct service_id as id from status_published.report where service_id = any($1)', [
      laval.services.map(({ id }) => id),
    ]);
  const silent = firstWords.filter(word => !spoken.some(({ id }) => id === serviceOf(word).id));
  const now = app.get(Clock).now();
  const actors = new Map<string, Promise<Actor>>();
  for (const word of silent) {
    if (!actors.has(word.by)) actors.set(word.by, actorOf(app, word.by));
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

export async function instantOf(app: INestApplicationContext, moment: Moment, now: Date): Promise<Date> {
  if ('hours' in moment) return new Date(now.getTime() + moment.hours * 3_600_000);
  const [{ instant }] = await app.get(DataSource).query<[{ instant: Date }]>(
    `select (($1::timestamptz at time zone time_zone)::date + $2::int + make_interval(hours => $3)) at time zone time_zone as instant
     from directory_published.region`,
    [now, moment.days, moment.at],
  );
  return instant;
}

/** As the account itself would come in. */
export async function actorOf(app: INestApplicationContext, person: string): Promise<Actor> {
  const { token } = await app.get(CreateToken).run({ email: `${person}@demo.fanal.test`, name: 'demo load', ttlMs: 60_000 });
  const recognized = await app.get(Recognition).recognize({ kind: 'token', secret: token });
  return recognized!.actor; // just made
}

function serviceOf({ service }: FirstWord) {
  const found = laval.services.find(({ name }) => name === service);
  if (!found) throw new Error(`The demonstration has no service called ${service}.`);
  return found;
}
