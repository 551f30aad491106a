import { setTimeout as delay } from 'node:timers/promises';

/** Those that reach it while it works are done together, by its next turn: many share one commit. */
export class Grouped<In, Out> {
  private waiting: { item: In; done: (out: Out) => void; failed: (error: Error) => void }[] = [];
  private working?: Promise<void>;

  constructor(
    private readonly work: (items: readonly In[]) => Promise<readonly Out[]>,
    /** How long the first of a turn waits for others, in milliseconds. */
    private readonly patience = 0,
  ) {}

  add(item: In): Promise<Out> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      this.working ??= this.turns();
    });
  }

  private async turns(): Promise<void> {
    await Promise.resolve(); // what is added in the same moment comes along
    while (this.waiting.length > 0) {
      if (this.patience > 0) await delay(this.patience);
      const turn = this.waiting.splice(0);
      try {
        const outs = await this.work(turn.map(({ item }) => item));
        turn.forEach(({ done }, n) => done(outs[n]!)); // one for each
      } catch (error) {
        turn.forEach(({ failed }) => failed(error as Error));
      }
    }
    this.working = undefined;
  }
}
