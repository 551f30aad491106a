import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '#libs/kernel';
import { type PastWord, TakePastWordsIn } from '#libs/status';
import { daysBefore } from './history/days.ts';
import { darkSince } from './history/crisis.ts';
import { pastWordsOf } from './history/past-words.ts';
import { pastWord } from './history/tell-the-past.ts';
import { type People, speakers } from './load-people.ts';
import { loadInvented, OWN, type RegionLoaded } from './load-region.ts';
import type { Invented } from './region/region.ts';

/** So many are imported at once: more are never in memory. */
const AT_ONCE = 2_000;

/** More services than the region has, in parts, each with its last word, entered now as seen then. */
export async function loadMore(
  app: INestApplicationContext,
  from: number,
  upTo: number,
  reached: (services: number) => Promise<void>,
): Promise<RegionLoaded & { words: number }> {
  const people = await speakers(app);
  let all = { organizations: 0, services: 0, words: 0 };
  for (let at = from; at < upTo; at += AT_ONCE) {
    const end = Math.min(upTo, at + AT_ONCE);
    const { today } = await daysBefore(app.get(DataSource).manager, app.get(Clock).now());
    const { organizations, services, invented } = await loadInvented(app, at - OWN, end - at, today);
    const words = await sayLastWords(app, invented, people);
    all = { organizations: all.organizations + organizations, services: all.services + services, words: all.words + words };
    await reached(end);
  }
  return all;
}

async function sayLastWords(app: INestApplicationContext, invented: readonly Invented[], people: People): Promise<number> {
  const now = app.get(Clock).now();
  const { at, weekday } = await daysBefore(app.get(DataSource).manager, now);
  const words = invented.flatMap(service => {
    const last = pastWordsOf(service, { at, weekday, now, darkSince }, []).findLast(
      ({ says }) => says && !(says.goodUntil && says.goodUntil <= now),
    );
    return last ? [enteredNow(pastWord(last, people), now)] : [];
  });
  await app.get(TakePastWordsIn).run(words);
  return words.length;
}

const enteredNow = (word: PastWord, now: Date): PastWord => ({
  ...word,
  saidAt: now,
  says: word.says && { ...word.says, observedAt: word.saidAt },
});
