import { expect, test } from '@jest/globals';
import { buildSchema, graphql } from 'graphql';
import { Actor } from '#libs/kernel';
import { onlyFor } from './only-for.ts';

const ours = { organizationId: 'ours', territories: ['laval'] };
const reader = (organizationId: string) =>
  new Actor({
    id: 'account:1',
    accountId: '1',
    grants: [{ permission: 'service:read-confidential', reach: 'OWN_ORGANIZATION', role: 'PARTNER_EDITOR', organizationId }],
  });
const place = { address: onlyFor<string | null>(ours, '12, rue du Refuge', null) };

async function told(actor: Actor) {
  const { data } = await graphql({
    schema: buildSchema('type Query { address: String }'),
    source: '{ address }',
    rootValue: place,
    contextValue: { actor },
  });
  return data?.address;
}

test('a confidential fact is told to those who may know it, and to nobody else', async () => {
  expect(await told(reader('ours'))).toBe('12, rue du Refuge');
  expect(await told(reader('theirs'))).toBeNull();
  expect(await told(new Actor({ id: 'anonymous', grants: [] }))).toBeNull();
});

test('written down elsewhere, it says nothing', () => expect(JSON.stringify(place)).toBe('{}'));
