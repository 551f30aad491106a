import { idFromSource } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import { type PastWord, RecountFreshness, TakePastWordsIn } from '#libs/status';
import { firstWordSteps } from '../say-first-words.ts';
import type { People } from '../load-people.ts';
import type { Invented } from '../region/region.ts';
import { serviceId, SOURCE } from '../the-loading.ts';
import type { Then } from '../then.ts';
import { crisisSteps, darkSince } from './crisis.ts';
import { daysBefore } from './days.ts';
import { lineSteps } from './lines.ts';
import { needSteps } from './needs.ts';
import { outage } from './outage.ts';
import { pastWordsOf, type ToldWord } from './past-words.ts';
import { lastHour, todaySteps } from './today.ts';

/** Three weeks, in their order: what services said, and between it what people did one by one. Answers how many words there are. */
export async function tellThePast(then: Then, services: readonly Invented[], people: People, now: Date): Promise<number> {
  const { at, weekday } = await daysBefore(then.manager, now);
  const calendar = { at, weekday, now: lastHour(now), darkSince };
  const words = services
    .flatMap(service => pastWordsOf(service, calendar, services))
    .sort((one, other) => +one.at - +other.at || (one.key < other.key ? -1 : 1))
    .map(word => pastWord(word, people));
  const first = await firstWordSteps(then, people, now);
  const happened =
    services.length > 0
      ? [
          ...crisisSteps(at, people.coordinator),
          ...todaySteps(services, people, at, now),
          ...lineSteps(people, at, now),
          ...needSteps(people, at, now),
        ]
      : [];
  let told = 0;
  for (const step of [...first, ...happened].filter(step => step.at < now).sort((one, other) => +one.at - +other.at)) {
    const later = words.findIndex(({ saidAt }) => saidAt >= step.at);
    const before = later < 0 ? words.length : later;
    await take(then, words.slice(told, before));
    told = before;
    then.turn(step.at);
    await step.run(then);
    if (step.changesLimits) await recount(then);
  }
  await take(then, words.slice(told));
  then.turn(now);
  return words.length + first.length;
}

async function take({ rooms, turn }: Then, words: readonly PastWord[]): Promise<void> {
  if (words.length === 0) return;
  turn(words[0]!.saidAt);
  await rooms.get(TakePastWordsIn).run(words);
}

/** As a worker does when a crisis changes: the words that are there age by the new limits. */
async function recount({ rooms }: Then): Promise<void> {
  const territories = outage.crisis.areas.map(({ territory }) => territory);
  await rooms.get(UnitOfWork).run(tx => rooms.get(RecountFreshness).run({ territories }, tx));
}

export const pastWord = ({ key, organization, at, voice, says, replacedBy }: ToldWord, { researcher }: People): PastWord => ({
  serviceId: serviceId(key),
  saidAt: at,
  source: voice,
  by: voice === 'RESEARCHER' ? researcher.id : `link:${idFromSource(SOURCE, 'organization', organization)}`,
  says: says && { ...says, replacementServiceId: replacedBy && serviceId(replacedBy) },
});
