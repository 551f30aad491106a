import { v7 as newId } from 'uuid';
import { type Act, type Answer, type Answered, type Failed, isRefusal, type Refusal } from './act.ts';

/** What the queue stands on; a browser's here, a test's beside. */
export type Ground = {
  kept: {
    all(): Promise<Act[]>;
    /** False where it could only be remembered. */ put(act: Act): Promise<boolean>;
    delete(key: string): Promise<void>;
  };
  ask(act: Act): Promise<Answer | 'no line' | 'sign in' | Failed>;
  show(act: Act): void;
  hide(act: Act): void;
  /** One page of this browser at a time. */
  alone(work: () => Promise<void>): Promise<void>;
  /** To the other pages. */
  tell(): void;
  account(): string | null;
  now(): number;
  /** Whether `now` is the hub's time, not only this device's. */
  knowsTime(): boolean;
  deviceNow(): number;
  mayReach(): boolean;
};

/** After each time that the hub failed on an act; after the last, the person is told. */
const pauses = [3_000, 15_000, 45_000];

/** Sends what people do, in order, once; shows it at once; keeps it over a lost line and a closed page. */
export class Outbox {
  private acts: readonly Act[] = [];
  private answers: readonly Answered[] = [];
  private readonly failures = new Map<string, { times: number; until: number }>();
  private readonly listeners = new Set<() => void>();
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** The key is minted here, at the tap: however often the act is sent, it is this one. */
  async put<Input>(kind: string, input: Input, insteadOf?: Act): Promise<void> {
    const account = this.ground.account();
    if (account === null) return;
    if (insteadOf?.refusal?.unsure && sameInput(insteadOf, { input })) return this.again(insteadOf);
    const tapped = this.ground.knowsTime() ? {} : { tappedAt: this.ground.deviceNow() };
    const act: Act<Input> = { key: newId(), kind, account, input, actedAt: instant(this.ground.now()), ...tapped };
    this.ground.show(act);
    this.become([...this.acts.filter(({ key }) => key !== insteadOf?.key), act]);
    if (!(await this.ground.kept.put(act))) this.become(this.acts.map(one => (one.key === act.key ? { ...one, fleeting: true } : one)));
    if (insteadOf) await this.ground.kept.delete(insteadOf.key);
    this.ground.tell();
    void this.send();
  }

  /** The same act, under its key: if it was taken after all, it still counts once. */
  async again({ refusal: _, ...act }: Act): Promise<void> {
    this.failures.delete(act.key);
    this.ground.show(act);
    this.become(this.acts.map(other => (other.key === act.key ? act : other)));
    await this.ground.kept.put(act);
    this.ground.tell();
    void this.send();
  }

  /** Only what was never tried, or was refused, can be taken back. */
  async forget({ key }: Act): Promise<void> {
    const act = (await this.ground.kept.all()).find(other => other.key === key);
    if (!act || (act.tried && !act.refusal)) return;
    await this.ground.kept.delete(key);
    this.ground.hide(act);
    this.become(this.acts.filter(other => other.key !== key));
    this.ground.tell();
  }

  /** Everything the account had waiting: it signs out. */
  async forgetAll(): Promise<void> {
    for (const { key } of this.acts) await this.ground.kept.delete(key);
    for (const act of this.acts) this.ground.hide(act);
    this.become([]);
    this.ground.tell();
  }

  /** Once the person has read what came of it. */
  seen(act: Act): void {
    this.answers = this.answers.filter(answered => answered.act.key !== act.key);
    this.become(this.acts);
  }

  now = () => this.acts;
  answered = () => this.answers;
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  send = () => this.ground.alone(() => this.sendAll());

  private async sendAll(): Promise<void> {
    const { kept, ask } = this.ground;
    for (const act of this.own(await kept.all())) {
      if (act.refusal) continue;
      if (!this.ground.mayReach() || this.pauses(act)) return;
      if (act.tappedAt !== undefined && !this.ground.knowsTime()) return;
      const tried = { ...this.inTime(act), tried: true };
      await kept.put(tried);
      this.become(this.acts.map(other => (other.key === act.key ? tried : other)));
      const answer = await ask(tried);
      if (answer === 'no line' || answer === 'sign in') return;
      const refusal = 'failed' in answer ? { ...answer.failed, unsure: true } : refusalIn(answer);
      if ('failed' in answer && this.mayFailAgain(act)) return;
      if (refusal) await kept.put({ ...tried, refusal });
      else await kept.delete(act.key);
      this.settle(tried, refusal ?? (answer as Answer)); // what failed has a refusal
      this.ground.tell();
    }
  }

  /** As long ago as this device counted since the tap, by the hub's clock. From here on it never changes: the key is for this input. */
  private inTime({ tappedAt, ...act }: Act): Act {
    if (tappedAt === undefined) return act;
    const ago = Math.max(0, this.ground.deviceNow() - tappedAt);
    return { ...act, actedAt: instant(this.ground.now() - ago) };
  }

  private pauses({ key }: Act): boolean {
    return this.ground.now() < (this.failures.get(key)?.until ?? 0);
  }

  /** Counts one more failure; false when it was the last that is borne in silence. */
  private mayFailAgain({ key }: Act): boolean {
    const times = this.failures.get(key)?.times ?? 0;
    const pause = pauses[times];
    if (pause === undefined) return false;
    this.failures.set(key, { times: times + 1, until: this.ground.now() + pause });
    return true;
  }

  /** What this device keeps, as it is now: after opening, and when another page changed it. */
  async reload(): Promise<void> {
    const acts = this.own(await this.ground.kept.all());
    for (const act of this.acts) this.ground.hide(act);
    for (const act of acts) if (!act.refusal) this.ground.show(act);
    this.become(acts);
  }

  private own = (acts: Act[]) => acts.filter(({ account }) => account === this.ground.account());

  private settle(act: Act, answer: Answer | Refusal): void {
    this.ground.hide(act);
    const others = this.acts.filter(({ key }) => key !== act.key);
    if (!('__typename' in answer)) return this.become([...others, { ...act, refusal: answer }]);
    this.answers = [
      ...this.answers.filter(answered => answered.act.kind !== act.kind || !sameInput(answered.act, act)),
      { act, answer, at: this.ground.now() },
    ];
    this.become(others);
  }

  private become(acts: readonly Act[]): void {
    this.acts = acts;
    for (const listener of this.listeners) listener();
  }
}

const refusalIn = (answer: Answer): Refusal | null =>
  isRefusal(answer) ? { code: answer.code, message: answer.message, field: answer.field } : null;

const sameInput = (one: Pick<Act, 'input'>, other: Pick<Act, 'input'>) => JSON.stringify(one.input) === JSON.stringify(other.input);

const instant = (at: number): string => new Date(at).toISOString();
