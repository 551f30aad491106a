import { useQuery } from '@apollo/client/react';
import { useText } from '../../ui/localized.tsx';
import { GoToWhose } from './go-to.query.ts';

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

/** « Popote Sainte-Rose, Sainte-Rose »: whose these services are, and where, once it is known. */
export function useWhose(serviceIds: readonly string[]): (serviceId: string) => string | undefined {
  const textOf = useText();
  const [first = ''] = serviceIds;
  const ids = Object.fromEntries(names.map((name, n) => [name, serviceIds[n] ?? first])) as Record<(typeof names)[number], string>; // of each name
  const { data } = useQuery(GoToWhose, { variables: ids, skip: serviceIds.length === 0 });
  const found = data ? names.flatMap(name => data[name] ?? []) : [];
  return serviceId => {
    const service = found.find(({ id }) => id === serviceId);
    if (!service) return undefined;
    const [place, ...others] = service.locations;
    const town = others.length === 0 ? textOf(place?.territory?.name) : '';
    return [textOf(service.organization.name), town].filter(Boolean).join(', ');
  };
}
