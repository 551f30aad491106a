import { useForm } from '@mantine/form';
import { type SyntheticEvent, useState } from 'react';
import type { Act } from '../hub/act.ts';
import { keptDrafts } from '../hub/kept-drafts.ts';
import type { ChangeSheet_ServiceFragment, ServiceState } from '../hub/gql/graphql.ts';
import { useOutbox } from '../hub/use-outbox.ts';
import { now } from '../ui/pulse.ts';
import type { Said } from '../ui/sureness.ts';
import type { Report } from './acts.ts';
import { type Draft, draftOf, fieldOf, heardFrom, inState, same } from './draft.ts';
import { useBegun } from './use-begun.ts';
import { useFaultIn } from './use-fault-in.ts';

type Writing = {
  service: ChangeSheet_ServiceFragment;
  refused?: Act<Report>;
  /** From the organization, by telephone. */
  heard?: boolean;
  onDone: () => void;
};

/** The report being written: what it is about, what it says, its keeping and its publishing. */
export function useReport({ service, refused, heard, onDone }: Writing) {
  const outbox = useOutbox();
  const faultIn = useFaultIn();
  const [closing, askClosing] = useState(false);
  const statusOf = (locationId: string | null | undefined): Said =>
    service.statusByLocation.find(({ location }) => location.id === locationId)?.status ?? service.status;
  const plain = (locationId: string | null = null) => draftOf(service.id, locationId, statusOf(locationId), now());

  const { resumed, begun, forget } = useBegun(service, refused !== undefined);
  const form = useForm<Draft>({
    initialValues: refused?.input ?? resumed ?? plain(),
    initialErrors: refused?.refusal && { [fieldOf(refused.refusal)]: refused.refusal.message },
  });
  const draft = form.values;
  const about = statusOf(draft.locationId);

  const publish = (event: SyntheticEvent) => {
    event.preventDefault();
    const fault = faultIn(draft);
    if (fault) return form.setFieldError(fault.field, fault.words);
    if (draft.state === 'CLOSED' && !closing) return askClosing(true);
    void outbox.put('report', { ...draft, ...heardFrom(heard), state: draft.state! }, refused); // no fault: it has a state
    keptDrafts.write(service.id, null);
    onDone();
  };
  const set = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    form.setValues(next);
    for (const field of Object.keys(change)) form.clearFieldError(field);
    if (!refused) keptDrafts.write(service.id, same(next, plain(next.locationId)) ? null : { at: now(), draft: next });
  };

  return {
    report: draft,
    errors: form.errors,
    closing,
    about,
    publish,
    begun,
    saying: draft.state ? wordOf({ ...draft, state: draft.state }, about) : null,
    notClosed: () => askClosing(false),
    anew: () => (forget(), form.setValues(plain())),
    set,
    become: (state: ServiceState) => (askClosing(false), set(inState(draft, state, about))),
    aboutPlace: (locationId: string | null) => set(plain(locationId)),
  };
}

const wordOf = (draft: Draft & { state: ServiceState }, about: Said): Said => {
  const { capacity } = draft;
  const unit = capacity?.unit ?? about.capacity?.unit;
  return {
    state: draft.state,
    goodUntil: draft.goodUntil,
    note: draft.note,
    capacity: capacity && unit ? { available: capacity.available, total: capacity.total ?? about.capacity?.total, unit, asOf: '' } : null,
  };
};
