import { defaultFieldResolver, getDirectiveValues, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import type { Actor } from '#libs/kernel';
import type { RequestContext } from './context.ts';

export type Operation = GraphQLField<unknown, RequestContext>;
export type Demand = (actor: Actor) => void;

/** The fields that must be signed: every root field, and every field of a type that holds personal data. */
export function signedFields(schema: GraphQLSchema): { owner: string; field: Operation }[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(root => root != null);
  const personal = Object.values(schema.getTypeMap()).filter(
    type => isObjectType(type) && type.astNode && getDirectiveValues(schema.getDirective('personal')!, type.astNode) !== undefined,
  );
  return [...roots, ...personal.filter(isObjectType)].flatMap(type =>
    Object.values(type.getFields()).map(field => ({ owner: type.name, field: field as Operation })),
  );
}

/** The permission that a field asks for; null for one that is public. */
export function permissionOf(schema: GraphQLSchema, { field, owner }: { owner: string; field: Operation }): string | null {
  const marked = (directive: string) => field.astNode && getDirectiveValues(schema.getDirective(directive)!, field.astNode);
  if (marked('public')) return null;
  const permission = marked('allow')?.permission;
  if (typeof permission !== 'string') throw new Error(`The operation ${owner}.${field.name} has neither @allow nor @public.`);
  return permission;
}

/** Guards every operation by its @allow. Refuses a schema in which one is unmarked, or asks for what no role can have. */
export function guardOperations(schema: GraphQLSchema, permissions: ReadonlySet<string>): GraphQLSchema {
  for (const { owner, field } of signedFields(schema)) {
    const permission = permissionOf(schema, { owner, field });
    if (permission && !permissions.has(permission)) throw new Error(`${owner}.${field.name} asks for ${permission}, which no role has.`);
    const demand: Demand = actor => permission && actor.demand(permission);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.extensions = { ...field.extensions, demand };
    field.resolve = (source, args, context, info) => {
      demand(context.actor);
      return resolve(source, args, context, info);
    };
  }
  return schema;
}
