import type { INestApplicationContext } from '@nestjs/common';
import { AccountByEmail, AddMembership, CreateAccount, CreateToken } from '#libs/identity';
import { type Actor, idFromSource } from '#libs/kernel';
import { Recognition, UnitOfWork } from '#libs/platform';
import laval from './laval.json' with { type: 'json' };
import { people } from './people.ts';
import { SOURCE } from './the-loading.ts';

/** Those who speak in a history. */
export type Speaker = 'partner' | 'researcher' | 'coordinator' | 'caseworker' | 'counsellor' | 'supervisor';
export type People = Readonly<Record<Speaker, Actor>>;

/** As the accounts themselves would come in. */
export async function speakers(app: INestApplicationContext): Promise<People> {
  const who = async (name: Speaker) => {
    const { token } = await app.get(CreateToken).run({ email: `${name}@demo.fanal.test`, name: 'demo load', ttlMs: 60_000 });
    const recognized = await app.get(Recognition).recognize({ kind: 'token', secret: token });
    return recognized!.actor; // just made
  };
  return {
    partner: await who('partner'),
    researcher: await who('researcher'),
    coordinator: await who('coordinator'),
    caseworker: await who('caseworker'),
    counsellor: await who('counsellor'),
    supervisor: await who('supervisor'),
  };
}

/** An account and what it holds are made together. Who is there already is given it again, if it was taken away. */
export async function loadPeople(app: INestApplicationContext): Promise<number> {
  let made = 0;
  for (const { email, displayName, memberships } of people)
    await app.get(UnitOfWork).run(async tx => {
      const known = await app.get(AccountByEmail).run(email, tx);
      const accountId = known ?? (await app.get(CreateAccount).run({ email, displayName, language: 'fr', demo: true }, tx)).accountId;
      for (const { organization, role, territories = [] } of memberships)
        await app.get(AddMembership).run({ accountId, organizationId: organizationId(organization), role, territories }, tx);
      if (!known) made += 1;
    });
  return made;
}

export function organizationId(name: string): string {
  const found = laval.organizations.find(organization => organization.name === name);
  if (!found) throw new Error(`The demonstration has no organization called ${name}.`);
  return idFromSource(SOURCE, 'organization', found.id);
}
