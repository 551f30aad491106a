import { type ArgumentsHost, Catch, HttpException, Inject } from '@nestjs/common';
import { BaseExceptionFilter } from '@nestjs/core';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { refuse } from '../http/refused.ts';
import { LOG, type Log } from '../observability/log.ts';

/** What a resolver throws is for the door to word and to log, once; what a controller throws is told as the door tells it. */
@Catch()
export class QuietErrors extends BaseExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<GqlContextType>() === 'graphql') return error instanceof Error ? error : new Error(String(error)); // graphql throws an error that it is given
    if (error instanceof HttpException) return super.catch(error, host);
    const [request, response] = [host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>()];
    if (response.headersSent) return response.destroy(); // what has begun cannot be taken back: it is cut, and its reader knows that it is not whole
    return refuse(request, response, error, this.log);
  }
}
