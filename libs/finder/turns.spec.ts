import { expect, test } from '@jest/globals';
import { TooManyRequests } from '#libs/platform';
import { Turns } from './turns.ts';

const patienceMs = 40;

test('so many at once, the others in line; whoever has had their share is passed', async () => {
  const turns = new Turns({ atOnce: 2, patienceMs: 5_000 });
  const begun: string[] = [];
  const take = async (who: string) => {
    const giveBack = await turns.take(who, 1);
    begun.push(who);
    return giveBack;
  };
  const [first, , third] = ['greedy', 'greedy', 'one', 'other'].map(take);
  (await third)!();
  await new Promise(soon => setTimeout(soon, 5));
  expect(begun).toEqual(['greedy', 'one', 'other']);
  (await first)!();
  await new Promise(soon => setTimeout(soon, 5));
  expect(begun).toEqual(['greedy', 'one', 'other', 'greedy']);
});

test('who is no longer patient, or finds too long a line, is told when to come again; a turn that is given back is given', async () => {
  const turns = new Turns({ atOnce: 1, patienceMs });
  const giveBack = await turns.take('one', 1);
  const waiting = Array.from({ length: 5 }, () => turns.take('other', 1).catch((error: unknown) => error));
  await expect(turns.take('late', 1)).rejects.toThrow(TooManyRequests);
  for (const each of await Promise.all(waiting)) expect(each).toBeInstanceOf(TooManyRequests);
  giveBack();
  (await turns.take('late', 1))();
});
