import type { Act, Answered } from '../../hub/act.ts';

type Word = { observedAt?: string | null; confirmedAt?: string | null };
type Done = { acts: readonly Act[]; answered: readonly Answered[]; now: number };

const justNow = 10_000;
const near = 5_000;

const speaksOf = (serviceId: string, { input }: Act) => input.serviceId === serviceId || input.serviceIds?.includes(serviceId);

/**
 * Whether news is the person's own word coming back: no news to them. A report bears the instant of its tap;
 * a confirmation bears the hub's, so it is theirs while one of theirs is on its way, or was just agreed to.
 */
export function isOwnNews(serviceId: string, { observedAt, confirmedAt }: Word, { acts, answered, now }: Done): boolean {
  const sent = [...acts.filter(({ tried }) => tried), ...answered.filter(({ at }) => now - at < justNow).map(({ act }) => act)];
  const isConfirmation = confirmedAt != null && (observedAt == null || Date.parse(confirmedAt) > Date.parse(observedAt));
  return sent.some(act => {
    if (!speaksOf(serviceId, act)) return false;
    if (isConfirmation) return act.kind === 'confirmation';
    return act.kind === 'report' && observedAt != null && Math.abs(Date.parse(act.actedAt) - Date.parse(observedAt)) < near;
  });
}
