import type { Transaction } from '#libs/platform';
import { upsert } from './bulk-write.ts';
import type { ScheduleOwner } from './gathered-children.ts';
import type { ImportCounts } from './import-counts.ts';
import { inTwo, otherLanguage } from './record-values.ts';
import type { Import } from './record-writer.ts';

const types = {
  id: 'uuid',
  service_id: 'uuid',
  location_id: 'uuid',
  service_at_location_id: 'uuid',
  exception: 'boolean',
  ...Object.fromEntries(['valid_from', 'valid_to', 'dtstart', 'until'].map(name => [name, 'date'])),
  freq: 'text',
  interval: 'int',
  byday: 'text[]',
  bymonthday: 'int[]',
  opens_at: 'time',
  closes_at: 'time',
  description_fr: 'text',
  description_en: 'text',
};

/** The schedules of these owners become those of the source, if it speaks of schedules; one that was refused stays as it was. */
export async function writeSchedules(
  tx: Transaction,
  { reading, children }: Import,
  owner: ScheduleOwner,
  ids: readonly string[],
  counts: ImportCounts,
): Promise<void> {
  if (!reading.source.has('schedule')) return;
  const schedules = ids.flatMap(id => children.schedules[owner].of(id).map(schedule => ({ ...schedule, owner: id })));
  const [, removed] = await tx.manager.query<[unknown, number]>(
    `delete from directory.schedule where ${owner}_id = any($1) and not id = any($2)`,
    [ids, [...schedules.map(({ id }) => id), ...reading.refusedOf('schedule')]],
  );
  const rows = schedules.map(({ id, row, owner: parent }) => {
    const { exception = false, valid_from = null, valid_to = null, dtstart = null, until = null, freq = null, interval = 1 } = row;
    const { byday, bymonthday, opens_at = null, closes_at = null } = row;
    return {
      ...{ id, [`${owner}_id`]: parent, exception, valid_from, valid_to, dtstart, until, freq, interval, opens_at, closes_at },
      byday: byday ? String(byday).split(',') : [],
      bymonthday: bymonthday ? String(bymonthday).split(',').map(Number) : [],
      ...inTwo(row, 'description', 'description', reading.language),
    };
  });
  const kept = otherLanguage(reading.language, 'description');
  counts.add('schedule', rows.length, await upsert(tx.manager, { table: 'schedule', types, kept }, rows), removed);
}
