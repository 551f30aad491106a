import { fileURLToPath } from 'node:url';
import { type DynamicModule, Inject, Module, type OnModuleDestroy } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Audit } from './audit/audit.ts';
import { AuditSequencer } from './audit/audit-sequencer.ts';
import { DatabaseClock } from './clock/database-clock.ts';
import { database, type Entities } from './database/database.ts';
import { Prepared } from './database/prepared.ts';
import { Reading } from './database/reading.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { Bell } from './events/bell.ts';
import { Changes, ChangesResolver } from './events/changes.query.ts';
import { EventLog } from './events/event-log.ts';
import { StillTold } from './events/still-told.ts';
import { guardOperations } from './graphql/access.ts';
import { Callers } from './graphql/callers.ts';
import { Door } from './graphql/door.ts';
import { FanalDriver, type FanalDriverOptions } from './graphql/driver.ts';
import { OpenSockets } from './graphql/open-sockets.ts';
import { GraphqlOverHttp } from './graphql/over-http.ts';
import { GraphqlOverSocket } from './graphql/over-socket.ts';
import { PositionResolver } from './graphql/position.resolver.ts';
import { QuietErrors } from './graphql/quiet-errors.ts';
import { nameResults, RefusalsInterceptor } from './graphql/refusals.ts';
import { scalars } from './graphql/scalars.ts';
import { cleanTexts } from './graphql/text-hygiene.ts';
import { Front } from './http/front.ts';
import { Upgrade } from './http/upgrade.ts';
import { Idempotency } from './idempotency/idempotency.ts';
import { Hourly } from './jobs/hourly.ts';
import { Jobs } from './jobs/jobs.ts';
import { Rate } from './limits/rate.ts';
import { Links } from './links/links.ts';
import { Channel } from './live/channel.ts';
import { DevelopmentMailbox } from './mail/mailbox.ts';
import { MailboxController } from './mail/mailbox.controller.ts';
import { Bounces } from './mail/bounces/bounces.ts';
import { Mail } from './mail/mail.ts';
import { MailCarrier } from './mail/mail-carrier.ts';
import { Health } from './observability/health.ts';
import { LOG, type Log } from './observability/log.ts';
import { Metrics } from './observability/metrics.ts';
import { GiveUpOutgoing } from './outgoing/give-up-outgoing.command.ts';
import { OutgoingList } from './outgoing/outgoing.query.ts';
import { OutgoingResolver } from './outgoing/outgoing.resolver.ts';
import { RetryOutgoing } from './outgoing/retry-outgoing.command.ts';
import { Outbox } from './outgoing/outbox.ts';
import { Sender } from './outgoing/sender.ts';
import { Settling } from './outgoing/settling.ts';
import { Writing } from './outgoing/writing.ts';
import { PushCarrier } from './push/push-carrier.ts';
import { PushKeys } from './push/push-keys.ts';
import { Pushes } from './push/push.ts';
import { Reactions } from './reactions/reactions.ts';
import { Retention } from './retention/retention.ts';
import { BlindIndex } from './secrets/blind-index.ts';
import { Envelopes } from './secrets/envelopes.ts';
import { KeyRing } from './secrets/key-ring.ts';
import { Seals } from './secrets/seals.ts';
import { Settings } from './settings/settings.ts';
import { TextCarrier } from './text/text-carrier.ts';
import { Texts } from './text/texts.ts';
import en from './words/words.en.json' with { type: 'json' };
import fr from './words/words.fr.json' with { type: 'json' };
import { addWords } from './words/words.ts';

addWords({ fr, en });

const sdl = fileURLToPath(new URL('../**/*.graphql', import.meta.url));

/** What the app knows and the machinery does not. */
export interface Around {
  settings: Settings;
  log: Log;
  entities: Entities;
  /** Every permission that some role gives. */
  permissions: ReadonlySet<string>;
  /** SDL that stands in no room. */
  alsoSaid?: readonly string[];
}

const shared = [
  Audit,
  Bell,
  Callers,
  Channel,
  Clock,
  DataSource,
  Door,
  EventLog,
  Front,
  GraphqlOverHttp,
  Health,
  Idempotency,
  LOG,
  Metrics,
];
const alsoShared = [
  BlindIndex,
  Envelopes,
  Reactions,
  Reading,
  Hourly,
  Jobs,
  Links,
  Mail,
  DevelopmentMailbox,
  OpenSockets,
  Outbox,
  Prepared,
  PushKeys,
  Pushes,
  Rate,
  Seals,
  Settings,
  Texts,
  UnitOfWork,
  Upgrade,
];
const own = [AuditSequencer, Changes, ChangesResolver, DatabaseClock, GraphqlOverSocket, KeyRing, PositionResolver, Retention, StillTold];
const watching = [GiveUpOutgoing, OutgoingList, OutgoingResolver, RetryOutgoing];
const sending = [Bounces, MailCarrier, PushCarrier, Sender, Settling, TextCarrier, Writing];

/** The machinery, made once and known to every room. */
@Module({})
export class PlatformModule implements OnModuleDestroy {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Bell) private readonly bell: Bell,
  ) {}

  static on({ settings, log, entities, permissions, alsoSaid = [] }: Around): DynamicModule {
    const transformSchema = (schema: GraphQLSchema) => cleanTexts(nameResults(guardOperations(schema, permissions)));
    return {
      module: PlatformModule,
      global: true,
      imports: [
        DiscoveryModule,
        GraphQLModule.forRoot<FanalDriverOptions>({
          driver: FanalDriver,
          path: '/graphql',
          typePaths: [sdl, ...alsoSaid],
          resolvers: scalars,
          transformSchema,
        }),
      ],
      controllers: [MailboxController],
      providers: [
        ...[Audit, Callers, Channel, Clock, Door, EventLog, Front, GraphqlOverHttp, Health, Idempotency, Metrics],
        ...[BlindIndex, Envelopes, OpenSockets, Prepared, Rate, Reading, Seals, UnitOfWork, Upgrade],
        ...own,
        ...sending,
        ...watching,
        ...[Hourly, Jobs, Links, Mail, DevelopmentMailbox, Outbox, PushKeys, Pushes, Reactions, Texts],
        { provide: Settings, useValue: settings },
        { provide: LOG, useValue: log },
        { provide: DataSource, useFactory: () => database(settings.databaseUrl, entities).initialize() },
        { provide: Bell, useFactory: () => listening(settings.databaseUrl) },
        { provide: APP_FILTER, useClass: QuietErrors },
        { provide: APP_INTERCEPTOR, useClass: RefusalsInterceptor },
      ],
      exports: [...shared, ...alsoShared],
    };
  }

  async onModuleDestroy(): Promise<void> {
    await this.bell.close();
    await this.db.destroy();
  }
}

async function listening(url: string): Promise<Bell> {
  const bell = new Bell(url);
  await bell.open();
  return bell;
}
