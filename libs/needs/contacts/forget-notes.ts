import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '#libs/kernel';
import { Hourly, Settings, UnitOfWork } from '#libs/platform';

const DAY = 86_400_000;
const AT_ONCE = 1_000;

/** What was typed freely may name somebody: it is kept as long as it serves, and no longer; nor are calls that nobody ended. */
@Injectable()
export class ForgetNotes {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Settings) private readonly settings: Settings,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Hourly) hourly: Hourly,
  ) {
    hourly.define('forget-notes', () => this.forget());
  }

  async forget(): Promise<{ notes: number; drafts: number }> {
    const { keepNotesDays, keepDraftsDays } = this.settings.limits;
    const notes = await this.all(
      `update needs.need set note = null where id in (
         select id from needs.need where note is not null and at < $1 order by at limit ${AT_ONCE} for update skip locked)`,
      keepNotesDays,
    );
    const ofContacts = await this.all(
      `update needs.contact set note = null where id in (
         select id from needs.contact where note is not null and ended_at < $1 order by ended_at limit ${AT_ONCE} for update skip locked)`,
      keepNotesDays,
    );
    const drafts = await this.all(
      `delete from needs.draft where id in (select id from needs.draft where changed_at < $1 limit ${AT_ONCE} for update skip locked)`,
      keepDraftsDays,
    );
    return { notes: notes + ofContacts, drafts };
  }

  private async all(statement: string, days: number): Promise<number> {
    const before = new Date(+this.clock.now() - days * DAY);
    let [all, these] = [0, AT_ONCE];
    for (; these === AT_ONCE; all += these)
      [, these] = await this.unitOfWork.run(tx => tx.manager.query<[unknown, number]>(statement, [before]));
    return all;
  }
}
