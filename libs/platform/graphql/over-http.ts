import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { Inject, Injectable } from '@nestjs/common';
import type { Express, NextFunction, Request, Response } from 'express';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { languageFrom, Unauthenticated } from '#libs/kernel';
import { fail, parseJson } from '../http/body.ts';
import { LOG, type Log } from '../observability/log.ts';
import { say } from '../words/words.ts';
import { Callers } from './callers.ts';
import type { RequestContext } from './context.ts';
import { type Answered, Door } from './door.ts';
import { isUnreachable } from './unreachable.ts';

const NOTHING = parse('{ __typename }');

/** GraphQL over HTTP as its specification says, by Apollo Server; what is asked is answered by the one door. */
@Injectable()
export class GraphqlOverHttp {
  private server?: ApolloServer<RequestContext>;

  constructor(
    @Inject(Door) private readonly door: Door,
    @Inject(Callers) private readonly callers: Callers,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async mount(express: Express, path: string, schema: GraphQLSchema): Promise<void> {
    this.server = new ApolloServer<RequestContext>({
      schema,
      plugins: [this.throughTheDoor()],
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      documentStore: null,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      formatError: formatted => ({ message: formatted.message, extensions: { code: formatted.extensions?.code ?? 'BAD_REQUEST' } }),
      logger: silentBut(this.log),
    });
    await this.server.start();
    const handle = expressMiddleware(this.server, { context: async ({ req }) => contextOf(req) });
    express.use(path, this.postOrPreflighted, this.whoAsks, handle);
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  /** GET only behind a header that no page of another site can send without asking first; a form or an image can't. */
  private readonly postOrPreflighted = (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('cache-control', 'no-store');
    if (request.path !== '/') return fail(response, 404, 'NOT_FOUND');
    if (request.method === 'POST') return parseJson(request, response, next);
    response.setHeader('allow', 'POST');
    if (request.method === 'GET' && request.headers['apollo-require-preflight']) {
      request.body = {}; // the integration wants one
      return next();
    }
    fail(response, 405, 'METHOD_NOT_ALLOWED', 'GraphQL is asked by POST.');
  };

  /** Before Apollo, which would word its own errors. */
  private readonly whoAsks = async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      contexts.set(request, await this.callers.contextOf(request, response));
      next();
    } catch (error) {
      const language = languageFrom(request.headers['accept-language']);
      if (error instanceof Unauthenticated) return fail(response, 401, error.code, say(language, error.code));
      if (error instanceof Error && isUnreachable(error)) return fail(response, 503, 'UNAVAILABLE', say(language, 'UNAVAILABLE'));
      this.log.error({ requestId: request.id, error: (error as Error).stack }, 'unforeseen'); // whatever was thrown, the line says it
      fail(response, 500, 'INTERNAL', say(language, 'INTERNAL', { id: String(request.id).slice(0, 8) }));
    }
  };

  private throughTheDoor(): ApolloServerPlugin<RequestContext> {
    const { door } = this;
    return {
      async requestDidStart() {
        return {
          // Apollo neither parses nor validates what it believes to be parsed already: the door does both, for sockets too
          async didResolveSource(request) {
            (request as { document?: DocumentNode }).document = NOTHING;
          },
          async responseForOperation({ request, contextValue }) {
            const byGet = request.http?.method === 'GET';
            const answer = await door.ask({ ...request, onlyReads: byGet }, contextValue);
            const { executed, result } = answer as Answered; // over HTTP nothing is opened
            const status = executed || (!byGet && onlyKnowsJson(request.http?.headers.get('accept'))) ? 200 : 400;
            return { http: { status, headers: new HeaderMap() }, body: { kind: 'single', singleResult: result } };
          },
        };
      },
    };
  }
}

const contexts = new WeakMap<object, RequestContext>();

function contextOf(request: object): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('A request came to Apollo by another way.');
  return context;
}

/** A client of before the specification takes any status but 200 for a broken line; the errors are in the body. */
const onlyKnowsJson = (accept: string | undefined): boolean =>
  accept !== undefined && /application\/json/.test(accept) && !/graphql-response|\*\/\*/.test(accept);

/** What it would say of a caller's mistake is said to the caller. */
const silentBut = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log.debug({ apollo: String(message) }),
  error: (message: unknown) => log.error({ apollo: String(message) }),
});
