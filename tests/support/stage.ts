import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import { AddMembership, CreateAccount, type Role } from '#libs/identity';
import { launchBrowser } from './chromium.ts';
import { Person } from './person.ts';
import { kitchen, pain, someServices } from './region.ts';
import { TestHub } from './test-hub.ts';

/** A hub with a partner's few services, a browser, and whoever comes to it. */
export class Stage {
  private readonly people: Person[] = [];

  private constructor(
    readonly browser: Browser,
    readonly hub: TestHub,
  ) {}

  static async set(env: Record<string, string> = {}): Promise<Stage> {
    const hub = await TestHub.start(undefined, { FANAL_WEB: process.env.FANAL_WEB!, LOG_LEVEL: 'fatal', ...env });
    await someServices(hub.db);
    const stage = new Stage(await launchBrowser(), hub);
    await stage.has('Partenaire', 'PARTNER_EDITOR', pain);
    return stage;
  }

  /** Somebody of the demonstration, with a door on the sign-in page. */
  async has(displayName: string, role: Role, organizationId: string): Promise<void> {
    const email = `${role.toLowerCase().replaceAll('_', '-')}@demo.fanal.test`;
    const { accountId } = await this.hub.get(CreateAccount).run({ email, displayName, language: 'fr', demo: true });
    await this.hub.get(AddMembership).run({ accountId, organizationId, role, territories: [] });
  }

  async somebody(options: BrowserContextOptions = {}): Promise<Person> {
    const person = await Person.at(this.browser, this.hub.url, options);
    this.people.push(person);
    return person;
  }

  async partner(options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.signedIn('Partenaire', options);
    await card(person).waitFor();
    return person;
  }

  /** One click on the sign-in page, as the stranger of the demonstration does. */
  async signedIn(name: string, options: BrowserContextOptions = {}): Promise<Person> {
    const person = await this.somebody(options);
    await person.opens('/sign-in');
    await person.page.getByRole('button', { name: new RegExp(name) }).click();
    await person.page.waitForURL(url => !url.pathname.startsWith('/sign-in'));
    return person;
  }

  /** How many words there are on the kitchen. */
  async reports(): Promise<number> {
    return Number((await this.hub.db.query('select count(*) from status.report where service_id = $1', [kitchen]))[0].count);
  }

  /** Everyone goes; what their consoles complained of. */
  async clear(): Promise<string[]> {
    const complaints = this.people.flatMap(person => person.complaints);
    await Promise.all(this.people.splice(0).map(person => person.leaves()));
    return complaints;
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.hub.close();
  }
}

export const card = (person: Person, name = 'Cuisine collective'): Locator => person.page.getByRole('article', { name });

export const row = (person: Person, name: string | RegExp): Locator =>
  person.page.getByRole('article').or(person.page.getByRole('listitem')).filter({ hasText: name }).first();

/** Opens the sheet, taps the state, publishes. */
export async function says(person: Person, state: RegExp): Promise<void> {
  await card(person)
    .getByRole('button', { name: /Changer|Dire l’état|Corriger/ })
    .first()
    .click();
  await person.page.getByRole('radio', { name: state }).click();
  await person.page.getByRole('button', { name: /^(Publier|Publish)$/ }).click();
}
