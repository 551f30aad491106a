import { graphql } from '../../hub/graphql.ts';

export const DemoAccounts = graphql(`
  query DemoAccounts {
    demoAccounts {
      email
      displayName
      roles
      organizations {
        fr
        en
      }
    }
  }
`);

export const RequestSignInLink = graphql(`
  mutation RequestSignInLink($email: String!) {
    requestSignInLink(email: $email)
  }
`);
