import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type HsdsSource, type RawRow, type Table, tables, UnreadableSource } from './hsds-source.ts';
import { problem, type Report } from './import-problem.ts';

const MOST_BYTES = 256 * 2 ** 20;

type Values = Record<string, unknown>;

/** One JSON: a list of services, `{organizations, services, locations}`, or a page of an HSDS API with its `contents`. */
export async function jsonSource(path: string, report: Report): Promise<HsdsSource> {
  const file = basename(path);
  if ((await stat(path)).size > MOST_BYTES) throw new UnreadableSource('SOURCE_TOO_LARGE', { file });
  return jsonRows(parsed(await readFile(path), file), file, report);
}

/** The same of what is in memory already. */
export function jsonRows(document: unknown, file: string, report: Report): HsdsSource {
  const flat = new FlatRows(file, report);
  const { organizations, services, locations } = listsOf(document);
  flat.each(organizations, '/organizations', (organization, at) => flat.organization(organization, at));
  flat.each(locations, '/locations', (location, at) => flat.location(location, at));
  flat.each(services, Array.isArray(document) ? '' : '/services', (service, at) => flat.service(service, at));
  return {
    has: table => flat.rows[table].length > 0 || flat.spokenOf.has(table),
    rows: table => inOrder(flat.rows[table]),
    unread: [...flat.unread].sort(),
    close: () => Promise.resolve(),
  };
}

async function* inOrder(rows: readonly RawRow[]): AsyncGenerator<RawRow, void> {
  yield* rows;
}

function parsed(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new UnreadableSource('SOURCE_NOT_JSON', { file, reason: (error as Error).message });
  }
}

function listsOf(document: unknown): Values {
  if (Array.isArray(document)) return { services: document as unknown[] };
  const lists = (document ?? {}) as Values;
  if (Array.isArray(lists.contents)) return { services: lists.contents as unknown[] };
  if (Array.isArray(lists.services) || Array.isArray(lists.organizations)) return lists;
  throw new UnreadableSource('SOURCE_NOT_HSDS');
}

/** The nested form, flattened to the rows that the tables would hold. */
class FlatRows {
  readonly rows = Object.fromEntries(Object.keys(tables).map(table => [table, []])) as unknown as Record<Table, RawRow[]>;
  /** Tables that the source speaks of, be it by an empty list. */
  readonly spokenOf = new Set<Table>();
  readonly unread = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly report: Report,
  ) {}

  each(list: unknown, path: string, take: (item: Values, path: string) => void): void {
    if (list === undefined || list === null) return;
    const items = Array.isArray(list) ? (list as unknown[]) : [list];
    items.forEach((item, place) => {
      const at = `${path}/${place}`;
      if (item !== null && typeof item === 'object' && !Array.isArray(item)) take(item as Values, at);
      else this.report(problem({ file: this.file, line: null, path: at }, 'IMPORT_NOT_A_ROW'));
    });
  }

  organization(organization: Values, path: string, copy = false): void {
    this.add('organization', organization, path, {}, copy);
    const parent = { organization_id: organization.id };
    this.children('phone', organization.phones, `${path}/phones`, parent);
    this.contacts(organization.contacts, path, parent);
    this.each(organization.locations, `${path}/locations`, (location, at) => this.location({ ...parent, ...location }, at, true));
    this.each(organization.services, `${path}/services`, (service, at) => this.service({ ...parent, ...service }, at));
  }

  location(location: Values, path: string, copy = false): void {
    this.add('location', location, path, {}, copy);
    const parent = { location_id: location.id };
    this.children('address', location.addresses, `${path}/addresses`, parent);
    this.children('accessibility', location.accessibility, `${path}/accessibility`, parent);
    this.contacts(location.contacts, path, parent);
    this.children('schedule', location.schedules, `${path}/schedules`, parent);
    this.children('phone', location.phones, `${path}/phones`, parent);
  }

  service(service: Values, path: string): void {
    const organization = service.organization as Values | null | undefined;
    this.add('service', service, path, { organization_id: service.organization_id ?? organization?.id });
    if (organization && typeof organization === 'object') this.organization(organization, `${path}/organization`, true);
    const parent = { service_id: service.id };
    for (const [table, list] of [
      ['phone', 'phones'],
      ['language', 'languages'],
      ['schedule', 'schedules'],
      ['service_area', 'service_areas'],
    ] as const)
      this.children(table, service[list], `${path}/${list}`, parent);
    this.contacts(service.contacts, path, parent);
    this.children('service_at_location', service.service_at_locations, `${path}/service_at_locations`, parent, (held, at) => {
      const location = held.location as Values | null | undefined;
      this.children('phone', held.phones, `${at}/phones`, { service_at_location_id: held.id });
      this.contacts(held.contacts, at, { service_at_location_id: held.id });
      this.children('schedule', held.schedules, `${at}/schedules`, { service_at_location_id: held.id });
      if (location && typeof location === 'object') this.location(location, `${at}/location`, true);
      return { location_id: held.location_id ?? location?.id };
    });
    this.children(
      'attribute',
      service.attributes,
      `${path}/attributes`,
      { link_id: service.id, link_entity: 'service' },
      (attribute, at) => {
        const term = attribute.taxonomy_term as Values | null | undefined;
        if (term && typeof term === 'object') this.add('taxonomy_term', term, `${at}/taxonomy_term`, {}, true);
        return { taxonomy_term_id: attribute.taxonomy_term_id ?? term?.id };
      },
    );
  }

  private contacts(list: unknown, path: string, parent: Values): void {
    this.children('contact', list, `${path}/contacts`, parent, (contact, at) => {
      this.children('phone', contact.phones, `${at}/phones`, { contact_id: contact.id });
      return {};
    });
  }

  private children(table: Table, list: unknown, path: string, parent: Values, more?: (child: Values, path: string) => Values): void {
    if (list === undefined || list === null) return;
    this.spokenOf.add(table);
    this.each(list, path, (child, at) => this.add(table, child, at, { ...parent, ...more?.(child, at) }));
  }

  /** Only what is plain: the nested is a row of its own, or is not read. */
  private add(table: Table, item: Values, path: string, parent: Values, copy = false): void {
    const values: Values = {};
    for (const [name, value] of Object.entries({ ...item, ...parent })) {
      if (value === null || value === undefined || value === '') continue;
      if (isListOfWords(value)) values[name.toLowerCase()] = value.join(',');
      else if (typeof value === 'object') this.nested(name);
      else values[name.toLowerCase()] = typeof value === 'string' ? value.trim() : value;
    }
    this.rows[table].push({ at: { file: this.file, line: null, path }, values, copy });
  }

  private nested(name: string): void {
    const read = [
      'organization',
      'organizations',
      'services',
      'location',
      'locations',
      'addresses',
      'phones',
      'languages',
      'schedules',
      'contacts',
      'accessibility',
      'service_areas',
    ];
    if (![...read, 'service_at_locations', 'attributes', 'taxonomy_term', 'metadata'].includes(name)) this.unread.add(name);
  }
}

const isListOfWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string');
