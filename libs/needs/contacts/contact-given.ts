import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock, idFrom, UserInputError } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { CallerInput, HandoverInput, NeedInput, RecordContactInput } from '#libs/schema';
import { may } from '../needs.policies.ts';
import { InvalidTime, TextTooLong, UnknownCode } from '../needs.refusals.ts';
import { Territories } from './territories.ts';

const MOST_NEEDS = 20;
const MOST_REFERENCES = 30;
const MOST_HANDOVERS = 10;
const LONGEST_NOTE = 2_000;
const LONGEST_CONTACT = 24 * 3_600_000;
/** The clocks of two machines are never quite the same. */
const AHEAD = 2 * 60_000;

export interface Place {
  readonly municipality: string | null;
  readonly neighbourhood: string | null;
  readonly postalPrefix: string | null;
}
export interface GivenNeed {
  readonly category: string;
  readonly kind: string;
  /** Where a gap of it is gathered. */
  readonly territory: string;
  readonly outcome: NeedInput['outcome'];
  readonly reason: NeedInput['unmetReason'];
  readonly note: string | null;
  readonly references: readonly string[];
  readonly seen: ReadonlyMap<string, { state: string; stale: boolean; at: Date }>;
}
export interface GivenContact {
  readonly crisis: { readonly id: string; readonly exercise: boolean } | null;
  readonly language: string;
  readonly place: Place;
  readonly note: string | null;
  readonly needs: readonly GivenNeed[];
  readonly handovers: readonly (HandoverInput & { readonly target: string })[];
}
interface KnownKind {
  readonly code: string;
  readonly level: 'NEIGHBOURHOOD' | 'MUNICIPALITY';
  readonly open: boolean;
}

/** What a counsellor says of a call, read and checked: each code beside its field. */
@Injectable()
export class ContactGiven {
  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Territories) private readonly territories: Territories,
  ) {}

  async read(tx: Transaction, actor: Actor, input: RecordContactInput): Promise<GivenContact> {
    atMost('needs', input.needs, MOST_NEEDS);
    atMost('handovers', input.handovers ?? [], MOST_HANDOVERS);
    this.checkTimes(input);
    const language = languageFrom(input.language);
    const crisis = await this.crisis(tx, actor, input.crisisId);
    const place = await this.place(tx, input.caller ?? {});
    return {
      ...{ crisis, language, place, note: noteFrom(input.note, 'note') },
      needs: await this.needs(tx, actor, input.needs, crisis?.id ?? null, place),
      handovers: await this.handovers(tx, input.handovers ?? []),
    };
  }

  private checkTimes({ startedAt, endedAt }: RecordContactInput): void {
    const latest = +this.clock.now() + AHEAD;
    if (endedAt < startedAt) throw new InvalidTime('CONTACT_ENDS_BEFORE_IT_STARTS', 'endedAt');
    if (+startedAt > latest) throw new InvalidTime('CONTACT_IN_THE_FUTURE', 'startedAt');
    if (+endedAt > latest) throw new InvalidTime('CONTACT_IN_THE_FUTURE', 'endedAt');
    if (+endedAt - +startedAt > LONGEST_CONTACT)
      throw new InvalidTime('CONTACT_TOO_LONG', 'endedAt', { hours: LONGEST_CONTACT / 3_600_000 });
  }

  private async crisis(tx: Transaction, actor: Actor, crisisId: string | null | undefined): Promise<GivenContact['crisis']> {
    if (crisisId == null) return null;
    const [found] = await tx.manager.query<{ id: string; exercise: boolean }[]>(
      'select id, exercise from crises_published.crisis where id = $1',
      [idFrom(crisisId)],
    );
    if (!found || (found.exercise && !may(actor).seeExercises())) throw new UnknownCode('CRISIS_CODE_UNKNOWN', 'crisisId');
    return found;
  }

  private async place(tx: Transaction, { municipality, neighbourhood, postalPrefix }: CallerInput): Promise<Place> {
    const prefix = postalPrefix?.trim().toUpperCase() || null;
    if (prefix && !/^[A-Z]\d[A-Z]$/.test(prefix)) throw new UnknownCode('POSTAL_PREFIX_UNKNOWN', 'caller.postalPrefix');
    const town = await this.territories.named(tx, municipality, 'MUNICIPALITY', 'caller.municipality');
    const quarter = await this.territories.named(tx, neighbourhood, 'NEIGHBOURHOOD', 'caller.neighbourhood');
    return { municipality: town?.code ?? quarter?.parent ?? null, neighbourhood: quarter?.code ?? null, postalPrefix: prefix };
  }

  private async needs(
    tx: Transaction,
    actor: Actor,
    given: readonly NeedInput[],
    crisisId: string | null,
    place: Place,
  ): Promise<GivenNeed[]> {
    const kinds = await this.kinds(tx, crisisId);
    const categories = await tx.manager.query<{ code: string }[]>('select code from directory_published.category');
    const services = await this.services(tx, actor, given);
    const region = await this.territories.region(tx);
    return given.map((need, n) => {
      const field = (name: string) => `needs.${n}.${name}`;
      if (!categories.some(({ code }) => code === need.category)) throw new UnknownCode('CATEGORY_UNKNOWN', field('category'));
      const kind = kinds.find(({ code }) => code === need.kind);
      if (!kind) throw new UnknownCode('KIND_UNKNOWN', field('kind'));
      if (!kind.open) throw new UnknownCode('KIND_OF_A_CLOSED_EVENT', field('kind'));
      if (need.outcome === 'MET' && need.unmetReason) throw new UnknownCode('REASON_OF_WHAT_IS_MET', field('unmetReason'));
      return {
        ...{
          category: need.category,
          kind: need.kind,
          outcome: need.outcome,
          reason: need.unmetReason,
          note: noteFrom(need.note, field('note')),
        },
        territory: (kind.level === 'NEIGHBOURHOOD' ? place.neighbourhood : null) ?? place.municipality ?? region,
        references: referencesFrom(need, services, field),
        seen: seenFrom(need),
      };
    });
  }

  /** The standing ones, and the event's own, which are open as long as it is. */
  private kinds(tx: Transaction, crisisId: string | null): Promise<KnownKind[]> {
    return tx.manager.query<KnownKind[]>(
      `select own.code, coalesce(kind.level, 'NEIGHBOURHOOD') as level, crisis.closed_at is null or kind.code is not null as open
       from crises_published.need_kind own join crises_published.crisis on crisis.id = own.crisis_id left join needs.kind on kind.code = own.code
       where own.crisis_id = $1
       union all select code, level, true from needs.kind
         where not exists (select from crises_published.need_kind own where own.crisis_id = $1 and own.code = kind.code)`,
      [crisisId],
    );
  }

  private async services(tx: Transaction, actor: Actor, needs: readonly NeedInput[]): Promise<Set<string>> {
    const named = needs.flatMap(({ references }) => references ?? []).flatMap(id => idFrom(id) ?? []);
    if (named.length === 0) return new Set();
    const trusted = actor.organizationsFor('service:read-confidential');
    const rows = await tx.manager.query<{ id: string }[]>(
      `select id from directory_published.service
       where id = any($1) and (not confidential or $2::uuid[] is null or organization_id = any($2))`,
      [named, trusted],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async handovers(tx: Transaction, given: readonly HandoverInput[]): Promise<GivenContact['handovers']> {
    if (given.length === 0) return [];
    const targets = await tx.manager.query<{ code: string; fr: string }[]>('select code, name_fr as fr from needs.handover_target');
    return given.map((handover, n) => {
      const asked = squeezed(handover.to);
      const target = targets.find(({ code, fr }) => squeezed(code) === asked || squeezed(fr) === asked);
      if (!target) throw new UnknownCode('HANDOVER_TARGET_UNKNOWN', `handovers.${n}.to`);
      return { ...handover, target: target.code };
    });
  }
}

/** « 1 866 APPELLE », « SOS violence conjugale », « 811-1 »: however it is spaced. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

function atMost(field: string, given: readonly unknown[], limit: number): void {
  if (given.length > limit) throw new UserInputError(`\`${field}\` holds at most ${limit}.`);
}

export function languageFrom(given: string): string {
  try {
    const [language] = Intl.getCanonicalLocales(given.trim());
    if (language && language.length <= 35) return language;
  } catch {
    // said below
  }
  throw new UnknownCode('LANGUAGE_UNKNOWN', 'language');
}

function noteFrom(given: string | null | undefined, field: string): string | null {
  const note = given?.trim();
  const length = note ? [...note].length : 0;
  if (length > LONGEST_NOTE) throw new TextTooLong('NEED_TEXT_TOO_LONG', field, { length, limit: LONGEST_NOTE });
  return note || null;
}

function referencesFrom({ references }: NeedInput, known: ReadonlySet<string>, field: (name: string) => string): string[] {
  atMost(field('references'), references ?? [], MOST_REFERENCES);
  const ids = (references ?? []).map((id, m) => {
    const found = idFrom(id);
    if (!found || !known.has(found)) throw new UnknownCode('REFERENCE_UNKNOWN', field(`references.${m}`));
    return found;
  });
  return [...new Set(ids)];
}

const seenFrom = ({ seen }: NeedInput): GivenNeed['seen'] =>
  new Map((seen ?? []).flatMap(({ serviceId, ...rest }) => (idFrom(serviceId) ? [[idFrom(serviceId)!, rest] as const] : [])));
