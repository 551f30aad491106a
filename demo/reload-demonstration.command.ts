import type { INestApplicationContext } from '@nestjs/common';
import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { DataSource } from 'typeorm';
import type { Actor } from '#libs/kernel';
import { LOG, type Log } from '#libs/platform';
import { reloadDemo } from './reload-demo.ts';
import { demandDemonstration, isLoading, loadingOf } from './the-loading.ts';

/** Begins, and does not wait for the end: that takes longer than an answer may. Where one is loading already, that one goes on. */
@Injectable()
export class ReloadDemonstration {
  constructor(
    @Inject(ModuleRef) private readonly parts: ModuleRef,
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async run(actor: Actor): Promise<{ since: Date | null }> {
    const app = { get: (part: never) => this.parts.get(part, { strict: false }) } as unknown as INestApplicationContext; // all that loading asks of it
    await demandDemonstration(app);
    const since = (await loadingOf(this.db.manager))?.loadedAt ?? null;
    if (await isLoading(this.db.manager)) return { since };
    await new Promise<void>(begun => {
      reloadDemo(app, actor, begun)
        .catch((error: Error) => this.log.error({ error: error.stack }, 'the demonstration could not be reloaded'))
        .finally(begun);
    });
    return { since };
  }
}
