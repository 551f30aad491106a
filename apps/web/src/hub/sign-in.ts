import { client } from './client.ts';
import type { SignInWithLinkMutation } from './gql/graphql.ts';
import { graphql } from './graphql.ts';
import { startAgain } from './session.ts';

graphql(`
  fragment SignInAnswer on SignInResult {
    ... on SignedIn {
      me {
        permissions
        memberships {
          id
          role
        }
      }
    }
    ... on Refusal {
      code
      message
    }
  }
`);

const withLink = graphql(`
  mutation SignInWithLink($token: String!) {
    answer: signInWithLink(token: $token) {
      ...SignInAnswer @unmask
    }
  }
`);

const toDemo = graphql(`
  mutation SignInToDemo($email: String!) {
    answer: signInToDemo(email: $email) {
      ...SignInAnswer @unmask
    }
  }
`);

const withInvitation = graphql(`
  mutation AcceptInvitation($token: String!, $displayName: String) {
    answer: acceptInvitation(token: $token, displayName: $displayName) {
      ... on SignedIn {
        __typename
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const asDisplay = graphql(`
  mutation EnterAsDisplay($proof: String!) {
    answer: enterAsDisplay(proof: $proof) {
      ... on DisplayEntered {
        display {
          id
        }
      }
      ... on Refusal {
        code
      }
    }
  }
`);

/** What came of a screen's asking: its code still waits, was typed (then the page begins anew, as the screen), or means nothing any more. */
export async function enterAsDisplay(proof: string): Promise<'waiting' | 'entered' | 'over'> {
  const { answer } = (await client.mutate({ mutation: asDisplay, variables: { proof }, fetchPolicy: 'no-cache' })).data!;
  if (answer.__typename !== 'DisplayEntered') return 'over';
  if (!answer.display) return 'waiting';
  await startAgain();
  return 'entered';
}

type Answer = SignInWithLinkMutation['answer'];

/** Enters as the account, on a new page; answers why not, if not. */
async function enter(answer: Answer, address: (partner: boolean) => string): Promise<string | null> {
  if (answer.__typename !== 'SignedIn') return answer.message;
  await startAgain(address(answer.me.memberships.some(({ role }) => role === 'PARTNER_EDITOR')));
  return null;
}

/** Where the person was going; else a partner to their services, others to the list. */
export const placeAfter = (next: string | null) => (partner: boolean) => next ?? (partner ? '/my-services' : '/');

export const signInWithLink = async (token: string, next: string | null): Promise<string | null> =>
  enter((await client.mutate({ mutation: withLink, variables: { token }, fetchPolicy: 'no-cache' })).data!.answer, placeAfter(next));

export const signInToDemo = async (email: string, next: string | null): Promise<string | null> =>
  enter((await client.mutate({ mutation: toDemo, variables: { email }, fetchPolicy: 'no-cache' })).data!.answer, placeAfter(next));

/** Becomes one who speaks for the organization, on a new page; answers why not, if not. */
export async function acceptInvitation(token: string, displayName: string | null): Promise<string | null> {
  const { data } = await client.mutate({ mutation: withInvitation, variables: { token, displayName }, fetchPolicy: 'no-cache' });
  const { answer } = data!;
  if (answer.__typename !== 'SignedIn') return answer.message;
  await startAgain('/my-services');
  return null;
}
