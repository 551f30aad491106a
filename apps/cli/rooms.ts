import 'reflect-metadata';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DirectoryModule, directoryEntities } from '#libs/directory';
import { IdentityModule, identityEntities } from '#libs/identity';
import { Clock } from '#libs/kernel';
import {
  Audit,
  BlindIndex,
  database,
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
  settingsFrom,
  UnitOfWork,
} from '#libs/platform';
import { NeedsImportModule } from '#libs/needs';
import { StatusModule, statusEntities } from '#libs/status';

const entities = [...directoryEntities, ...identityEntities, ...statusEntities];

/** The rooms on the database and nothing else: no port, no door, no live line. What is said here is heard by the hubs that run. */
@Module({})
class Rooms {
  static on(settings: Settings): DynamicModule {
    const providers = [
      { provide: Settings, useValue: { ...settings, roles: new Set() } }, // what is put in the queue here, a hub's worker takes out
      { provide: LOG, useValue: openLog('silent') },
      { provide: DataSource, useFactory: () => database(settings.databaseUrl, entities, 4).initialize() },
      { provide: Reactions, useValue: { define: () => undefined } }, // a hub's worker reacts to what is said here
      { provide: Clock, useFactory: databaseTime, inject: [DataSource] },
      ...[Audit, BlindIndex, DevelopmentMailbox, Envelopes, Idempotency, Jobs, KeyRing, Links, Mail, Outbox],
      ...[PushKeys, Pushes, Rate, Reading, Seals, Texts, UnitOfWork],
    ];
    const ground = { module: Ground, global: true, providers, exports: providers };
    return { module: Rooms, imports: [ground, DirectoryModule, IdentityModule, StatusModule, NeedsImportModule] };
  }
}

@Module({})
class Ground {}

async function databaseTime(db: DataSource): Promise<Clock> {
  const clock = new Clock();
  const [{ now }] = await db.query<[{ now: Date }]>('select clock_timestamp() as now');
  clock.adjust(now);
  return clock;
}

/** Does the work with the rooms open, and closes them after. */
export async function inRooms<T>(work: (rooms: INestApplicationContext) => Promise<T>): Promise<T> {
  const rooms = await NestFactory.createApplicationContext(Rooms.on(settingsFrom(process.env)), { logger: false, abortOnError: false });
  try {
    return await work(rooms);
  } finally {
    await rooms.get(DataSource).destroy();
    await rooms.close();
  }
}
