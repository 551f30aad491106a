import { Inject, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { LOG, type Log } from '../observability/log.ts';
import { Outbox } from './outbox.ts';
import { NotSent, type Parcel } from './parcel.ts';

/** What a template made of one: its message; null, it is not wanted; or why it could not be written. */
export type Written = { parcel: Parcel; message: unknown } | { parcel: Parcel; code: string };

/** Has the templates write what a worker has claimed: many in one transaction, or each alone where one of them cannot be written. */
@Injectable()
export class Writing {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async write(parcels: readonly Parcel[], base: string): Promise<Written[]> {
    const written: Written[] = [];
    for (const each of apart(parcels)) written.push(...(await this.together(each, base)));
    return written;
  }

  private async together(parcels: readonly Parcel[], base: string): Promise<Written[]> {
    const { template: name } = parcels[0]!;
    try {
      const subjects = parcels.map(({ subject }) => subject);
      const messages = await this.unitOfWork.run(tx => this.outbox.template(name)!.write(tx, subjects, base)); // only known ones are claimed
      return parcels.map(parcel => ({ parcel, message: messages.get(parcel.subject) ?? null }));
    } catch (error) {
      if (parcels.length > 1) return (await Promise.all(parcels.map(parcel => this.together([parcel], base)))).flat();
      this.log.warn({ template: name, error: (error as Error).stack }, 'a message could not be written');
      return [{ parcel: parcels[0]!, code: error instanceof NotSent ? error.code : 'NOT_WRITTEN' }];
    }
  }
}

/** By template; and a subject that is there twice in two parts, since each has a message of its own. */
function apart(parcels: readonly Parcel[]): Parcel[][] {
  const parts: Parcel[][] = [];
  for (const parcel of parcels) {
    const fits = (part: Parcel[]) => part[0]!.template === parcel.template && part.every(({ subject }) => subject !== parcel.subject);
    const part = parts.find(fits);
    if (part) part.push(parcel);
    else parts.push([parcel]);
  }
  return parts;
}
