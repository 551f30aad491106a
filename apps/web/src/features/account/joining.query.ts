import { graphql } from '../../hub/graphql.ts';

export const Team = graphql(`
  query Team($organizationId: ID!) {
    organizationMembers(organizationId: $organizationId) {
      members {
        membershipId
        displayName
        email
        role
        self
      }
      invitations {
        id
        email
        invitedByName
        expiresAt
      }
    }
  }
`);

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    answer: inviteMember(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    answer: revokeInvitation(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const LeaveOrganization = graphql(`
  mutation LeaveOrganization($input: LeaveOrganizationInput!) {
    answer: leaveOrganization(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const Claims = graphql(`
  query Claims {
    membershipClaims(first: 200) {
      totalCount
      edges {
        node {
          id
          email
          displayName
          vouched
          confirmedAt
          organization {
            id
            name {
              fr
              en
            }
          }
        }
      }
    }
    organizationsLeftAlone {
      since
      organization {
        id
        name {
          fr
          en
        }
      }
    }
  }
`);

export const SettleClaim = graphql(`
  mutation SettleClaim($input: SettleMembershipClaimInput!) {
    answer: settleMembershipClaim(input: $input) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export const ConfirmClaim = graphql(`
  mutation ConfirmClaim($token: String!) {
    answer: confirmMembershipClaim(token: $token) {
      __typename
      ... on MembershipClaimConfirmed {
        organization {
          id
          name {
            fr
            en
          }
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

export const ReadInvitation = graphql(`
  query ReadInvitation($token: String!) {
    invitation(token: $token) {
      email
      named
      organization {
        id
        name {
          fr
          en
        }
      }
    }
  }
`);
