import type { Grant, Reach } from '#libs/kernel';

const _ = null;
const O = 'OWN_ORGANIZATION';
/** The membership's territories, with what lies in them; where it names none, everywhere. */
const T = 'TERRITORY';
const R = 'REGION';

/** The roles that a person may hold. */
export const roles = [
  'PARTNER_EDITOR',
  'COUNSELLOR',
  'RESEARCHER',
  'CENTRE_SUPERVISOR',
  'MUNICIPAL_COORDINATOR',
  'COMMITTEE_MEMBER',
  'FUND_OFFICER',
  'CASE_WORKER',
  'PRIVACY_OFFICER',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof roles)[number];

/** Also who holds none: anybody at all, whoever comes by a link that was sent to them, and a screen on a wall. */
const columns = ['ANONYMOUS', 'LINK', 'DISPLAY', ...roles] as const;
type Column = (typeof columns)[number];
type Row = readonly (Reach | null)[] & { readonly length: typeof columns.length };

/** Who may do what, and how far. A change here is a change of law: it shows in the snapshot and on the roles screen. */
// prettier-ignore
const table = {
  //                            ANON LINK DISP PART COUN RESE SUPE COOR COMM FUND CASE PRIV ADMI
  'service:read':              [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'service:read-confidential': [ _,   O,   _,   O,   R,   R,   R,   _,   _,   _,   O,   _,   _ ],
  'organization:read-channel': [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'status:report':             [ _,   O,   _,   O,   _,   R,   R,   O,   _,   _,   O,   _,   _ ],
  'status:contradict':         [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'contradiction:read':        [ _,   _,   _,   O,   R,   R,   R,   R,   _,   _,   O,   _,   _ ],
  'contradiction:settle':      [ _,   _,   _,   _,   R,   R,   R,   O,   _,   _,   _,   _,   _ ],
  'silence:read':              [ _,   _,   R,   _,   R,   R,   R,   R,   _,   _,   _,   _,   R ],
  'silence:read-names':        [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'directory:export':          [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'change:read':               [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'crisis:read':               [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'crisis:read-exercise':      [ _,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'crisis:open':               [ _,   _,   _,   _,   _,   _,   R,   T,   _,   _,   _,   _,   R ],
  'crisis:change':             [ _,   _,   _,   _,   _,   _,   R,   T,   _,   _,   _,   _,   R ],
  'campaign:read':             [ _,   _,   _,   _,   R,   R,   R,   R,   _,   _,   _,   _,   R ],
  'campaign:send':             [ _,   _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _ ],
  'call:make':                 [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'request:answer':            [ _,   O,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _ ],
  'poster:manage':             [ _,   _,   _,   O,   _,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'proposal:read':             [ _,   _,   _,   _,   _,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'proposal:settle':           [ _,   _,   _,   _,   _,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'outgoing:read':             [ _,   _,   _,   _,   _,   R,   R,   _,   _,   _,   _,   _,   R ],
  'outgoing:retry':            [ _,   _,   _,   _,   _,   R,   R,   _,   _,   _,   _,   _,   R ],
  'membership:approve':        [ _,   _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   R ],
  'push:subscribe':            [ _,   _,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'membership:leave':          [ _,   _,   _,   O,   O,   O,   O,   O,   O,   O,   O,   O,   O ],
  'membership:invite':         [ _,   _,   _,   O,   _,   R,   R,   _,   _,   _,   _,   _,   R ],
  'need:record':               [ _,   _,   _,   _,   R,   _,   R,   _,   _,   _,   _,   _,   _ ],
  'gap:read':                  [ _,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'gap:change':                [ _,   _,   _,   _,   _,   _,   R,   T,   _,   _,   _,   _,   _ ],
  'gap:commit':                [ _,   _,   _,   O,   _,   _,   _,   O,   _,   _,   O,   _,   _ ],
  'gap:comment':               [ _,   _,   _,   R,   R,   R,   R,   R,   _,   _,   R,   _,   _ ],
  'gap:follow':                [ _,   _,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'surge:read':                [ _,   _,   _,   _,   R,   R,   R,   R,   R,   _,   _,   _,   R ],
  'surge:explain':             [ _,   _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _ ],
  'load:read':                 [ _,   _,   _,   O,   R,   R,   R,   _,   _,   _,   O,   _,   _ ],
  'handover:read':             [ _,   _,   _,   _,   _,   _,   R,   _,   _,   _,   _,   R,   _ ],
  'emergency:raise':           [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'line:read':                 [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'line:tell':                 [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'line:set':                  [ _,   _,   _,   _,   _,   _,   R,   _,   _,   _,   _,   _,   R ],
  'guidance:read':             [ R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'guidance:set':              [ _,   _,   _,   _,   _,   _,   R,   R,   _,   _,   _,   _,   _ ],
  'roster:read':               [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'roster:manage':             [ _,   _,   _,   _,   _,   _,   R,   _,   _,   _,   _,   _,   _ ],
  'roster:answer':             [ _,   _,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'interpretation:ask':        [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   _ ],
  'routing:report':            [ R,   R,   _,   R,   R,   R,   R,   R,   R,   R,   R,   R,   R ],
  'routing:follow':            [ _,   _,   _,   _,   R,   R,   R,   _,   _,   _,   _,   _,   R ],
  'person:read-routing':       [ _,   _,   _,   _,   _,   _,   O,   _,   _,   _,   _,   _,   _ ],
  'person:follow-up':          [ _,   _,   _,   _,   O,   _,   O,   _,   _,   _,   _,   _,   _ ],
  'person:call-round':         [ _,   _,   _,   _,   O,   _,   O,   _,   _,   _,   _,   _,   _ ],
  'person:open-round':         [ _,   _,   _,   _,   _,   _,   O,   _,   _,   _,   _,   _,   _ ],
  'person:read-emergency':     [ _,   _,   _,   _,   _,   _,   O,   _,   _,   _,   _,   _,   _ ],
  'person:read':               [ _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   O,   _,   _ ],
  'membership:end':            [ _,   _,   _,   _,   _,   _,   O,   _,   _,   _,   _,   _,   R ],
  'display:manage':            [ _,   _,   _,   _,   _,   _,   O,   O,   _,   _,   _,   _,   R ],
  'demonstration:reload':      [ _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   R ],
  'audit:read':                [ _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   R,   R ],
  'metrics:read':              [ _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   _,   R ],
} satisfies Record<string, Row>;

export type Permission = keyof typeof table;
export const permissions: ReadonlySet<string> = new Set(Object.keys(table));

const aboutPeople = (permission: string): boolean => permission.startsWith('person:');

/** One role, in one organization. */
export interface Held {
  role: Column;
  organizationId?: string;
  organizationKind?: string;
  territories?: readonly string[];
}

/** What it allows. In Laval civil security sits inside the police: none of them ever reads who a person is. */
export function grantsOf({ role, organizationId, organizationKind, territories }: Held): Grant[] {
  const column = columns.indexOf(role);
  return Object.entries(table).flatMap(([permission, reaches]) => {
    const reach = reaches[column];
    if (!reach || (organizationKind === 'POLICE' && aboutPeople(permission))) return [];
    return [{ permission, reach, role, organizationId, territories }];
  });
}

/** A session of somebody who may read who people are is a short one. */
export const readsPeople = (grants: readonly Grant[]): boolean => grants.some(({ permission }) => aboutPeople(permission));
