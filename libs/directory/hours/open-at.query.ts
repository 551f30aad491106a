import { setImmediate as others } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { DataSource } from 'typeorm';
import { type HoursOfService, holidays, hoursOfServices } from './hours-of-services.ts';
import { addDays, dayAt } from './local-time.ts';
import { type Holidays, periodsOf } from './opening-periods.ts';

const AT_ONCE = 300;
const KEPT_MS = 60_000;
const MOST_KEPT = 20;

/** Which services are open at an instant for which no openings are kept: as their records say today. Counted for one instant at a time. */
@Injectable()
export class OpenAt {
  private readonly turns = pLimit(1);
  private readonly kept = new Map<number, { at: number; ids: Promise<readonly string[]> }>();

  constructor(@Inject(DataSource) private readonly db: DataSource) {}

  /** Who turns a page, or asks for the list, the map and the sums at once, is answered from one count. */
  ids(instant: Date): Promise<readonly string[]> {
    const key = Math.floor(+instant / 60_000);
    const known = this.kept.get(key);
    if (known && Date.now() - known.at < KEPT_MS) return known.ids;
    const ids = this.turns(() => this.counted(instant));
    this.kept.delete(key);
    this.kept.set(key, { at: Date.now(), ids });
    ids.catch(() => this.kept.delete(key));
    if (this.kept.size > MOST_KEPT) this.kept.delete(this.kept.keys().next().value!);
    return ids;
  }

  /** Others are served between parts. */
  private async counted(instant: Date): Promise<string[]> {
    const { manager } = this.db;
    const known = await holidays(manager);
    const said = await manager.query<{ id: string }[]>(saysHours);
    const open: string[] = [];
    for (let from = 0; from < said.length; from += AT_ONCE) {
      const ids = said.slice(from, from + AT_ONCE).map(({ id }) => id);
      for (const service of await hoursOfServices(manager, ids)) if (isOpen(service, known, instant)) open.push(service.id);
      await others();
    }
    return open;
  }
}

/** What begins the day before may last into the day. */
function isOpen(service: HoursOfService, known: Holidays, instant: Date): boolean {
  const day = dayAt(instant, service.zone);
  const { whole } = periodsOf(service, known, addDays(day, -1), day);
  return whole?.some(({ opensAt, closesAt }) => opensAt <= instant && instant < closesAt) ?? false;
}

const saysHours = `
  select service_id as id from directory.schedule where service_id is not null
  union
  select held.service_id from directory.service_at_location held
  where exists (select from directory.schedule said where said.service_at_location_id = held.id or said.location_id = held.location_id)`;
