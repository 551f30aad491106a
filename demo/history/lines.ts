import { FollowRoutingProblem, ReportRoutingProblem, SetLine, SetRosterEntry, TellLine } from '#libs/lines';
import type { People } from '../load-people.ts';
import { organizationId } from '../load-people.ts';

import type { Step, Then } from '../then.ts';
import type { Days } from './days.ts';

const text = (fr: string, en: string) => ({ fr, en });
const CENTRE = 'Centre de référence du Grand Montréal – 211';
const daily = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR'] as const;
const weekend = ['SA', 'SU'] as const;

const lines = [
  {
    code: 'PHONE_211',
    name: text('211 par téléphone', '211 by telephone'),
    number: '211',
    hours: [{ byday: [...daily], opensAt: '08:00', closesAt: '18:00' }],
  },
  {
    code: 'CHAT_211',
    name: text('211 par clavardage', '211 by chat'),
    hours: [
      { byday: [...weekdays], opensAt: '08:00', closesAt: '18:00' },
      { byday: [...weekend], opensAt: '08:00', closesAt: '15:30' },
    ],
  },
];

/** Everybody in it is invented; the number is one of those that are nobody's. */
const lost = {
  number: '450 555-0142',
  company: 'Télécom Exemple (fictive)',
  device: 'CELL',
  territory: 'vimont',
  whatHappened: 'Le 211 sonne trois fois, puis la communication coupe. Trois essais en dix minutes.',
} as const;

/** How the lines were, whom 211 can call up, and a call that did not arrive. */
export function lineSteps({ supervisor, counsellor }: People, at: Days, now: Date): Step[] {
  const ago = (minutes: number) => new Date(+now - minutes * 60_000);
  return [
    { at: at(20, 9, 0), run: owned },
    { at: at(14, 10, 0), run: enrolled },
    { at: at(4, 11, 30), run: then => reported(then) },
    {
      at: ago(25),
      run: then => then.rooms.get(TellLine).run(counsellor, { code: 'CHAT_211', state: 'OPEN', waitSeconds: 30, waiting: 1 }),
    },
    {
      at: ago(12),
      run: then => then.rooms.get(TellLine).run(counsellor, { code: 'PHONE_211', state: 'BUSY', waitSeconds: 180, waiting: 4 }),
    },
  ];

  async function owned({ rooms }: Then): Promise<void> {
    for (const line of lines) await rooms.get(SetLine).run(supervisor, { ...line, ownerOrganizationId: organizationId(CENTRE) });
  }

  async function enrolled({ rooms }: Then): Promise<void> {
    const entry = (name: string, languages: string[], shifts: { byday: (typeof daily)[number][]; begins: string; ends: string }[]) =>
      rooms.get(SetRosterEntry).run(supervisor, {
        email: `${name}@demo.fanal.test`,
        languages,
        trainings: [{ code: 'ONLINE_211', on: now.toISOString().slice(0, 10) }],
        shifts,
      });
    await entry('researcher', ['fr', 'en', 'ht'], [{ byday: [...weekdays], begins: '12:00', ends: '20:00' }]);
    await entry('counsellor', ['fr', 'en', 'ar'], []);
  }

  async function reported({ rooms }: Then): Promise<void> {
    const { problemId } = await rooms
      .get(ReportRoutingProblem)
      .run({ actor: counsellor, address: '192.0.2.1' }, { ...lost, lineCode: 'PHONE_211' });
    await rooms.get(FollowRoutingProblem).run(supervisor, { problemId, state: 'SENT_TO_COMPANY', note: 'Lettre envoyée à la compagnie.' });
  }
}

/** What of the outage points to 911 at once. */
export const redFlags = {
  code: 'N911',
  name: text('911, urgence', '911, emergency'),
  when: text(
    'Intoxication au monoxyde de carbone : génératrice, barbecue ou chauffage d’appoint à l’intérieur, mal de tête. Sortir, puis appeler.',
    'Carbon monoxide poisoning: generator, barbecue or camping heater indoors, headache. Get out, then call.',
  ),
  numbers: [{ number: '911' }],
  position: 1,
  words: {
    fr: ['génératrice', 'barbecue', 'mal de tête', 'appareil respiratoire'],
    en: ['generator', 'barbecue', 'headache', 'oxygen machine'],
  },
};
