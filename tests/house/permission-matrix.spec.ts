import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  getNamedType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { grantsOf, type Role, roles } from '#libs/identity';
import { permissionOf, type RequestContext, signedFields } from '#libs/platform';
import { bonnePage, someServices } from '../support/region.ts';
import { type Answer, TestHub } from '../support/test-hub.ts';

let hub: TestHub;
let schema: GraphQLSchema;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
  ({ schema } = hub.get(GraphQLSchemaHost));
});
afterAll(() => hub?.close());

const values: Record<string, string> = {
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-03-02T14:12:00Z"',
  Date: '"2026-03-02"',
  TimeOfDay: '"09:00"',
};

/** Something that the type takes; whether it makes sense is for the operation to say, after the permission. */
function some(type: GraphQLInputType): string {
  if (isNonNullType(type)) return some(type.ofType);
  if (isListType(type)) return `[${some(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map(field => `${field.name}: ${some(field.type)}`).join(', ')} }`;
  }
  return values[type.name] ?? '"00000000-0000-7000-8000-999999999999"';
}

function asked({ name, args, type }: GraphQLField<unknown, RequestContext>): string {
  const given = args.filter(isRequiredArgument).map(arg => `${arg.name}: ${some(arg.type)}`);
  return `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${isLeafType(getNamedType(type)) ? '' : ' { __typename }'}`;
}

/** Those that end the token they are asked with come last. */
const endings = ['signOut', 'signOutEverywhere'];

test.each([undefined, ...roles])('%s may do what the law says, and nothing else', async (role?: Role) => {
  const granted = new Set(grantsOf({ role: role ?? 'ANONYMOUS' }).map(({ permission }) => permission));
  for (const own of grantsOf({ role: 'ANONYMOUS' })) granted.add(own.permission); // nobody loses by signing in
  const fields = signedFields(schema).filter(
    ({ owner, field }) => ['Query', 'Mutation', 'Subscription'].includes(owner) && !endings.includes(field.name),
  );
  expect(fields.length).toBeGreaterThan(15);
  for (const signed of fields) {
    const permission = permissionOf(schema, signed);
    const may = permission === null || granted.has(permission);
    const code = await outcome(`${signed.owner.toLowerCase()} { ${asked(signed.field)} }`, role);
    const refusal = role ? 'FORBIDDEN' : 'UNAUTHENTICATED';
    expect([signed.field.name, code]).toEqual([signed.field.name, may ? 'ALLOWED' : refusal]);
  }
});

test('signing out is for everyone, and ends what it was asked with', async () => {
  for (const role of roles) {
    const client = await hub.as(role, bonnePage);
    expect(await client.ask('mutation { signOut }')).toEqual({ signOut: true });
    expect(await client.ask('{ position }')).toMatchObject({ code: 'UNAUTHENTICATED' });
  }
  expect(await (await hub.as()).ask('mutation { signOut signOutEverywhere }')).toEqual({ signOut: true, signOutEverywhere: true });
});

/** Whether the permission stood in the way; what the operation itself then refuses is another matter. */
async function outcome(document: string, role?: Role): Promise<string> {
  const client = await hub.as(role, role && bonnePage);
  const answer: Answer = document.startsWith('subscription') ? await opening(client.watch(document)) : await client.ask(document);
  return ['FORBIDDEN', 'UNAUTHENTICATED'].includes(answer?.code) ? answer.code : 'ALLOWED';
}

/** A subscription that is refused says so at once; one that is not, says nothing. */
async function opening(events: AsyncGenerator<Answer, void>): Promise<Answer> {
  const first = events.next().then(
    () => null,
    (errors: Answer) => ({ code: (Array.isArray(errors) ? errors[0] : errors)?.extensions?.code }),
  );
  const answer = await Promise.race([first, new Promise(quiet => setTimeout(quiet, 150, null))]);
  void events.return(undefined);
  return answer;
}
