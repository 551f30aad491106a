import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import { getNamedType, type GraphQLResolveInfo, type GraphQLSchema, isInterfaceType, isUnionType } from 'graphql';
import { catchError, of } from 'rxjs';
import { Refusal } from '#libs/kernel';
import { say } from '../words/words.ts';
import type { RequestContext } from './context.ts';

/** Answers a refusal as the member of the operation's result that carries it, in the caller's language. */
@Injectable()
export class RefusalsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    if (context.getType<GqlContextType>() !== 'graphql') return next.handle();
    const graphql = GqlExecutionContext.create(context);
    const result = getNamedType(graphql.getInfo<GraphQLResolveInfo>().returnType);
    const members = isUnionType(result) ? result.getTypes().map(type => type.name) : [];

    return next.handle().pipe(
      catchError((error: unknown) => {
        if (error instanceof Refusal && members.includes(error.name)) return of(asResult(error, graphql.getContext<RequestContext>()));
        throw error;
      }),
    );
  }
}

/** A copy, because graphql throws any Error that a resolver returns. */
const asResult = ({ name, code, field, params }: Refusal, { language }: RequestContext) => ({
  __typename: name,
  code,
  field,
  message: say(language, code, params),
});

/** The first member of a result is what the command returns; the others are refusals, which bring their name. */
export function nameResults(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isUnionType(type)) type.resolveType = value => value.__typename ?? type.getTypes()[0]!.name;
    if (isInterfaceType(type)) type.resolveType = value => value.__typename;
  }
  return schema;
}
