import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { Line } from './line.ts';
import { until } from './test-hub.ts';

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** Somebody with a browser and a line of their own. What the console complains of is kept: a story ends by reading it. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly line: Line,
    public page: Page,
  ) {}

  static async at(browser: Browser, hub: string, options: BrowserContextOptions = {}): Promise<Person> {
    const line = await Line.to(hub);
    const context = await browser.newContext({
      viewport: phone,
      locale: 'fr-CA',
      timezoneId: 'America/Vancouver',
      baseURL: line.address,
      ...options,
    });
    const person = new Person(context, line, await context.newPage());
    person.listen(person.page);
    return person;
  }

  private listen(page: Page): void {
    page.setDefaultTimeout(20_000);
    page.on('console', said => {
      if (said.type() === 'error' && !/ERR_|WebSocket|Failed to fetch|status of 401/.test(said.text())) this.complaints.push(said.text());
    });
    page.on('pageerror', error => this.complaints.push(error.message));
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** The sign that what is on screen is live; the room of that name is another. */
  get live(): Locator {
    return this.page.locator('header b', { hasText: /^(En direct|Live)$/ }).filter({ visible: true });
  }

  async opensAnother(path: string): Promise<void> {
    await this.page.close();
    this.page = await this.context.newPage();
    this.listen(this.page);
    await this.page.goto(path);
  }

  /** The device keeps a view of the hub that holds these words. */
  keeps(words: string): Promise<boolean> {
    return this.page.evaluate(
      words =>
        new Promise<boolean>(done => {
          const opening = (globalThis as any).indexedDB.open('fanal');
          opening.onsuccess = () => {
            const reading = opening.result.transaction('views').objectStore('views').get('last');
            reading.onsuccess = () => (opening.result.close(), done(JSON.stringify(reading.result ?? '').includes(words)));
          };
        }),
      words,
    );
  }

  async losesTheLine(): Promise<void> {
    this.line.cut();
    await this.context.setOffline(true);
    await this.page
      .getByText(/^(Hors ligne|Offline)/)
      .filter({ visible: true })
      .first()
      .waitFor();
  }

  async hasTheLineAgain(): Promise<void> {
    this.line.mend();
    await this.context.setOffline(false);
  }

  /** What axe finds serious or worse. */
  async faults(): Promise<string[]> {
    await until(() => this.page.evaluate(isStill)); // half faded in, no ink has its contrast
    if (!(await this.page.evaluate(() => 'axe' in globalThis))) await this.page.evaluate(axe.source);
    const { violations } = await this.page.evaluate(
      () =>
        // the page's own, put there above
        (globalThis as any).axe.run({
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
          ...{ resultTypes: ['violations'], selectors: false, preload: false }, // what is right, and where it is, costs as much again
        }) as Promise<axe.AxeResults>,
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }

  /** The names of what this device keeps of forms that were begun. */
  drafts(): Promise<string[]> {
    const names = () => Object.keys((globalThis as any).localStorage); // runs in the page, of which our types know nothing
    return this.page.evaluate(names).then(all => all.filter(name => name.startsWith('draft')));
  }

  async leaves(): Promise<void> {
    await this.context.close();
    this.line.close();
  }
}

/** Nothing moves, nor is about to: what opens begins to move a frame or two later. */
async function isStill(): Promise<boolean> {
  const { document, requestAnimationFrame } = globalThis as any;
  for (let frame = 0; frame < 6; frame++) {
    if (document.getAnimations().length > 0) return false;
    await new Promise(drawn => requestAnimationFrame(drawn));
  }
  return true;
}
