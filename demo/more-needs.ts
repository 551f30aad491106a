import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { ImportNeeds } from '#libs/needs';
import { Seeded } from './region/seeded.ts';

const DAY = 86_400_000;
const YEARS = 3;
type Kind = readonly [kind: string, category: string, weight: number];
const kinds: readonly Kind[] = [
  ['FOOD_AID', 'food', 30],
  ['GROCERY_DELIVERY', 'food', 12],
  ['HOUSING', 'material-assistance-and-housing', 18],
  ['TAXI', 'health', 9],
  ['MASKS', 'health', 3],
  ['ISOLATION_SUPPORT', 'health', 4],
  ['INTERPRETATION', 'immigration-and-cultural-communities', 4],
  ['OTHER', 'psychosocial-support', 20],
];
const towns =
  'chomedey laval-des-rapides pont-viau fabreville sainte-rose vimont auteuil duvernay saint-vincent-de-paul sainte-dorothee saint-francois laval-ouest'.split(
    ' ',
  );
const reasons = ['NO_SERVICE', 'FULL', 'TOO_FAR', 'WAITING_LIST', 'HOURS', 'LANGUAGE'];
const ages = ['AGE_18_24', 'AGE_25_34', 'AGE_35_49', 'AGE_50_64', 'AGE_65_74', 'AGE_75_PLUS'];

/**
 * So many invented needs of the three years before the demonstration's own, more by day and in winter: they are imported as past figures are,
 * open no gap, and are the same each time, so that a second load adds what is missing.
 */
export async function loadNeeds(rooms: INestApplicationContext, needs: number): Promise<number> {
  if (needs === 0) return 0;
  const folder = await mkdtemp(join(tmpdir(), 'fanal-needs-'));
  try {
    const path = join(folder, 'needs.csv');
    await write(path, needs, rooms.get(Clock).now());
    return (await rooms.get(ImportNeeds).run(path)).records;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(path: string, needs: number, now: Date): Promise<void> {
  const file = createWriteStream(path);
  file.write('id,at,category,kind,outcome,reason,territory,language,gender,age\n');
  const today = Math.floor(+now / DAY);
  for (let n = 0; n < needs; n++) if (!file.write(`${lineOf(n, today)}\n`)) await once(file, 'drain');
  file.end();
  await once(file, 'close');
}

function lineOf(n: number, today: number): string {
  const seeded = new Seeded(`need ${n}`);
  const [kind, category] = seeded.weighed(kinds, ([, , weight]) => weight);
  const at = new Date(
    (today - 30 - Math.floor(seeded.next() * YEARS * 365)) * DAY + seeded.whole(13, 22) * 3_600_000 + seeded.whole(0, 59) * 60_000,
  );
  const unmet = seeded.chance(0.22);
  const reason = unmet ? seeded.one(reasons) : '';
  const language = seeded.weighed(['fr', 'en', 'ar', 'es', 'ht'], each => (each === 'fr' ? 70 : each === 'en' ? 18 : 4));
  const gender = seeded.chance(0.66) ? 'WOMAN' : 'MAN';
  return [
    `demo-${n}`,
    at.toISOString(),
    category,
    kind,
    unmet ? 'UNMET' : 'MET',
    reason,
    seeded.one(towns),
    language,
    gender,
    seeded.one(ages),
  ].join(',');
}
