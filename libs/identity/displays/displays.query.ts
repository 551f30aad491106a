import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, Clock } from '#libs/kernel';
import { LONGEST_UNSEEN } from '../session-limits.ts';

export interface Display {
  id: string;
  name: string;
  organizationId: string;
  linkedAt: Date;
  lastSeenAt: Date;
  linkedByName: string;
}

const DISPLAYS = `select display.id, display.name, display.organization_id as "organizationId", display.linked_at as "linkedAt",
    display.last_seen_at as "lastSeenAt", account.display_name as "linkedByName"
  from identity.display join identity.account on account.id = display.linked_by
  where display.ended_at is null and display.last_seen_at > $1`;

/** The wall screens that are in use. */
@Injectable()
export class Displays {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those that the caller may take off, by name. */
  managed(actor: Actor): Promise<Display[]> {
    const own = '($2::uuid[] is null or display.organization_id = any($2))';
    return this.db.query(`${DISPLAYS} and ${own} order by display.name, display.id`, [
      this.seenSince(),
      actor.organizationsFor('display:manage'),
    ]);
  }

  /** The one that is asking; null for anybody else. */
  async asking({ id }: Actor): Promise<Display | null> {
    const [, displayId] = /^display:(.*)$/.exec(id) ?? [];
    return displayId ? this.one(displayId) : null;
  }

  async one(id: string): Promise<Display | null> {
    const [display] = await this.db.query<Display[]>(`${DISPLAYS} and display.id = $2`, [this.seenSince(), id]);
    return display ?? null;
  }

  private seenSince(): Date {
    return new Date(this.clock.now().getTime() - LONGEST_UNSEEN);
  }
}
