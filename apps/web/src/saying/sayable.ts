import { isPast, type Said } from '../ui/sureness.ts';

export type Sayable = { id: string; status: Said; statusByLocation?: readonly { status: Said }[] };

/** One tap says again the word on the service and those on its places. */
export const wordsOf = ({ status, statusByLocation = [] }: Sayable): Said[] => [status, ...statusByLocation.map(place => place.status)];

/** The same state can be said again, unless nobody said one, it is gone for good, or the end that was given of it, or of a place, has come. */
export const canConfirm = (service: Sayable, now: number): boolean =>
  service.status.state !== 'UNKNOWN' && service.status.state !== 'CLOSED' && !wordsOf(service).some(said => isPast(said, now));
