import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';

const NAMED = 64; // a plan kept takes room in each connection's backend
const KNOWN = 500;
const OFTEN = 3;

/** Reading statements that come again and again are planned once for each connection, under a name. Those seen first keep theirs. */
@Injectable()
export class Prepared {
  private readonly names = new Map<string, string>();
  private readonly seen = new Map<string, number>();

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** The rows. Outside any transaction: what it reads is committed. `anew` where the best plan hangs on the values. */
  async query<Row extends object>(text: string, values: readonly unknown[], { anew = false } = {}): Promise<Row[]> {
    const { master } = this.db.driver as unknown as { master: Pool };
    const { rows } = await master.query<Row>({ name: anew ? undefined : this.nameOf(text), text, values: [...values] });
    return rows;
  }

  private nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name || this.names.size >= NAMED) return name;
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.delete(text);
    if (times < OFTEN) this.remember(text, times);
    else this.names.set(text, `read_${this.names.size}`);
    return this.names.get(text);
  }

  private remember(text: string, times: number): void {
    this.seen.set(text, times);
    const [oldest] = this.seen.keys();
    if (this.seen.size > KNOWN) this.seen.delete(oldest!);
  }
}
