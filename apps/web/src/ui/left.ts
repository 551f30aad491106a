/** What is left of a time that runs out, in whole parts; null once it has. */
export type Left = { key: 'days' | 'hours' | 'minutes'; days: number; hours: number; minutes: number; seconds: number } | null;

export function leftOf(until: number, now: number): Left {
  const left = Math.ceil((until - now) / 1_000);
  if (left <= 0) return null;
  const [days, hours, minutes, seconds] = [left / 86_400, (left / 3_600) % 24, (left / 60) % 60, left % 60].map(Math.floor) as [
    number,
    number,
    number,
    number,
  ];
  return { key: days > 0 ? 'days' : hours > 0 ? 'hours' : 'minutes', days, hours, minutes, seconds };
}

/** Hours up to three days, then days where they are whole. */
export const lasts = (hours: number): { key: 'hours' | 'days'; count: number } =>
  hours > 48 && hours % 24 === 0 ? { key: 'days', count: hours / 24 } : { key: 'hours', count: hours };
