import { Inject, Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { Express } from 'express';
import { GraphqlOverHttp } from './over-http.ts';

export type FanalDriverOptions = GqlModuleOptions & { driver: typeof FanalDriver };

/** Nest builds the schema; how it is reached is ours (SECURITY: Nest's own wiring bounds nothing on sockets). */
@Injectable()
export class FanalDriver extends AbstractGraphQLDriver<FanalDriverOptions> {
  @Inject(GraphqlOverHttp) private readonly overHttp: GraphqlOverHttp;

  async start({ path, schema }: FanalDriverOptions): Promise<void> {
    const express = this.httpAdapterHost.httpAdapter.getInstance<Express>();
    await this.overHttp.mount(express, path!, schema!); // Nest has filled in both by now
  }

  stop(): Promise<void> {
    return this.overHttp.stop();
  }
}
