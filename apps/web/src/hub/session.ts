import { makeVar } from '@apollo/client';
import { useQuery, useReactiveVar } from '@apollo/client/react';
import { client, sessionEnded } from './client.ts';
import { connection } from './connection.ts';
import type { SessionQuery } from './gql/graphql.ts';
import { graphql } from './graphql.ts';
import { keptView } from './kept.ts';

/** Who is here and which region this is; asked once a page, and whenever the session may have changed. */
const Session = graphql(`
  query Session {
    region {
      timeZone
      languages
      name {
        fr
        en
      }
    }
    demonstration {
      loadedAt
      mayReload
    }
    display {
      id
      name
    }
    me {
      account {
        id
        email
        displayName
      }
      permissions
      memberships {
        id
        role
        organization {
          id
          name {
            fr
            en
          }
          relayFor {
            id
            name {
              fr
              en
            }
          }
        }
        territories {
          code
          name {
            fr
            en
          }
        }
      }
    }
  }
`);

export type Me = NonNullable<SessionQuery['me']>;
export type Region = SessionQuery['region'];
export type Demonstration = NonNullable<SessionQuery['demonstration']>;

/** The hub no longer knows the person that this page still shows: what waits is kept until they sign in again. */
const lapsed = makeVar(false);
/** The hub could not be asked at all. */
const unreachable = makeVar(false);

const others = new BroadcastChannel('session');

const held = () => client.readQuery({ query: Session });
export const accountHere = (): string | null => held()?.me?.account.id ?? null;

const every = 5_000;
let again: ReturnType<typeof setTimeout> | undefined;

let leaving = false;
/** Nothing more of this account is kept. */
export const isLeaving = (): boolean => leaving;

/** Another account is another page: nothing of the last one stays in memory or on this device. */
export async function startAgain(address = location.href): Promise<void> {
  leaving = true;
  await keptView.empty();
  others.postMessage('changed');
  if (address === location.href) location.reload();
  else location.assign(address);
}

export async function checkSession(): Promise<void> {
  const before = accountHere();
  let data: SessionQuery | undefined;
  try {
    ({ data } = await client.query({ query: Session, fetchPolicy: 'no-cache' }));
  } catch {
    clearTimeout(again);
    again = setTimeout(() => void checkSession(), every);
    return void unreachable(true);
  }
  clearTimeout(again);
  unreachable(false);
  const now = data?.me?.account.id ?? null;
  lapsed(before !== null && now === null);
  if (lapsed()) return;
  if (before !== null && now !== before) return startAgain();
  client.writeQuery({ query: Session, data });
}

export const signInAgain = (): void => void lapsed(true);

export function openSession(): void {
  void checkSession();
  sessionEnded.addEventListener('ended', () => void checkSession());
  others.onmessage = () => {
    leaving = true;
    location.reload();
  };
  addEventListener('online', () => void checkSession());
  connection.subscribe(() => {
    if (connection.now().state === 'live' && (unreachable() || !held())) void checkSession();
  });
}

export type Here = {
  /** Undefined until the hub has said. */
  me: Me | null | undefined;
  region: Region | undefined;
  /** Null where what is shown is not invented. */
  demonstration: Demonstration | null;
  /** The wall screen that this page is, if it is one. */
  display: SessionQuery['display'] | null;
  lapsed: boolean;
  unreachable: boolean;
  may: (permission: string) => boolean;
};

export function useSession(): Here {
  const { data } = useQuery(Session, { fetchPolicy: 'cache-only' });
  const me = data?.me as Me | null | undefined; // cache-only hands parts while there is nothing: undefined then
  return {
    me,
    region: data?.region as Region | undefined,
    demonstration: (data?.demonstration as Demonstration | null | undefined) ?? null,
    display: (data?.display as SessionQuery['display'] | undefined) ?? null,
    lapsed: useReactiveVar(lapsed),
    unreachable: useReactiveVar(unreachable),
    may: permission => me?.permissions.includes(permission) ?? false,
  };
}
