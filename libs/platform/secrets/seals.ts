import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** What only this hub could have written: a sum under one of its own secrets, each made by a migration and kept. */
@Injectable()
export class Seals {
  private readonly secrets = new Map<string, Promise<Buffer>>();

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  async seal(secret: string, text: string): Promise<Buffer> {
    return createHmac('sha256', await this.secret(secret))
      .update(text)
      .digest();
  }

  /** Of the same length each time, whatever is given. */
  async isSeal(secret: string, text: string, given: Buffer): Promise<boolean> {
    const ours = await this.seal(secret, text);
    return given.length === ours.length && timingSafeEqual(given, ours);
  }

  private secret(name: string): Promise<Buffer> {
    const known = this.secrets.get(name) ?? this.read(name);
    this.secrets.set(name, known);
    known.catch(() => this.secrets.delete(name)); // asked for anew the next time
    return known;
  }

  private async read(name: string): Promise<Buffer> {
    const [row] = await this.db.query<[{ value: Buffer }?]>('select value from platform.secret where name = $1', [name]);
    if (!row) throw new Error(`There is no secret called ${name}.`);
    return row.value;
  }
}
