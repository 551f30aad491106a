// The usual way: NestJS, its Apollo driver and graphql-ws, a PubSub, a filter per subscriber.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Query, Resolver, Subscription } from '@nestjs/graphql';
import { PubSub } from 'graphql-subscriptions';
import { change } from './change.ts';
import { serve } from './peer.ts';

const pubSub = new PubSub();

const typeDefs = `
  type Query { ok: Boolean! }
  type Subscription { serviceStatusChanged(territory: String): ServiceStatusChange! }
  type ServiceStatusChange { position: String! occurredAt: String! previousState: String! service: Service! status: ServiceStatus! }
  type Service { id: ID! name: LocalizedText! }
  type LocalizedText { fr: String en: String }
  type ServiceStatus { state: String! since: String observedAt: String freshness: String staleAt: String note: LocalizedText source: String mixed: Boolean! }`;

@Resolver()
class StatusResolver {
  @Query()
  ok() {
    return true;
  }

  @Subscription('serviceStatusChanged', {
    filter: (payload: { territory: string }, variables: { territory?: string }) =>
      !variables.territory || variables.territory === payload.territory,
  })
  serviceStatusChanged() {
    return pubSub.asyncIterableIterator('changed');
  }
}

@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, typeDefs, subscriptions: { 'graphql-ws': true } })],
  providers: [StatusResolver],
})
class BenchModule {}

const app = await NestFactory.create(BenchModule, { logger: false });
await app.listen(0, '127.0.0.1');
serve({
  address: `${(await app.getUrl()).replace('http', 'ws')}/graphql`,
  publish: round => pubSub.publish('changed', { serviceStatusChanged: change(round), territory: 'chomedey' }),
});
