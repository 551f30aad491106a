import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { guardOperations } from './access.ts';

const guarded = (more: string) => () =>
  guardOperations(
    buildSchema(`directive @allow(permission: String!) on FIELD_DEFINITION
      directive @public on FIELD_DEFINITION
      directive @personal on OBJECT
      type Query { ok: Int @public } ${more}`),
    new Set(['status:report']),
  );

test.each([
  'type Mutation { m: Int }',
  'type Subscription { s: Int }',
  'extend type Query { q: Int }',
  'type Person @personal { name: String }',
])('unmarked, the hub does not start: %s', more => {
  expect(guarded(more)).toThrow('has neither @allow nor @public');
});

test('a permission that no role has is refused', () => {
  expect(guarded('type Mutation { m: Int @allow(permission: "status:repot") }')).toThrow('m asks for status:repot, which no role has');
});

test('every operation marked, with known permissions, is accepted', () => {
  expect(guarded('type Mutation { m: Int @allow(permission: "status:report") }')).not.toThrow();
});
