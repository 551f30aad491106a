import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { Actor } from '#libs/kernel';
import type { Announcement } from './event.ts';

/** What a reader may know of a subject now. */
export interface Present {
  tells(subject: string, reader: Actor): Promise<boolean>;
}

/** Names the kinds of facts about whose subjects a provider knows the present. */
export const PresentOf = DiscoveryService.createDecorator<readonly string[]>();

/** What anybody could know when it happened may be hidden since, or gone: the log is told as the present allows, too. */
@Injectable()
export class StillTold implements OnApplicationBootstrap {
  private readonly presents = new Map<string, Present>();

  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onApplicationBootstrap(): void {
    for (const provider of this.discovery.getProviders({ metadataKey: PresentOf.KEY }))
      for (const kind of this.discovery.getMetadataByDecorator(PresentOf, provider) ?? [])
        this.presents.set(kind, provider.instance as Present);
  }

  async tells({ kind, subject }: Announcement, reader: Actor): Promise<boolean> {
    return (await this.presents.get(kind)?.tells(subject, reader)) ?? true;
  }
}
