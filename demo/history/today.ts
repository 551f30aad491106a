import type { Actor } from '#libs/kernel';
import { ContradictServiceStatus, ReportServiceStatus } from '#libs/status';
import type { People } from '../load-people.ts';
import type { Invented } from '../region/region.ts';
import { Seeded } from '../region/seeded.ts';
import { serviceId } from '../the-loading.ts';
import type { Step, Then } from '../then.ts';
import type { Days } from './days.ts';

/** After the last word that is taken in as past, people say some more, one by one. */
export const lastHour = (now: Date): Date => new Date(+now - 30 * 60_000);

const PLANS = 8;
const DISPUTES = 5;

/** What is planned for the days to come, and what 211 hears otherwise. */
export function todaySteps(services: readonly Invented[], { researcher, counsellor }: People, at: Days, now: Date): Step[] {
  const random = new Seeded('today');
  const chosen = dealt(services, PLANS + DISPUTES, random);
  const moment = (n: number) => new Date(+lastHour(now) + (n + 1) * 60_000);
  return chosen.map((service, n) => ({
    at: moment(n),
    run: n < PLANS ? plan(service, researcher, at, random.whole(1, 6)) : dispute(service, counsellor),
  }));
}

const plan = (service: Invented, actor: Actor, at: Days, days: number) => (then: Then) =>
  then.rooms.get(ReportServiceStatus).run(actor, {
    serviceId: serviceId(service.key),
    state: 'SUSPENDED',
    effectiveFrom: at(-days, 8),
    goodUntil: at(-days - 3, 8),
    note: { fr: 'Fermeture prévue : inventaire et ménage.', en: 'Planned closure: stocktaking and cleaning.' },
    heardFrom: { channel: 'PHONE', role: 'Coordination' },
  });

const dispute = (service: Invented, actor: Actor) => (then: Then) =>
  then.rooms.get(ContradictServiceStatus).run(
    { actor, language: 'fr', requestId: 'demo', transport: 'http', address: '192.0.2.1', credential: null },
    {
      serviceId: serviceId(service.key),
      says: 'CLOSED',
      note: { fr: 'Porte fermée et personne au téléphone, dit une appelante.', en: 'Door closed and nobody on the phone, says a caller.' },
    },
  );

function dealt(services: readonly Invented[], many: number, random: Seeded): Invented[] {
  const left = services.filter(({ work }) => !work.confidential);
  return Array.from({ length: Math.min(many, left.length) }, () => left.splice(random.whole(0, left.length - 1), 1)[0]!);
}
