import { createECDH } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** By which push services know this hub, as their requests have them: base64url. */
export interface PushKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

@Injectable()
export class PushKeys {
  private kept?: Promise<PushKeyPair>;

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  pair(): Promise<PushKeyPair> {
    this.kept ??= this.read().catch((error: Error) => {
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }

  private async read(): Promise<PushKeyPair> {
    const [row] = await this.db.query<[{ value: Buffer }]>(`select value from platform.secret where name = 'push'`);
    const key = createECDH('prime256v1');
    key.setPrivateKey(row.value);
    return { publicKey: key.getPublicKey().toString('base64url'), privateKey: key.getPrivateKey().toString('base64url') };
  }
}
