import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Services } from '#libs/finder';
import { Clock, type Localized } from '#libs/kernel';
import type { FactKind, LeftOutOfAnswer, LeftOutReason, Organization, Service, ServiceState, ServiceStatus } from '#libs/schema';
import type { RequestShown } from './requests-by-link.ts';

export interface AskedService {
  readonly service: Service;
  readonly organization: Organization;
  readonly why: LeftOutReason | null;
}

/** What its campaign says to who is asked. */
export interface Asking {
  readonly organization: { readonly id: string; readonly name: Localized };
  readonly subject: Localized;
  readonly message: Localized;
  readonly question: Localized | null;
  readonly askCapacity: boolean;
  readonly facts: readonly FactKind[];
  readonly dueAt: Date;
}

export interface UpdateRequest extends Asking {
  readonly services: readonly AskedService[];
  readonly language: string;
  readonly answeredAt: Date | null;
}

/** One that was given. */
export interface AnswerGiven {
  readonly serviceIds: readonly string[];
  readonly leftOut: readonly LeftOutOfAnswer[];
  readonly saidAt: Date;
  readonly recordedAt: Date;
}

export interface OtherWord {
  readonly id: string;
  readonly serviceId: string;
  readonly state: ServiceState;
  readonly observedAt: Date;
}

/** Who sees which organizations' services, without an account. */
type Shown = Pick<RequestShown, 'actor' | 'organizations'>;

const wanted = new Set(['name', 'organization', 'locations', 'phones', 'status']);

/** What a request asks, and what was answered to it. */
@Injectable()
export class UpdateRequests {
  constructor(
    @Inject(DataSource) private readonly db: DataSource,
    @Inject(Services) private readonly services: Services,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async of(request: RequestShown): Promise<UpdateRequest> {
    const [[asking], services] = await Promise.all([
      this.db.query<[Asking]>(askingSql, [request.campaignId, request.organizationId]),
      this.asked(request),
    ]);
    const dueAt = new Date(asking.dueAt);
    return { ...asking, dueAt, services, language: request.language, answeredAt: request.answeredAt };
  }

  /** As they are offered now, the organization's own first. */
  async asked({ actor, organizations }: Shown): Promise<AskedService[]> {
    const [now, found] = [this.clock.now(), [] as Service[]];
    for await (const part of this.services.all(actor, { filter: { organizations: [...organizations] }, sort: 'NAME' }, wanted))
      found.push(...part);
    const place = (service: Service) => organizations.indexOf(service.organization.id);
    return found
      .sort((a, b) => place(a) - place(b))
      .map(service => ({ service, organization: service.organization, why: whyNot(service.status, now) }));
  }

  async named(shown: Shown, ids: readonly string[]): Promise<Service[]> {
    const asked = await this.asked(shown);
    return asked.flatMap(({ service }) => (ids.includes(service.id) ? service : []));
  }

  /** The last answer to this request, or that one. */
  async answer(requestId: string, answerId: string | null): Promise<(AnswerGiven & { id: string }) | null> {
    const [row] = await this.db.query<(AnswerGiven & { id: string })[]>(
      `${givenSql} request_id = $1 and ($2::uuid is null or id = $2) order by recorded_at desc, id desc limit 1`,
      [requestId, answerId],
    );
    return row ?? null;
  }

  /** An answer that was given by this poster. */
  async answerByPoster(posterId: string, answerId: string | null): Promise<(AnswerGiven & { id: string }) | null> {
    const [row] = await this.db.query<(AnswerGiven & { id: string })[]>(`${givenSql} poster_id = $1 and id = $2`, [posterId, answerId]);
    return row ?? null;
  }

  /** Words of others on its services that say otherwise, within ten minutes of it; of what it only confirmed, those that came since. */
  async others(answerId: string): Promise<string[]> {
    return (await this.otherWords(answerId)).map(({ id }) => id);
  }

  otherWords(answerId: string): Promise<OtherWord[]> {
    return this.db.query<OtherWord[]>(
      `select distinct on (said.service_id) said.id, said.service_id as "serviceId", said.state, said.observed_at as "observedAt"
       from outreach.answer join status_published.report said on said.service_id = any(answer.services)
         left join status_published.report mine on mine.service_id = said.service_id and mine.id = any(answer.reports)
       where answer.id = $1 and said.id <> all(answer.reports)
         and case when mine.id is null then said.recorded_at > answer.recorded_at else mine.state <> said.state end
         and said.recorded_at between answer.recorded_at - interval '10 minutes' and answer.recorded_at + interval '10 minutes'
       order by said.service_id, said.position desc`,
      [answerId],
    );
  }
}

/** What cannot be confirmed with others, as far as the service-wide word tells; the command knows better. */
function whyNot({ observedAt, goodUntil, capacity }: ServiceStatus, now: Date): LeftOutReason | null {
  if (!observedAt) return 'NEVER_SAID';
  if (goodUntil && new Date(goodUntil) <= now) return 'GOOD_UNTIL_IS_OVER';
  return capacity ? 'HAS_CAPACITY' : null;
}

const givenSql = `
  select id, services as "serviceIds", not_taken as "leftOut", said_at as "saidAt", recorded_at as "recordedAt" from outreach.answer where`;

const localized = (name: string) =>
  `case when num_nonnulls(${name}_fr, ${name}_en) > 0 then jsonb_build_object('fr', ${name}_fr, 'en', ${name}_en) end`;

const askingSql = `
  select ${localized('subject')} as subject, ${localized('message')} as message, ${localized('question')} as question,
    asks_capacity as "askCapacity", facts, due_at as "dueAt",
    (select jsonb_build_object('id', id, 'name', ${localized('name')}, 'kind', kind) from directory_published.organization where id = $2) as organization
  from outreach.campaign where id = $1`;
