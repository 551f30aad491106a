import { type Sayable, wordsOf } from '../../saying/sayable.ts';
import { isPast, lastWord, type Said, surenessAt } from '../../ui/sureness.ts';

/** What « Rien n’a changé » for all cannot say, and why; a count is to be counted, a different word to be answered, not presumed. */
export function whyNotAtOnce(
  service: Sayable,
  now: number,
): 'NEVER_SAID' | 'GOOD_UNTIL_IS_OVER' | 'CONTRADICTED' | 'HAS_CAPACITY' | 'CLOSED' | null {
  const said = wordsOf(service);
  if (service.status.state === 'UNKNOWN') return 'NEVER_SAID';
  if (service.status.state === 'CLOSED') return 'CLOSED';
  if (said.some(word => isPast(word, now))) return 'GOOD_UNTIL_IS_OVER';
  if (said.some(({ contradicted }) => contradicted)) return 'CONTRADICTED';
  return said.some(({ capacity }) => capacity) ? 'HAS_CAPACITY' : null;
}

export const canConfirmAtOnce = (service: Sayable, now: number): boolean => whyNotAtOnce(service, now) === null;

export const isDue = (said: Said, now: number): boolean =>
  said.state === 'UNKNOWN' || (said.state !== 'CLOSED' && (said.contradicted === true || surenessAt(said, now) !== 'FRESH'));

export type Ask<S extends Sayable> = {
  due: S[];
  /** By when, where nothing is late yet. */
  before: number | null;
  lastWordAt: string | null;
  /** All that one tap says again, due or not; nothing when it would leave out everything that is due. */
  atOnce: S[];
  /** Due, and to be said one by one. */
  oneByOne: S[];
  /** When nothing is due: when the next confirmation will be. */
  next: number | null;
};

const least = (instants: number[]): number | null => (instants.length ? Math.min(...instants) : null);

/** What is asked of the person, of all their services, now. */
export function askOf<S extends Sayable>(services: readonly S[], now: number): Ask<S> {
  const due = services.filter(({ status }) => isDue(status, now));
  const late = due.some(
    ({ status }) => status.state === 'UNKNOWN' || status.contradicted || surenessAt(status, now) === 'STALE' || !status.staleAt,
  );
  const words = services.flatMap(({ status }) => lastWord(status)?.at ?? []);
  const coming = services.flatMap(({ status }) => (status.agingAt && status.state !== 'CLOSED' ? Date.parse(status.agingAt) : []));
  return {
    due,
    before: late ? null : least(due.map(({ status }) => Date.parse(status.staleAt!))), // none is without one when none is late
    lastWordAt: words.sort((one, other) => Date.parse(other) - Date.parse(one))[0] ?? null,
    atOnce: due.some(service => canConfirmAtOnce(service, now)) ? services.filter(service => canConfirmAtOnce(service, now)) : [],
    oneByOne: due.filter(service => !canConfirmAtOnce(service, now)),
    next: least(coming.filter(at => at > now)),
  };
}

const urgency = ({ status }: Sayable, now: number): number => {
  if (status.state === 'CLOSED') return 3;
  if (status.state === 'UNKNOWN' || status.contradicted) return 0;
  return { STALE: 0, AGING: 1, FRESH: 2 }[surenessAt(status, now)];
};

/** What is due first, else in the order given; decided when the list is opened, never under the hand. */
export const dueFirst = <S extends Sayable>(services: readonly S[], now: number): S[] =>
  services
    .map((service, place) => ({ service, place }))
    .sort((one, other) => urgency(one.service, now) - urgency(other.service, now) || one.place - other.place)
    .map(({ service }) => service);

/** The order once chosen is kept; what came later stands below. */
export function inKeptOrder<S extends Sayable>(services: readonly S[], order: readonly string[]): S[] {
  const place = new Map(order.map((id, index) => [id, index]));
  return [...services].sort((one, other) => (place.get(one.id) ?? Infinity) - (place.get(other.id) ?? Infinity) || 0);
}
