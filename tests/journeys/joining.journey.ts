import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DevelopmentMailbox } from '#libs/platform';
import { bonnePage, pain, someServices } from '../support/region.ts';
import { type Answer, TestClient, TestHub, until } from '../support/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await TestHub.start();
  await someServices(hub.db);
});
afterAll(() => hub?.close());

const nobody = () => hub.as();
const claiming = `mutation ($input: ClaimMembershipInput!) { claimMembership(input: $input) { __typename
  ... on MembershipClaimed { organization { id } } ... on Refusal { code field message } } }`;
const confirming = `mutation ($token: String!) { confirmMembershipClaim(token: $token) {
  ... on MembershipClaimConfirmed { organization { id } } ... on Refusal { code } } }`;
const waiting = '{ membershipClaims { totalCount edges { node { id email displayName vouched organization { id } } } } }';
const settling = `mutation ($input: SettleMembershipClaimInput!) { settleMembershipClaim(input: $input) {
  ... on MembershipClaimSettled { claimId } ... on Refusal { code } } }`;
const inviting = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  ... on MemberInvited { invitationId } ... on Refusal { code field message } } }`;
const accepting = `mutation ($token: String!, $displayName: String) { acceptInvitation(token: $token, displayName: $displayName) {
  ... on SignedIn { me { account { email displayName } memberships { role organization { id } } } } ... on Refusal { code field } } }`;
const members = `query ($organizationId: ID!) { organizationMembers(organizationId: $organizationId) {
  members { membershipId email self } invitations { id email } } }`;
const leaving = `mutation ($input: LeaveOrganizationInput!) { leaveOrganization(input: $input) {
  ... on OrganizationLeft { membershipId } ... on Refusal { code } } }`;

/** The last letter to this address whose subject says so. */
async function letterTo(email: string, about: string): Promise<string> {
  const { received } = hub.get(DevelopmentMailbox);
  const found = () => received.find(mail => mail.to.includes(email) && mail.subject.includes(about));
  await until(() => found() !== undefined);
  return found()!.text;
}
const tokenIn = (text: string): string => /#([\w-]{43})$/m.exec(text)![1]!;

async function claimed(email: string, organizationId = pain): Promise<Answer> {
  return (await (await nobody()).ask(claiming, { input: { organizationId, email, displayName: 'Rosalie Gagnon' } })).claimMembership;
}

/** Claimed and confirmed; the claim's id. */
async function confirmed(email: string): Promise<string> {
  await claimed(email);
  const token = tokenIn(await letterTo(email, 'confirmez'));
  expect(await (await nobody()).ask(confirming, { token })).toEqual({ confirmMembershipClaim: { organization: { id: pain } } });
  const { membershipClaims } = await (await hub.as('RESEARCHER', bonnePage)).ask(waiting);
  return membershipClaims.edges.find(({ node }: Answer) => node.email === email).node.id;
}

test('who claims is believed once they open a mail and somebody has looked: then they sign in and speak', async () => {
  const email = 'rosalie@pain.test';
  expect(await claimed(email)).toEqual({ __typename: 'MembershipClaimed', organization: { id: pain } });
  const coordinator = await hub.as('MUNICIPAL_COORDINATOR', bonnePage);
  const token = tokenIn(await letterTo(email, 'confirmez'));
  expect((await coordinator.ask(waiting)).membershipClaims.totalCount).toBe(0); // nobody reads that mail, as far as is known

  expect(await (await nobody()).ask(confirming, { token })).toEqual({ confirmMembershipClaim: { organization: { id: pain } } });
  expect(await (await nobody()).ask(confirming, { token })).toEqual({ confirmMembershipClaim: { code: 'LINK_NOT_VALID' } });
  const { membershipClaims } = await coordinator.ask(waiting);
  expect(membershipClaims.edges[0].node).toMatchObject({
    email,
    displayName: 'Rosalie Gagnon',
    vouched: false,
    organization: { id: pain },
  });

  const input = { claimId: membershipClaims.edges[0].node.id, approve: true };
  expect(await coordinator.ask(settling, { input })).toEqual({ settleMembershipClaim: { claimId: input.claimId } });
  expect(await coordinator.ask(settling, { input })).toEqual({ settleMembershipClaim: { code: 'CLAIM_NOT_FOUND' } });
  expect(await letterTo(email, 'maintenant')).toContain('/sign-in');
  const [held] = await hub.db.query(
    'select role, organization_id from identity.membership join identity.account on account.id = account_id where email = $1',
    [email],
  );
  expect(held).toEqual({ role: 'PARTNER_EDITOR', organization_id: pain });
});

test('a claim of the same person again is one claim, and a second mail; who speaks already is told so', async () => {
  const email = 'deux@pain.test';
  await Promise.all([claimed(email), claimed(email), claimed(email)]);
  const [{ n }] = await hub.db.query('select count(*)::int as n from identity.claim where email = $1', [email]);
  expect(n).toBe(1);
  const held = 'rosalie@pain.test';
  expect(await claimed(held)).toMatchObject({ __typename: 'MembershipClaimed' }); // the same answer: who asks learns nothing
  expect(await letterTo(held, 'déjà')).not.toMatch(/#/);
});

test('what cannot be is refused at its place: no such organization, no address, no name', async () => {
  const refused = async (input: object) =>
    (await (await nobody()).ask(claiming, { input: { organizationId: pain, email: 'a@b.test', displayName: 'A', ...input } }))
      .claimMembership;
  expect(await refused({ organizationId: 'nowhere' })).toMatchObject({ code: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' });
  expect(await refused({ email: 'rosalie' })).toMatchObject({ code: 'EMAIL_NOT_VALID', field: 'email' });
  expect(await refused({ displayName: ' ' })).toMatchObject({ code: 'NAME_MISSING', field: 'displayName' });
});

test('a refused claim gives nothing, and is told politely', async () => {
  const email = 'inconnu@pain.test';
  const claimId = await confirmed(email);
  await (await hub.as('RESEARCHER', bonnePage)).ask(settling, { input: { claimId, approve: false } });
  expect(await letterTo(email, 'Votre demande')).toContain('composez le 211');
  expect(await hub.db.query('select 1 from identity.account where email = $1', [email])).toEqual([]);
});

/** As a browser, which keeps its cookie. */
async function accept(token: string, displayName?: string): Promise<Answer> {
  return (await new TestClient(hub.url, null).ask(accepting, { token, displayName })).acceptInvitation;
}

test('an editor invites another: the link makes the account, once, and is worth nothing when revoked', async () => {
  const editor = await hub.as('PARTNER_EDITOR', pain);
  const email = 'nouvelle@pain.test';
  const { inviteMember } = await editor.ask(inviting, { input: { organizationId: pain, email } });
  const token = tokenIn(await letterTo(email, 'Invitation à parler'));
  const asked = 'query ($token: String!) { invitation(token: $token) { email named organization { id } } }';
  const shown = { invitation: { email, named: false, organization: { id: pain } } };
  expect(await (await nobody()).ask(asked, { token })).toEqual(shown);
  expect(await (await nobody()).ask(asked, { token })).toEqual(shown); // looking uses nothing up
  expect(await accept(token)).toEqual({ code: 'NAME_MISSING', field: 'displayName' }); // and nothing is lost by it
  expect(await accept(token, 'Nouvelle Venue')).toEqual({
    me: { account: { email, displayName: 'Nouvelle Venue' }, memberships: [{ role: 'PARTNER_EDITOR', organization: { id: pain } }] },
  });
  expect(await accept(token, 'Encore')).toEqual({ code: 'LINK_NOT_VALID', field: 'token' });
  expect(inviteMember.invitationId).toBeDefined();
  expect(await editor.ask(inviting, { input: { organizationId: pain, email } })).toMatchObject({
    inviteMember: { code: 'MEMBERSHIP_HELD_BY_THEM', field: 'email' },
  });

  const other = 'autre@pain.test';
  const second = (await editor.ask(inviting, { input: { organizationId: pain, email: other } })).inviteMember;
  const late = tokenIn(await letterTo(other, 'Invitation à parler'));
  const revoking = 'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename ... on Refusal { code } } }';
  const revoke = { input: { invitationId: second.invitationId } };
  expect(await (await hub.as('PARTNER_EDITOR', bonnePage)).ask(revoking, revoke)).toEqual({
    revokeInvitation: { __typename: 'InvitationNotFound', code: 'INVITATION_NOT_FOUND' },
  });
  expect(await editor.ask(revoking, revoke)).toEqual({ revokeInvitation: { __typename: 'InvitationRevoked' } });
  expect(await accept(late, 'Trop Tard')).toEqual({ code: 'LINK_NOT_VALID', field: 'token' });
});

test('nobody invites to, or reads the people of, an organization that is not theirs', async () => {
  const stranger = await hub.as('PARTNER_EDITOR', bonnePage);
  expect(await stranger.ask(members, { organizationId: pain })).toEqual({ organizationMembers: null });
  expect(await stranger.ask(inviting, { input: { organizationId: pain, email: 'x@y.test' } })).toMatchObject({
    inviteMember: { code: 'ORGANIZATION_NOT_FOUND' },
  });
  expect(await (await hub.as('COUNSELLOR', bonnePage)).ask(waiting)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await (await nobody()).ask(waiting)).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('one leaves for oneself alone; when the last editor has left, a researcher is told by mail and by the list', async () => {
  const empty = 'e0000000-0000-4000-8000-0000000000aa';
  await hub.db.query(
    `insert into directory.organization (id, name_fr, source, source_id) values ($1, 'Le Seul Comptoir', 'test', 'seul')`,
    [empty],
  );
  const researcher = await hub.as('RESEARCHER', bonnePage);
  const [{ email }] = await hub.db.query(
    `select email from identity.account join identity.membership on account_id = account.id where role = 'RESEARCHER'`,
  );
  const [one, two] = [await hub.as('PARTNER_EDITOR', empty), await hub.as('PARTNER_EDITOR', empty, ['laval'])];
  const own = async (client: TestClient) =>
    (await client.ask('{ me { memberships { id organization { id } } } }')).me.memberships[0].id as string;
  const [first, second] = [await own(one), await own(two)];
  expect(await one.ask(leaving, { input: { membershipId: second } })).toEqual({ leaveOrganization: { code: 'MEMBERSHIP_NOT_FOUND' } });

  expect(await one.ask(leaving, { input: { membershipId: first } })).toEqual({ leaveOrganization: { membershipId: first } });
  const alone = '{ organizationsLeftAlone { organization { id } } }';
  const ids = async () => (await researcher.ask(alone)).organizationsLeftAlone.map(({ organization }: Answer) => organization.id);
  expect(await ids()).not.toContain(empty);
  await two.ask(leaving, { input: { membershipId: second } });
  expect(await ids()).toContain(empty);
  expect(await letterTo(email, 'Le Seul Comptoir')).toContain('/memberships');
});
