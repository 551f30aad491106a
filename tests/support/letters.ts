import { newId } from '#libs/kernel';
import { type Letter, Mail, type Outcome, UnitOfWork } from '#libs/platform';
import type { TestHub } from './test-hub.ts';

export const addressOf = (subject: string): string => `${subject}@test.invalid`;
export const newSubjects = (many: number): string[] => Array.from({ length: many }, () => newId());

/** A letter of the tests' own, to whatever subject it is about; and what was said of it. */
export function writes(hub: TestHub, template: string, change: (subject: string) => Partial<Letter> | null = () => ({})): Outcome[] {
  const told: Outcome[] = [];
  hub.get(Mail).define(template, {
    async write(_, subjects, base) {
      const letters = subjects.map(subject => [subject, letter(subject, base, change(subject))] as const);
      return new Map(letters.filter((each): each is [string, Letter] => each[1] !== null));
    },
    async settled(_, outcomes) {
      told.push(...outcomes);
    },
  });
  return told;
}

function letter(subject: string, base: string, change: Partial<Letter> | null): Letter | null {
  if (!change) return null;
  return { to: addressOf(subject), subject: 'Essai', text: `${base}/${subject}`, html: `<p>${subject}</p>`, language: 'fr', ...change };
}

export const put = (hub: TestHub, template: string, subjects: readonly string[], how: Parameters<Mail['putMany']>[3] = {}) =>
  hub.get(UnitOfWork).run(tx => hub.get(Mail).putMany(tx, template, subjects, how));

/** How many there are in each state. */
export async function states(hub: TestHub, template: string): Promise<Record<string, number>> {
  const rows = await hub.db.query<{ state: string; count: number }[]>(
    'select state, count(*)::int as count from platform.outgoing where template = $1 group by state',
    [template],
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
