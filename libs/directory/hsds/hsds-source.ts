import type { Place } from './import-problem.ts';

/** The objects of HSDS 3 that we read, and the files they stand in; older names after the present one. */
export const tables = {
  organization: ['organizations.csv', 'organization.csv'],
  location: ['locations.csv', 'location.csv'],
  address: ['addresses.csv', 'address.csv'],
  service: ['services.csv', 'service.csv'],
  service_at_location: ['service_at_location.csv', 'service_at_locations.csv', 'services_at_location.csv'],
  contact: ['contacts.csv', 'contact.csv'],
  phone: ['phones.csv', 'phone.csv'],
  schedule: ['schedules.csv', 'schedule.csv'],
  accessibility: ['accessibility.csv', 'accessibilities.csv'],
  language: ['languages.csv', 'language.csv'],
  service_area: ['service_areas.csv', 'service_area.csv'],
  taxonomy_term: ['taxonomy_terms.csv', 'taxonomy_term.csv'],
  attribute: ['attributes.csv', 'attribute.csv'],
} as const;
export type Table = keyof typeof tables;

/** A row as it stands in the source: nothing is checked yet, but empty values are absent. */
export interface RawRow {
  readonly at: Place;
  readonly values: Record<string, unknown>;
  /** Repeated inside another object, as the nested form does: it may say less than the first time. */
  readonly copy?: boolean;
}

/** What an import is read from: a folder, a zip, or one JSON. */
export interface HsdsSource {
  /** Whether the source speaks of these at all: children of a record are replaced only then. */
  has(table: Table): boolean;
  rows(table: Table): AsyncIterable<RawRow>;
  /** What is there and is not read, by name. */
  readonly unread: readonly string[];
  close(): Promise<void>;
}

/** The source as a whole cannot be read; nothing went in. */
export class UnreadableSource extends Error {
  constructor(
    readonly code:
      | 'SOURCE_NOT_FOUND'
      | 'SOURCE_NOT_GEOJSON'
      | 'SOURCE_NOT_HSDS'
      | 'SOURCE_NOT_JSON'
      | 'SOURCE_NOT_ZIP'
      | 'SOURCE_TOO_LARGE'
      | 'SOURCE_UNSAFE',
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${Object.values(params).join(' ')}`);
  }
}
