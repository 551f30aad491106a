import type { Row } from './check-row.ts';
import type { HsdsReading, Known } from './hsds-reading.ts';
import type { Table } from './hsds-source.ts';
import { problem } from './import-problem.ts';
import { type KnownWords, plain, type Term } from './known-words.ts';

/** Rows by the id of what they belong to. */
export class Children {
  private readonly byParent = new Map<string, Known[]>();

  add(parent: string, child: Known): void {
    const others = this.byParent.get(parent);
    if (others) others.push(child);
    else this.byParent.set(parent, [child]);
  }

  of(parent: string): readonly Known[] {
    return this.byParent.get(parent) ?? [];
  }

  *without(isThere: (parent: string) => boolean): Iterable<Known & { parent: string }> {
    for (const [parent, children] of this.byParent) if (!isThere(parent)) for (const child of children) yield { ...child, parent };
  }
}

const scheduled = ['service_at_location', 'service', 'location'] as const;
const owners = ['service_at_location', 'service', 'location', 'organization'] as const;
const phoned = [...owners, 'contact'] as const;
export type ScheduleOwner = (typeof scheduled)[number];
export type ContactOwner = (typeof owners)[number];
export type PhoneOwner = (typeof phoned)[number];
type ByOwner<Owner extends string> = Readonly<Record<Owner, Children>>;

const byOwner = <Owner extends string>(all: readonly Owner[]): ByOwner<Owner> =>
  Object.fromEntries(all.map(owner => [owner, new Children()])) as ByOwner<Owner>; // each of them

/** Everything that is told of organizations, places and services in rows of their own, by what it is told of. */
export class GatheredChildren {
  readonly addresses = new Map<string, Row>();
  readonly languages = new Map<string, Set<string>>();
  readonly categories = new Map<string, Set<string>>();
  readonly heldAt = new Children();
  readonly areas = new Children();
  readonly accessibility = new Children();
  readonly phones = byOwner(phoned);
  readonly contacts = byOwner(owners);
  readonly schedules = byOwner(scheduled);
  /** Names of terms that are no category of ours. */
  readonly otherTerms = new Set<string>();

  constructor(private readonly reading: HsdsReading) {}

  async gather(words: KnownWords): Promise<this> {
    await this.gatherCategories(words);
    for await (const { row } of this.reading.rows('address')) {
      const location = this.reading.idOf('location', row.location_id);
      if (row.address_type !== 'postal' && !this.addresses.has(location)) this.addresses.set(location, row);
    }
    for await (const { row } of this.reading.rows('language'))
      if (row.service_id) addTo(this.languages, this.reading.idOf('service', row.service_id), String(row.code));
    for await (const held of this.reading.rows('service_at_location'))
      this.heldAt.add(this.reading.idOf('service', held.row.service_id), held);
    for await (const area of this.reading.rows('service_area')) this.areas.add(this.reading.idOf('service', area.row.service_id), area);
    for await (const each of this.reading.rows('accessibility'))
      this.accessibility.add(this.reading.idOf('location', each.row.location_id), each);
    await this.gatherByOwner('contact', owners, this.contacts);
    await this.gatherByOwner('phone', phoned, this.phones);
    await this.gatherByOwner('schedule', scheduled, this.schedules);
    return this;
  }

  /** By the first of these that the row names; what hangs off nothing is refused. */
  private async gatherByOwner<Owner extends Table>(table: Table, all: readonly Owner[], into: ByOwner<Owner>): Promise<void> {
    for await (const child of this.reading.rows(table)) {
      const owner = all.find(each => child.row[`${each}_id`] !== undefined);
      if (owner) into[owner].add(this.reading.idOf(owner, child.row[`${owner}_id`]), child);
      else this.reading.report(problem(child.at, 'IMPORT_MISSING_VALUE', { column: 'service_id' }));
    }
  }

  private async gatherCategories(words: KnownWords): Promise<void> {
    const terms = new Map<string, Term>();
    for await (const { row } of this.reading.rows('taxonomy_term'))
      terms.set(row.id, {
        names: [row.name, row.name_fr, row.name_en].filter(name => typeof name === 'string').map(plain),
        code: row.code as string | undefined, // checked
        parent: row.parent_id as string | undefined,
      });
    for await (const { at, row } of this.reading.rows('attribute')) {
      if (plain(String(row.link_entity)) !== 'service') continue;
      const term = terms.get(String(row.taxonomy_term_id));
      if (!term) this.reading.reportMissing(at, 'taxonomy_term', '', 'taxonomy_term_id', row.taxonomy_term_id);
      const category = words.categoryOf(String(row.taxonomy_term_id), terms);
      if (category) addTo(this.categories, this.reading.idOf('service', row.link_id), category);
      else if (term) this.otherTerms.add(term.names[0] ?? String(row.taxonomy_term_id));
    }
  }

  /** At the end: what belongs to nothing that went in. */
  reportLeft(): void {
    const left: [Children, Table, string][] = [
      [this.heldAt, 'service', 'service_id'],
      [this.areas, 'service', 'service_id'],
      [this.accessibility, 'location', 'location_id'],
      ...phoned.map((owner): [Children, Table, string] => [this.phones[owner], owner, `${owner}_id`]),
      ...owners.map((owner): [Children, Table, string] => [this.contacts[owner], owner, `${owner}_id`]),
      ...scheduled.map((owner): [Children, Table, string] => [this.schedules[owner], owner, `${owner}_id`]),
    ];
    for (const [children, table, column] of left)
      for (const { at, row, parent } of children.without(id => this.reading.wentIn(table, id)))
        this.reading.reportMissing(at, table, parent, column, row[column]);
  }
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}
