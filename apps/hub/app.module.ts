import { type DynamicModule, Module } from '@nestjs/common';
import { CrisesModule } from '#libs/crises';
import { directoryEntities, DirectoryModule } from '#libs/directory';
import { FinderModule } from '#libs/finder';
import { identityEntities, IdentityModule, permissions } from '#libs/identity';
import { LinesModule } from '#libs/lines';
import { NeedsModule } from '#libs/needs';
import { OutreachModule } from '#libs/outreach';
import { type Log, PlatformModule, type Settings } from '#libs/platform';
import { DemonstrationModule, demonstrationSdl } from '../../demo/index.ts';
import { statusEntities, StatusModule } from '#libs/status';

export const entities = [...directoryEntities, ...identityEntities, ...statusEntities];

/** Every room, on the machinery. */
@Module({})
export class AppModule {
  static on(settings: Settings, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on({ settings, log, entities, permissions, alsoSaid: [demonstrationSdl] }),
        DirectoryModule,
        IdentityModule,
        CrisesModule,
        StatusModule,
        FinderModule,
        OutreachModule,
        LinesModule,
        NeedsModule,
        DemonstrationModule,
      ],
    };
  }
}
