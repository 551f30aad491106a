import { type ArgumentsHost, Catch } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';

/** What a resolver throws is for the door to word and to log, once; what a controller throws, for Nest. */
@Catch()
export class QuietErrors extends BaseExceptionFilter {
  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() !== 'graphql') return super.catch(error, host);
    return error instanceof Error ? error : new Error(String(error)); // graphql throws an error that it is given
  }
}
