import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource, type EntityManager } from 'typeorm';
import { CrisesModule } from '#libs/crises';
import { DirectoryModule } from '#libs/directory';
import { IdentityModule } from '#libs/identity';
import { Clock } from '#libs/kernel';
import { LinesModule } from '#libs/lines';
import {
  Audit,
  BlindIndex,
  Callers,
  DevelopmentMailbox,
  Envelopes,
  Idempotency,
  Jobs,
  KeyRing,
  Links,
  LOG,
  Mail,
  openLog,
  Outbox,
  PushKeys,
  Pushes,
  Texts,
  Rate,
  Reactions,
  Reading,
  Seals,
  Settings,
  UnitOfWork,
} from '#libs/platform';
import { NeedsToldModule } from '#libs/needs';
import { StatusModule } from '#libs/status';

/** Something that somebody did, then. */
export interface Step {
  readonly at: Date;
  /** Words may age otherwise from then on. */
  readonly changesLimits?: boolean;
  run(then: Then): Promise<unknown>;
}

/** The rooms, at a moment that is theirs to choose. */
export interface Then {
  readonly rooms: INestApplicationContext;
  readonly manager: EntityManager;
  /** From here on it is this moment, or later, to all that is done. */
  turn(moment: Date): void;
}

/**
 * Does the work in one transaction by the commands that the hub has, told another time: what is said there is said then, in the log
 * too. Nobody sees any of it before all of it is there. The trail of audit knows when it was really done.
 */
export async function then<T>(app: INestApplicationContext, work: (then: Then) => Promise<T>): Promise<T> {
  return app.get(DataSource).transaction('READ COMMITTED', async manager => {
    for (const limit of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])
      await manager.query(`set local ${limit} = 0`);
    const clock = new Clock();
    clock.adjust(new Date(0));
    const rooms = await NestFactory.createApplicationContext(RoomsThen.on(app, manager, clock), { logger: false, abortOnError: false });
    try {
      return await work({ rooms, manager, turn: moment => moment > clock.now() && clock.adjust(moment) });
    } finally {
      await rooms.close();
    }
  });
}

@Module({})
class RoomsThen {
  static on(app: INestApplicationContext, manager: EntityManager, clock: Clock): DynamicModule {
    const providers = [
      { provide: Settings, useValue: { ...app.get(Settings), roles: new Set() } },
      { provide: LOG, useValue: openLog('silent') },
      { provide: DataSource, useValue: within(manager) },
      { provide: Reactions, useValue: { define: () => undefined } }, // a hub's worker reacts, once it is all there
      { provide: Clock, useValue: clock },
      { provide: Audit, useValue: new Audit(app.get(Clock)) },
      ...[BlindIndex, Callers, DevelopmentMailbox, Envelopes, Idempotency, Jobs, KeyRing, Links, Mail, Outbox, PushKeys, Pushes],
      ...[Rate, Reading, Seals, Texts, UnitOfWork],
    ];
    const ground = { module: GroundThen, global: true, providers, exports: providers };
    return {
      module: RoomsThen,
      imports: [ground, DirectoryModule, IdentityModule, CrisesModule, StatusModule, LinesModule, NeedsToldModule],
    };
  }
}

@Module({})
class GroundThen {}

/** All that the rooms ask of a database, in the one transaction. */
const within = (manager: EntityManager): DataSource =>
  ({
    manager,
    query: (sql: string, values?: unknown[]) => manager.query(sql, values),
    getRepository: manager.getRepository.bind(manager),
    transaction: <T>(work: (manager: EntityManager) => Promise<T>) => work(manager),
    options: manager.connection.options,
  }) as unknown as DataSource; // the rooms ask for nothing else
