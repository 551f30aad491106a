import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, type Language, type Localized } from '#libs/kernel';
import { say, UnitOfWork } from '#libs/platform';
import type { PhoneDevice, RoutingLetter } from '#libs/schema';
import { momentSaid } from '../said-of-time.ts';
import { type CallerRead, RoutingCaller } from './routing-caller.query.ts';
import { type ProblemRow, RoutingProblems } from './routing-problems.query.ts';

/** `routingLetter`: all that a telephone company asks for, in both languages. */
@Injectable()
export class RoutingLetters {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(RoutingProblems) private readonly problems: RoutingProblems,
    @Inject(RoutingCaller) private readonly callers: RoutingCaller,
  ) {}

  async one(actor: Actor, problemId: string): Promise<RoutingLetter | null> {
    const problem = await this.problems.one(problemId);
    if (!problem) return null;
    const caller = await this.unitOfWork.run(tx => this.callers.ifAllowed(tx, actor, problem.id));
    const [around] = await this.db.query<[Around]>(aroundSql, [problem.lineCode, problem.territoryCode]);
    const written = (language: Language) => write(language, problem, caller, around);
    const [fr, en] = [written('fr'), written('en')];
    return {
      company: problem.company,
      subject: { fr: fr.subject, en: en.subject },
      body: { fr: fr.body, en: en.body },
      withNumber: caller?.number != null,
    };
  }
}

interface Around {
  line: Localized;
  number: string | null;
  territory: Localized | null;
  zone: string;
}

const devices: Record<PhoneDevice, string> = { CELL: 'ROUTING_CELL', LANDLINE: 'ROUTING_LANDLINE', INTERNET: 'ROUTING_INTERNET' };
const named = (text: Localized | null, language: Language) => text?.[language] ?? text?.fr ?? text?.en ?? null;

function write(language: Language, problem: ProblemRow, caller: CallerRead | null, around: Around) {
  const line = [named(around.line, language), around.number].filter(Boolean).join(', ');
  const where = [named(around.territory, language), caller?.place].filter(Boolean).join(', ');
  return {
    subject: say(language, 'ROUTING_LETTER_SUBJECT', { line, reference: reference(problem.id) }),
    body: say(language, 'ROUTING_LETTER_BODY', {
      line,
      number: caller?.number ?? say(language, 'ROUTING_NUMBER_KEPT'),
      company: problem.company,
      device: say(language, devices[problem.device]),
      place: where || say(language, 'ROUTING_PLACE_KEPT'),
      when: momentSaid(language, new Date(problem.happenedAt), around.zone),
      what: problem.whatHappened ?? say(language, 'ROUTING_WHAT_FORGOTTEN'),
      reference: reference(problem.id),
    }),
  };
}

/** Short enough to be read over the telephone; the last part of an id differs where its beginning, a time, does not. */
const reference = (id: string): string => id.slice(-8).toUpperCase();

const aroundSql = `
  select jsonb_build_object('fr', line.name_fr, 'en', line.name_en) as line, line.number, region.time_zone as zone,
    (select jsonb_build_object('fr', name_fr, 'en', name_en) from directory_published.territory where code = $2) as territory
  from lines.line cross join directory_published.region where line.code = $1`;
