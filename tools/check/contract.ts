import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findBreakingChanges } from 'graphql';
import { ourSchema, schemaOf } from './schema.ts';

/** What of the contract is not built yet, one line each. It only shrinks: a line that is built, or never was asked, fails. */
const NOT_YET = 'tests/house/not-yet.txt';

/** Our schema contains the contract, but for what is listed as not built yet. */
export function contractFaults(): string[] {
  const missing = findBreakingChanges(schemaOf(['tests/house/contract.graphql']), ourSchema()).map(({ description }) => description);
  const allowed = readFileSync(NOT_YET, 'utf8').split('\n').filter(Boolean);
  const before = allowedBefore();
  return [
    ...(before ? allowed.filter(line => !before.includes(line)).map(line => `${NOT_YET} only shrinks: ${line}`) : []),
    ...missing.filter(line => !allowed.includes(line)).map(line => `The contract is broken: ${line}`),
    ...allowed.filter(line => !missing.includes(line)).map(line => `Built, so no longer in ${NOT_YET}: ${line}`),
  ];
}

/** As it was committed before its last change; null where there is no history to ask. */
function allowedBefore(): string[] | null {
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' });
  const changes = git('log', '--format=%H', '-2', '--', NOT_YET).stdout?.split('\n').filter(Boolean) ?? [];
  const { status, stdout } = git('show', `${changes.at(-1)}:${NOT_YET}`);
  return status === 0 ? stdout.split('\n').filter(Boolean) : null;
}
