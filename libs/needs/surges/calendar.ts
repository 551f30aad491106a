const YEAR = 365.25;
const WEEKEND = [6, 0];

/** Days since 2000-01-01, a Saturday: the weekday, and the season where a year of the past is known. */
export function calendarOfDay(day: number, seasonal: boolean): number[] {
  const weekday = (day + 6) % 7;
  const angle = (2 * Math.PI * day) / YEAR;
  return [...Array.from({ length: 6 }, (_, k) => Number(weekday === k)), ...(seasonal ? [Math.sin(angle), Math.cos(angle)] : [])];
}

/** Hours of the region's clock: the hour of the day, and whether it is the weekend. */
export function calendarOfHour(hour: number, weekday: number): number[] {
  return [...Array.from({ length: 23 }, (_, k) => Number(hour === k)), Number(WEEKEND.includes(weekday))];
}
