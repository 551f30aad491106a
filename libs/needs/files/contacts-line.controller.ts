import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { coerceInputValue, type GraphQLInputObjectType } from 'graphql';
import { Refusal, UserInputError } from '#libs/kernel';
import { Callers, cleanText, IdempotencyKeyReused, type RequestContext, say } from '#libs/platform';
import type { RecordContactInput } from '#libs/schema';
import { RecordOnce } from './record-once.ts';

const MOST_LINES = 500;
const LONGEST_ID = 200;

type Line = { readonly sourceId: string } & RecordContactInput;
type Answer = { sourceId?: string } & ({ contactId: string } | { code: string; message: string; field: string | null });

/**
 * `POST /api/contacts`: what another call-centre system recorded, a JSON object a line (application/x-ndjson), each a RecordContactInput with
 * its `sourceId` there. Each line is taken or refused by itself, and sent twice it is one; the answer has a line for each.
 */
@Controller()
export class ContactsLine {
  constructor(
    @Inject(Callers) private readonly callers: Callers,
    @Inject(ModuleRef) private readonly hub: ModuleRef,
    @Inject(RecordOnce) private readonly record: RecordOnce,
  ) {}

  @Post('api/contacts')
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const context = await this.callers.contextOf(request, response);
    context.actor.demand('need:record');
    const lines = (request.bytes ?? Buffer.alloc(0)).toString('utf8').split('\n');
    const asked = lines.map((text, n) => ({ text, line: n + 1 })).filter(({ text }) => text.trim() !== '');
    if (asked.length > MOST_LINES) throw new UserInputError(`At most ${MOST_LINES} lines at a time.`);
    response.status(200).type('application/x-ndjson').setHeader('cache-control', 'no-store');
    for (const { text, line } of asked) response.write(`${JSON.stringify({ line, ...(await this.one(context, text)) })}\n`);
    response.end();
  }

  private async one({ actor, language }: RequestContext, text: string): Promise<Answer> {
    let sourceId: string | undefined;
    try {
      const given = this.read(text);
      ({ sourceId } = given);
      return { sourceId, ...(await this.record.run(actor, given)) };
    } catch (error) {
      if (error instanceof Unreadable) return { code: 'BAD_USER_INPUT', message: error.message, field: error.field };
      if (error instanceof UserInputError) return { sourceId, code: 'BAD_USER_INPUT', message: error.message, field: null };
      if (!(error instanceof Refusal || error instanceof IdempotencyKeyReused)) throw error;
      return { sourceId, code: error.code, message: say(language, error.code, error.params), field: error.field };
    }
  }

  private read(text: string): Line {
    const { sourceId, ...rest } = parsed(text);
    if (typeof sourceId !== 'string' || !sourceId.trim() || sourceId.length > LONGEST_ID)
      throw new Unreadable(`\`sourceId\` is a text of 1 to ${LONGEST_ID} characters.`, 'sourceId');
    const { schema } = this.hub.get(GraphQLSchemaHost, { strict: false });
    const type = schema.getType('RecordContactInput') as GraphQLInputObjectType;
    const input = coerceInputValue(rest, type, (path, _, error) => {
      throw new Unreadable(error.message, path.join('.') || null);
    }) as RecordContactInput; // as its type says
    return { ...input, sourceId: cleanText(sourceId) };
  }
}

class Unreadable extends Error {
  constructor(
    message: string,
    readonly field: string | null,
  ) {
    super(message);
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // said below
  }
  throw new Unreadable('This line is not a JSON object.', null);
}
