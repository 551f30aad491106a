import { Inject, Injectable } from '@nestjs/common';
import { PlainFacts } from '#libs/finder';
import { Seals } from '#libs/platform';
import { type Week, weekOf } from './week.ts';

const SECRET = 'poster-pin';
const DIGITS = 4;
const DAY = 86_400_000;

interface Numbered {
  readonly id: string;
  /** One more each time that it was renewed. */
  readonly round: number;
  readonly since: Date;
}

export interface WeekPin {
  readonly pin: string;
  readonly from: Date;
  readonly until: Date;
}

/** A poster's number of each week: four digits that nothing but the secret, the poster and the week make, so that nobody has to be told. */
@Injectable()
export class Pins {
  constructor(
    @Inject(Seals) private readonly seals: Seals,
    @Inject(PlainFacts) private readonly facts: PlainFacts,
  ) {}

  async week(at: Date, after = 0): Promise<Week> {
    return weekOf(at, await this.facts.zone(), after);
  }

  async of(poster: Numbered, at: Date, after = 0): Promise<WeekPin> {
    const week = await this.week(at, after);
    return { pin: await this.pin(poster, week), from: week.from, until: week.until };
  }

  /** Whether it is taken: this week's, and for a day more last week's, which whoever was on duty on Sunday has in mind. */
  async takes(poster: Numbered, typed: string, now: Date): Promise<boolean> {
    const week = await this.week(now);
    const given = typed.replace(/\s/g, '');
    if (given === (await this.pin(poster, week))) return true;
    const isGrace = +now < +week.from + DAY && poster.since < week.from;
    return isGrace && given === (await this.pin(poster, await this.week(now, -1)));
  }

  private async pin({ id, round }: Numbered, { name }: Week): Promise<string> {
    const sum = (await this.seals.seal(SECRET, `${id} ${round} ${name}`)).readUInt32BE();
    return String(sum % 10 ** DIGITS).padStart(DIGITS, '0');
  }
}
