import { UserInputError } from '#libs/kernel';
import type { HoursOfDay, Maybe, ServiceHoursArgs } from '#libs/schema';
import type { HoursOfServiceById } from './hours-of-service.loader.ts';
import { addDays, dayAt, daysFrom } from './local-time.ts';
import { exceptionOn, periodsAt, periodsOf } from './opening-periods.ts';

const MOST = 62;

type Said = NonNullable<Awaited<ReturnType<HoursOfServiceById['load']>>>;

/** Each day, with the periods that begin on it; none where no hours are known. */
export function hoursOfDays(service: Said, { from, days, locationId }: Partial<ServiceHoursArgs>, now: Date): HoursOfDay[] {
  const length = days ?? 7;
  if (length < 1 || length > MOST) throw new UserInputError(`\`days\` is from 1 to ${MOST}.`);
  const first = from ?? dayAt(now, service.zone);
  const last = addDays(first, length - 1);
  const levels = levelsAt(service, locationId);
  if (!levels) return [];
  const periods = locationId
    ? periodsAt(levels, service, service.holidays, first, last)
    : periodsOf(service, service.holidays, first, last).whole;
  if (!periods) return [];
  return daysFrom(first, last).map(date => {
    const instead = exceptionOn(levels, date);
    const holiday = service.holidays.get(date) ?? null;
    return {
      date,
      periods: periods.filter(({ day }) => day === date),
      holiday,
      rule: holiday && !instead ? service.holidayRule : null,
      exception: instead?.description ?? null,
    };
  });
}

/** Null for a place that is not its own. */
function levelsAt({ own, places }: Said, locationId: Maybe<string> | undefined) {
  const at = places.find(place => place.locationId === (locationId ?? (places.length === 1 ? place.locationId : null)));
  if (at) return [at.here, own, at.place];
  return locationId ? null : [own];
}
