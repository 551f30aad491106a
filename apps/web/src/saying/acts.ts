import type { ApolloCache } from '@apollo/client';
import type { Act, ActKind, Answered } from '../hub/act.ts';
import { graphql } from '../hub/graphql.ts';
import { Sayable } from '../hub/status-word.ts';
import type {
  ConfirmServiceStatusInput,
  LeftOutReason,
  ReportServiceStatusInput,
  SayableServiceFragment,
  StatusNotice,
} from '../hub/gql/graphql.ts';
import type { Said } from '../ui/sureness.ts';
import { nameHeld } from './named.ts';

export type Report = Omit<ReportServiceStatusInput, 'idempotencyKey'>;
export type Confirmation = Pick<ConfirmServiceStatusInput, 'serviceIds' | 'observedAt'>;

type Status = SayableServiceFragment['status'];

/** Until the hub has said it. */
const COUNT_LASTS = 4 * 3_600_000;

const write = (cache: ApolloCache, serviceId: string, become: (service: SayableServiceFragment) => SayableServiceFragment) =>
  cache.updateFragment(
    { fragment: Sayable, fragmentName: 'SayableService', id: `Service:${serviceId}` },
    service => service && become(service),
  );

/** What the hub will answer to this report, as well as it can be known here. */
function asReported(status: Status, { input, actedAt }: Act<Report>, replacement: Status['replacement']): Status {
  const { capacity, effectiveFrom, heardFrom } = input;
  const observedAt = input.observedAt ?? actedAt;
  const note = input.note ? { __typename: 'LocalizedText' as const, fr: input.note.fr ?? null, en: input.note.en ?? null } : null;
  if (effectiveFrom && effectiveFrom > actedAt)
    return { ...status, planned: { __typename: 'PlannedStatus', state: input.state, takesOverAt: effectiveFrom, note } };
  if (status.observedAt && observedAt < status.observedAt) return status; // it joins the history only
  return {
    ...status,
    state: input.state,
    since: observedAt,
    observedAt,
    confirmedAt: null,
    goodUntil: input.goodUntil ?? null,
    freshness: 'FRESH',
    agingAt: null,
    staleAt: input.goodUntil ?? null,
    source: heardFrom ? 'RESEARCHER' : 'PARTNER',
    note,
    replacement,
    capacity: capacity
      ? {
          __typename: 'Capacity',
          available: capacity.available,
          total: capacity.total ?? status.capacity?.total ?? null,
          asOf: observedAt,
          agesAt: new Date(Date.parse(observedAt) + COUNT_LASTS).toISOString(),
          unit: capacity.unit
            ? { __typename: 'LocalizedText', fr: capacity.unit.fr ?? null, en: capacity.unit.en ?? null }
            : (status.capacity?.unit ?? { __typename: 'LocalizedText', fr: null, en: null }),
        }
      : null,
  };
}

const report: ActKind<Report> = {
  mutation: graphql(`
    mutation ReportServiceStatus($input: ReportServiceStatusInput!) {
      answer: reportServiceStatus(input: $input) {
        ... on ServiceStatusReported {
          notices
          other {
            id
            state
            observedAt
            source
          }
          report {
            id
            position
            observedAt
            service {
              id
              ...SayableService
            }
          }
        }
        ... on Refusal {
          code
          message
          field
        }
      }
    }
  `),
  show(cache, act) {
    const { serviceId, locationId, effectiveFrom, replacementServiceId } = act.input;
    const replacement = replacementServiceId ? nameHeld(cache, replacementServiceId) : null;
    const planned = effectiveFrom != null && effectiveFrom > act.actedAt;
    write(cache, serviceId, service => {
      const ofPlace = (id: string) => !locationId || id === locationId;
      const statusByLocation = service.statusByLocation.map(place =>
        ofPlace(place.location.id) ? { ...place, status: asReported(place.status, act, replacement) } : place,
      );
      const status = locationId
        ? { ...service.status, mixed: service.status.mixed || (!planned && act.input.state !== service.status.state) }
        : { ...asReported(service.status, act, replacement), mixed: planned && service.status.mixed };
      return { ...service, status, statusByLocation };
    });
  },
};

const confirmation: ActKind<Confirmation> = {
  dated: saidAt => ({ saidAt }),
  mutation: graphql(`
    mutation ConfirmServiceStatus($input: ConfirmServiceStatusInput!) {
      answer: confirmServiceStatus(input: $input) {
        ... on ServiceStatusConfirmed {
          services {
            id
            ...SayableService
          }
          leftOut {
            id
            ...SayableService
          }
          leftOutBecause {
            why
            service {
              id
            }
          }
        }
        ... on Refusal {
          code
          message
          field
        }
      }
    }
  `),
  show(cache, { input, actedAt }) {
    const again = (status: Status): Status => ({
      ...status,
      confirmedAt: actedAt,
      freshness: 'FRESH',
      agingAt: null,
      staleAt: status.goodUntil ?? null,
    });
    for (const id of input.serviceIds)
      write(cache, id, service => ({
        ...service,
        status: again(service.status),
        statusByLocation: service.statusByLocation.map(place =>
          place.status.observedAt === service.status.observedAt ? { ...place, status: again(place.status) } : place,
        ),
      }));
  },
};

export const acts = { report, confirmation };

/** The latest act on a service. */
export const actOn = (serviceId: string, done: readonly Act[]): Act | undefined =>
  done.findLast(({ input }) => input.serviceId === serviceId || input.serviceIds?.includes(serviceId));

export const allAnsweredOn = (serviceId: string, answered: readonly Answered[]): Answered[] =>
  answered.filter(({ act }) => actOn(serviceId, [act]));

export const answeredOn = (serviceId: string, answered: readonly Answered[]): Answered | undefined =>
  allAnsweredOn(serviceId, answered).at(-1);

type ReportAnswer = {
  notices: StatusNotice[];
  other: { state: Said['state']; observedAt: string; source: string } | null;
  report: { observedAt: string };
};
type ConfirmationAnswer = { services: { id: string }[]; leftOutBecause: { why: LeftOutReason; service: { id: string } }[] };

// `as`: the queue keeps answers of every kind; the kind beside it says which, and its mutation above what is in it.
export const reportAnswer = ({ act, answer }: Answered): ReportAnswer | null =>
  act.kind === 'report' ? (answer as unknown as ReportAnswer) : null;
export const confirmationAnswer = ({ act, answer }: Answered): ConfirmationAnswer | null =>
  act.kind === 'confirmation' ? (answer as unknown as ConfirmationAnswer) : null;
