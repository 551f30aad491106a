import { useForm } from '@mantine/form';
import { type SyntheticEvent, useState } from 'react';
import type { Act } from '../../hub/act.ts';
import type { ChangeSheet_ServiceFragment, ServiceState } from '../../hub/gql/graphql.ts';
import { useOutbox } from '../../hub/use-outbox.ts';
import { now } from '../../ui/pulse.ts';
import type { Said } from '../../ui/sureness.ts';
import type { Report } from './acts.ts';
import { type Draft, draftOf, fieldOf, inState } from './draft.ts';
import { MOST } from './note-choice.tsx';
import { useWords } from './words.ts';

/** The report being written: what it is about, what it says, and its publishing. */
export function useReport(service: ChangeSheet_ServiceFragment, refused: Act<Report> | undefined, onDone: () => void) {
  const { t } = useWords();
  const outbox = useOutbox();
  const [closing, askClosing] = useState(false);
  const statusOf = (locationId: string | null | undefined): Said =>
    service.statusByLocation.find(({ location }) => location.id === locationId)?.status ?? service.status;

  const form = useForm<Draft>({
    initialValues: refused?.input ?? draftOf(service.id, null, service.status, now()),
    initialErrors: refused?.refusal && { [fieldOf(refused.refusal)]: refused.refusal.message },
  });
  const draft = form.values;
  const about = statusOf(draft.locationId);

  const publish = (event: SyntheticEvent) => {
    event.preventDefault();
    const { state } = draft;
    if (!state) return form.setFieldError('state', t('sheet.stateMissing'));
    if (draft.goodUntil && Date.parse(draft.goodUntil) <= now()) return form.setFieldError('goodUntil', t('sheet.dateMissing'));
    const over = Math.max(draft.note?.fr?.length ?? 0, draft.note?.en?.length ?? 0) - MOST;
    if (over > 0) return form.setFieldError('note', t('sheet.noteLong', { over }));
    if (state === 'CLOSED' && !closing) return askClosing(true);
    const report: Report = { ...draft, state };
    void outbox.put('report', report, refused);
    onDone();
  };
  const set = (change: Partial<Draft>) => {
    form.setValues(change);
    for (const field of Object.keys(change)) form.clearFieldError(field);
  };

  return {
    report: draft,
    errors: form.errors,
    closing,
    about,
    publish,
    notClosed: () => askClosing(false),
    saying: draft.state ? wordOf({ ...draft, state: draft.state }, about) : null,
    become: {
      state(state: ServiceState) {
        askClosing(false);
        set(inState(draft, state, about));
      },
      aboutPlace: (locationId: string | null) => set(draftOf(service.id, locationId, statusOf(locationId), now())),
      goodUntil: (at: string | null) => set({ goodUntil: at }),
      available: (available: number) => set({ capacity: { ...draft.capacity, available } }),
      note: (note: Draft['note']) => set({ note }),
    },
  };
}

const wordOf = (draft: Draft & { state: ServiceState }, about: Said): Said => ({
  state: draft.state,
  goodUntil: draft.goodUntil,
  note: draft.note,
  capacity: about.capacity && draft.capacity ? { ...about.capacity, available: draft.capacity.available } : null,
});
