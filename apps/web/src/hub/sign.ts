import { client } from './client.ts';
import { graphql } from './graphql.ts';
import { startAgain } from './session.ts';

const out = graphql(`
  mutation SignOut {
    signOut
  }
`);
const outEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

/** Ends the session at the hub, then all that this device keeps of the account. Without a line it throws: the session would live on. */
export async function signOut({ everywhere, forget }: { everywhere: boolean; forget: () => Promise<void> }): Promise<void> {
  await client.mutate({ mutation: everywhere ? outEverywhere : out });
  await forget();
  await startAgain('/');
}
