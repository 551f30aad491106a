import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, UserInputError } from '#libs/kernel';
import type { Interpretation, InterpretationFigure } from '#libs/schema';

const LONGEST = 366; // days

/** How long callers wait for an interpreter. */
@Injectable()
export class Interpretations {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async one(id: string): Promise<Interpretation | null> {
    const [row] = await this.db.query<Interpretation[]>(
      `select id, contact_key as "contactKey", language, asked_at as "askedAt", outcome, ended_at as "endedAt",
         greatest(0, round(extract(epoch from coalesce(ended_at, $2) - asked_at)))::int as "waitSeconds"
       from lines.interpretation where id = $1`,
      [id, this.clock.now()],
    );
    return row ?? null;
  }

  figures({ from, to }: { from: string; to: string }): Promise<InterpretationFigure[]> {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days < 0 || days > LONGEST) throw new UserInputError(`\`to\` is from 0 to ${LONGEST} days after \`from\`.`);
    return this.db.query<InterpretationFigure[]>(figuresSql, [from, to]);
  }
}

const figuresSql = `
  select language, count(*)::int as asked, (count(*) filter (where outcome = 'OBTAINED'))::int as obtained,
    (count(*) filter (where outcome = 'NOT_OBTAINED'))::int as "notObtained", (count(*) filter (where outcome = 'DROPPED'))::int as dropped,
    (count(*) filter (where outcome is null))::int as waiting,
    round(percentile_cont(0.5) within group (order by extract(epoch from ended_at - asked_at)) filter (where outcome = 'OBTAINED'))::int as "medianWaitSeconds"
  from lines.interpretation cross join directory_published.region
  where asked_at >= $1::date::timestamp at time zone time_zone and asked_at < ($2::date + 1)::timestamp at time zone time_zone
  group by language order by asked desc, language`;
