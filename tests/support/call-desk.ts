import { become } from './looks.ts';
import { desk, type Person } from './person.ts';
import { bonnePage } from './region.ts';
import { Stage } from './stage.ts';
import type { Answer } from './test-hub.ts';

/** A counsellor's desk while a pandemic runs, and what the hub then holds. */
export async function setTheDesk() {
  const stage = await Stage.set();
  await stage.has('Josée', 'COUNSELLOR', bonnePage);
  const supervisor = await stage.hub.as('CENTRE_SUPERVISOR', bonnePage);
  const opening = 'mutation ($input: OpenCrisisInput!) { openCrisis(input: $input) { ... on CrisisOpened { crisis { id } } } }';
  const areas = [{ territory: 'laval', phase: 'RESPONSE' }];
  const { crisis } = (await supervisor.ask(opening, { input: { name: { fr: 'COVID-19' }, nature: 'PANDEMIC', areas } })).openCrisis;
  const says = async (serviceId: string, state: string) => {
    const input = { serviceId, state, heardFrom: { channel: 'TELEPHONE' } };
    const reporting = 'mutation ($input: ReportServiceStatusInput!) { reportServiceStatus(input: $input) { __typename } }';
    await (await stage.hub.as('RESEARCHER', bonnePage)).ask(reporting, { input });
  };
  const contacts = (): Promise<Answer[]> =>
    stage.hub.db.query(
      `select contact.id, kind, language, interpreted, gender, age_group, neighbourhood, note, crisis_id, started_at,
       (select jsonb_agg(jsonb_build_object('kind', need.kind, 'category', need.category, 'outcome', need.outcome, 'reason', need.unmet_reason, 'gap', need.gap_id is not null,
          'seen', (select jsonb_agg(state) from needs.reference where need_id = need.id)) order by need.place) from needs.need where contact_id = contact.id) as needs,
       (select jsonb_agg(jsonb_build_object('target', target, 'mode', mode, 'basis', basis, 'result', result)) from needs.handover where contact_id = contact.id) as handovers
     from needs.contact order by recorded_at`,
    );
  const drafts = async () => Number((await stage.hub.db.query('select count(*) from needs.draft'))[0].count);

  const atTheDesk = async (language: 'fr' | 'en' = 'fr'): Promise<Person> => {
    const she = await stage.signedIn('Josée', { viewport: desk });
    await become(she, { viewport: desk, language, scheme: 'light' });
    await she.opens('/appel');
    await she.page.getByRole('button', { name: /COVID-19/ }).waitFor();
    await she.live.waitFor();
    return she;
  };
  return { stage, pandemic: crisis.id as string, says, contacts, drafts, atTheDesk };
}

export const press = async ({ page }: Person, keys: string) => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};
export const types = ({ page }: Person, words: string) => page.keyboard.type(words);
export const hears = (person: Person, words: string | RegExp) => person.page.getByText(words).filter({ visible: true }).first().waitFor();
/** A need, and the resources that could answer it. */
export async function needs(person: Person, words: string, named: string | RegExp, resource?: string): Promise<void> {
  await press(person, 'b');
  await types(person, words);
  await person.page.locator('form').getByText(named).waitFor();
  await press(person, 'Enter');
  if (resource) await person.page.getByRole('listitem').filter({ hasText: resource }).getByText('1', { exact: true }).waitFor();
}
export async function isAt(person: Person, typed: string, place: RegExp): Promise<void> {
  await press(person, 'o');
  await types(person, typed);
  await person.page.getByRole('option', { name: place }).first().waitFor();
  await press(person, 'Enter');
}
