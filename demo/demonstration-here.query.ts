import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '#libs/kernel';
import { Settings } from '#libs/platform';
import { isLoading, loadingOf, organizationsOfOthers } from './the-loading.ts';

/** What the database says of itself: a hub that no setting calls a demonstration still shows that its data is one. */
@Injectable()
export class DemonstrationHere {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Settings) private readonly settings: Settings,
  ) {}

  async of(actor: Actor) {
    const { manager } = this.db;
    const held = await loadingOf(manager);
    if (!held) return null;
    const mayReload = async () => this.settings.demo && actor.may('demonstration:reload') && (await organizationsOfOthers(manager)) === 0;
    return { ...held, loading: () => isLoading(manager), mayReload };
  }
}
