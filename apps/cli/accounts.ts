import { InvalidArgumentError } from 'commander';
import { AddMembership, CreateAccount, CreateToken, EndMembership, grantsOf, type Role } from '#libs/identity';
import { Actor, type Language } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import { inRooms } from './rooms.ts';
import { tell } from './spoken.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST = 366 * UNITS.d;

/** `1h`, `30m`, `7d`: in milliseconds. */
export function duration(text: string): number {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  const ms = Number(count) * UNITS[(unit ?? 's') as keyof typeof UNITS]; // one of them, by the pattern
  if (!(ms > 0 && ms <= LONGEST)) throw new InvalidArgumentError('30s … 366d');
  return ms;
}

/** `token create`: prints the token and nothing else. */
export async function createToken({ account, ttl, name }: { account: string; ttl: number; name: string }): Promise<void> {
  const { token } = await inRooms(rooms => rooms.get(CreateToken).run({ email: account, name, ttlMs: ttl }));
  process.stdout.write(`${token}\n`);
}

interface NewPerson {
  email: string;
  name: string;
  language: Language;
  organization?: string;
  role?: Role;
  territories: string[];
}

/** `account create`, with a first role or without: both or neither. */
export async function createAccount({ email, name, language, organization, role, territories }: NewPerson): Promise<void> {
  const made = await inRooms(rooms =>
    rooms.get(UnitOfWork).run(async tx => {
      const { accountId } = await rooms.get(CreateAccount).run({ email, displayName: name, language }, tx);
      if (!organization || !role) return { accountId };
      return {
        accountId,
        role,
        ...(await rooms.get(AddMembership).run({ accountId, organizationId: organization, role, territories }, tx)),
      };
    }),
  );
  tell('role' in made ? 'CLI_ACCOUNT_CREATED_WITH' : 'CLI_ACCOUNT_CREATED', made);
}

/** `membership end ID`: at once, as an administrator would. */
export async function endMembership(membershipId: string): Promise<void> {
  const operator = new Actor({ id: 'operator', grants: grantsOf({ role: 'ADMINISTRATOR' }) });
  await inRooms(rooms => rooms.get(EndMembership).run(operator, { membershipId }));
  tell('CLI_MEMBERSHIP_ENDED', { membershipId });
}
