import { useFollow } from '../../hub/use-follow.ts';
import { useActs, useAnswered } from '../../hub/use-outbox.ts';
import { now } from '../../ui/pulse.ts';
import { useMarked } from '../../ui/use-marked.ts';
import { MyServicesChanged } from './my-services.query.ts';
import { isOwnNews } from './own-news.ts';

type From = { organizations: string[]; readAt: { position: string; at: number } | undefined; noLine: boolean; onExpired: () => void };

/** Which services somebody else has just spoken of, as it happens. */
export function useChanged({ organizations, readAt, noLine, onExpired }: From): ReadonlySet<string> {
  const acts = useActs();
  const answered = useAnswered();
  const [changed, mark] = useMarked();
  useFollow({
    query: MyServicesChanged,
    after: organizations.length > 0 ? readAt?.position : undefined,
    readAt: readAt?.at,
    noLine,
    variables: { filter: { organizations } },
    changeIn: ({ serviceStatusChanged }) => serviceStatusChanged,
    onNews({ serviceStatusChanged: { service, status, location } }) {
      const ofPlace = location && service.statusByLocation.find(place => place.location.id === location.id)?.status;
      if (!isOwnNews(service.id, ofPlace ?? status, { acts, answered, now: now() })) mark(service.id);
    },
    onExpired,
  });
  return changed;
}
