import { expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse } from 'graphql';
import { costOf } from './cost.ts';

const schema = buildSchema(`
  type Query { position: String list(first: Int = 50): List one: Item }
  type Mutation { do: Item }
  type List { nodes: [Item!]! total: Int }
  type Item { id: ID parts(first: Int = 10): [Item!] }
`);

const cost = (source: string, variables = {}) => {
  const document = parse(source);
  return costOf(schema, document, { listItems: 200, rootListCost: 1_000 })(getOperationAST(document)!, variables);
};

test.each([
  ['{ position }', {}, 1],
  ['{ one { id } }', {}, 2],
  ['mutation { do { id } }', {}, 2],
  ['{ list { nodes { id } } }', {}, 1_000 + 50 * 3],
  ['{ list(first: 7) { nodes { id } } }', {}, 1_000 + 7 * 3],
  ['{ list(first: 100000) { total } }', {}, 1_000 + 200 * 2],
  ['query ($n: Int) { list(first: $n) { total } }', { n: 3 }, 1_000 + 3 * 2],
  ['query ($n: Int = 9) { list(first: $n) { total } }', {}, 1_000 + 9 * 2],
  ['query ($n: Int) { list(first: $n) { total } }', {}, 1_000 + 200 * 2],
  ['query ($n: Int) { list(first: $n) { nodes { parts(first: $n) { id } } } }', { n: 4 }, 1_000 + 4 * (2 + 4 * 2)],
  ['{ list(first: 2) { nodes { ...I } } } fragment I on Item { id parts(first: 3) { id } }', {}, 1_000 + 2 * (2 + 1 + 3 * 2)],
  ['{ a: list(first: 1) { total } b: list(first: 1) { total } }', {}, 2_000 + 2 * 2],
])('%s with %j comes to %i', (source, variables, expected) => expect(cost(source, variables)).toBe(expected));

test('fragments that double are counted in no time, and come to a great deal', () => {
  const doubling = Array.from(
    { length: 58 },
    (_, n) => `fragment F${n} on Item { a${n}: parts { ...F${n + 1} } b${n}: parts { ...F${n + 1} } }`,
  );
  expect(cost(`{ one { ...F0 } } ${doubling.join(' ')} fragment F58 on Item { id }`)).toBeGreaterThan(1e11);
});
