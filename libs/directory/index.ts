import { LocationEntity } from './location.entity.ts';
import { OrganizationEntity } from './organization.entity.ts';
import { ServiceEntity } from './service.entity.ts';

export { DirectoryModule } from './directory.module.ts';
export { type SchedulesChanged, ServiceSchedulesChangedEvent } from './directory.events.ts';
export { UnreadableSource } from './hsds/hsds-source.ts';
export { type Imported, ImportHsds } from './hsds/import-hsds.command.ts';
export type { Problem as ImportProblem } from './hsds/import-problem.ts';
export type { Schedule } from './hours/days-of-schedule.ts';
export { addDays, type Day, dayAt, daysFrom, instantOf, type TimeOfDay } from './hours/local-time.ts';
export { type HolidayRule, type OpeningPeriod, periodsAt } from './hours/opening-periods.ts';
export { OpenAt } from './hours/open-at.query.ts';
export { OpeningBook } from './hours/opening-book.ts';
export { LocationOfService } from './location-of-service.loader.ts';
export { OrganizationById } from './organization-by-id.loader.ts';
export { type Proposal, ProposeChange } from './proposals/propose-change.command.ts';
export { ServiceById } from './service-by-id.loader.ts';
export { type BoundariesImported, ImportBoundaries } from './territories/import-boundaries.command.ts';
export { type KnownTerritory, TerritoryByCode } from './territory-by-code.loader.ts';

export const directoryEntities = [OrganizationEntity, ServiceEntity, LocationEntity];
