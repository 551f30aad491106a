import { defineEvent } from '#libs/platform';

export interface SchedulesChanged {
  v: 1;
  /** 500 at most. */
  serviceIds: readonly string[];
}

/** When these services are open has changed. It names confidential ones too: for the rooms above, and no reader. */
export const ServiceSchedulesChangedEvent = defineEvent<SchedulesChanged>('service-schedules-changed', () => false);
