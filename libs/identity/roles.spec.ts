import { expect, test } from '@jest/globals';
import { grantsOf, permissions, roles } from './roles.ts';

const everyone = ['ANONYMOUS', 'LINK', 'DISPLAY', ...roles] as const;
const short = { OWN_ORGANIZATION: 'own', TERRITORY: 'territory', REGION: 'region' };

test('the law, as it stands', () => {
  const law = everyone.map(role => [
    role,
    Object.fromEntries(grantsOf({ role }).map(({ permission, reach }) => [permission, short[reach]])),
  ]);
  expect(Object.fromEntries(law)).toMatchSnapshot();
});

test('a grant says by which role, where, and over which territories', () => {
  const grants = grantsOf({ role: 'PARTNER_EDITOR', organizationId: 'o', organizationKind: 'COMMUNITY', territories: ['chomedey'] });
  for (const grant of grants) expect(grant).toMatchObject({ role: 'PARTNER_EDITOR', organizationId: 'o', territories: ['chomedey'] });
});

test('no role in a police organization ever holds a permission on a person', () => {
  for (const role of roles)
    expect(
      grantsOf({ role, organizationId: 'o', organizationKind: 'POLICE' }).filter(({ permission }) => permission.startsWith('person:')),
    ).toEqual([]);
  expect(grantsOf({ role: 'CASE_WORKER', organizationId: 'o', organizationKind: 'POLICE' })).not.toEqual([]);
  expect(grantsOf({ role: 'CASE_WORKER', organizationId: 'o', organizationKind: 'HUMANITARIAN' })).toContainEqual(
    expect.objectContaining({ permission: 'person:read' }),
  );
});

test('permissions are noun:verb, and each is given to somebody', () => {
  const given = new Set(everyone.flatMap(role => grantsOf({ role }).map(({ permission }) => permission)));
  expect(given).toEqual(permissions);
  for (const permission of permissions) expect(permission).toMatch(/^[a-z]+:[a-z-]+$/);
});
