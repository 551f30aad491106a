import { ReportServiceStatus } from '#libs/status';
import { type FirstWord, firstWords, type Moment } from './first-words.ts';
import laval from './laval.json' with { type: 'json' };
import type { People } from './load-people.ts';
import type { Step, Then } from './then.ts';

/** Each said by its own account when it was seen. */
export async function firstWordSteps({ manager }: Then, people: People, now: Date): Promise<Step[]> {
  const instant = async (moment: Moment): Promise<Date> => {
    if ('hours' in moment) return new Date(+now + moment.hours * 3_600_000);
    const [{ at }] = await manager.query<[{ at: Date }]>(
      `select (($1::timestamptz at time zone time_zone)::date + $2::int + make_interval(hours => $3)) at time zone time_zone as at
       from directory_published.region`,
      [now, moment.days, moment.at],
    );
    return at;
  };
  const steps: Step[] = [];
  for (const word of firstWords) {
    const at = await instant(word.observed);
    const [effectiveFrom, goodUntil] = [word.from && (await instant(word.from)), word.until && (await instant(word.until))];
    const said = { ...inputOf(word), effectiveFrom, goodUntil };
    steps.push({ at, run: ({ rooms }) => rooms.get(ReportServiceStatus).run(people[word.by], said) });
  }
  return steps;
}

function inputOf({ service: name, place, state, note, changes, capacity }: FirstWord) {
  const service = laval.services.find(service => service.name === name);
  if (!service) throw new Error(`The demonstration has no service called ${name}.`);
  const at = place && service.service_at_locations.find(({ location }) => location.name === place)?.location.id;
  return { serviceId: service.id, locationId: at ?? null, state, note, changes, capacity };
}
