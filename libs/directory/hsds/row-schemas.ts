import type { Table } from './hsds-source.ts';

/**
 * What we read of each object of HSDS 3, written by us from its prose. Other properties are allowed, as the standard says, and not read.
 * `soft`: a value that is wrong is left out and said, and the row goes in without it.
 */
interface Field {
  readonly type: 'string' | 'number' | 'integer' | 'boolean';
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly format?: 'date' | 'email' | 'time-of-day' | 'time-zone' | 'web-address';
  readonly pattern?: string;
  readonly soft?: true;
}
interface RowSchema {
  readonly required: readonly string[];
  readonly properties: Readonly<Record<string, Field>>;
}

const text = (maxLength: number): Field => ({ type: 'string', maxLength });
const id = text(500);
const oneOf = (...values: string[]): Field => ({ type: 'string', enum: values });
const email: Field = { type: 'string', maxLength: 320, format: 'email', soft: true };
const url: Field = { type: 'string', maxLength: 2000, format: 'web-address', soft: true };
const day: Field = { type: 'string', format: 'date', soft: true };
const onDay: Field = { type: 'string', format: 'date' };
const atTime: Field = { type: 'string', format: 'time-of-day' };

/** The standard's own name for the language of the file, and ours for the others. */
const inTwo = (name: string, maxLength: number) => ({
  [name]: text(maxLength),
  [`${name}_fr`]: text(maxLength),
  [`${name}_en`]: text(maxLength),
});
const confidential = { confidential: { type: 'boolean' }, confidential_reason: text(500) } as const;
const parents = { organization_id: id, service_id: id, location_id: id, service_at_location_id: id };

export const rowSchemas: Readonly<Record<Table, RowSchema>> = {
  organization: {
    required: ['id'],
    properties: {
      id,
      ...inTwo('name', 300),
      ...inTwo('description', 20_000),
      email,
      website: url,
      assured_date: day,
      preferred_channel: oneOf('PHONE', 'EMAIL', 'TEXT', 'VISIT', 'RELAY'),
      best_hour: atTime,
      relay_organization_id: id,
      kind: oneOf('COMMUNITY', 'MUNICIPAL', 'POLICE', 'HEALTH', 'HUMANITARIAN', 'SCHOOL', 'HOUSING', 'FUNDER', 'REFERENCE_CENTRE', 'OTHER'),
      ...confidential,
    },
  },
  service: {
    required: ['id', 'organization_id', 'status'],
    properties: {
      id,
      organization_id: id,
      ...inTwo('name', 300),
      ...inTwo('description', 20_000),
      ...inTwo('alternate_name', 300),
      ...inTwo('eligibility_description', 5000),
      ...inTwo('fees_description', 5000),
      status: oneOf('active', 'inactive', 'defunct', 'temporarily closed'),
      email,
      url,
      assured_date: day,
      holiday_rule: oneOf('OPEN', 'CLOSED', 'ASK'),
      time_zone: { type: 'string', format: 'time-zone' },
      access: {
        type: 'string',
        pattern: '^(WALK_IN|PHONE_FIRST|REFERRAL_ONLY|EXISTING_CLIENTS)([,;| ]+(WALK_IN|PHONE_FIRST|REFERRAL_ONLY|EXISTING_CLIENTS))*$',
      },
      ...confidential,
    },
  },
  location: {
    required: ['id', 'location_type'],
    properties: {
      id,
      organization_id: id,
      location_type: oneOf('physical', 'postal', 'virtual'),
      ...inTwo('name', 300),
      latitude: { type: 'number', minimum: -90, maximum: 90 },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      ...confidential,
    },
  },
  address: {
    required: ['location_id', 'address_1', 'city', 'country'],
    properties: {
      location_id: id,
      address_1: text(300),
      address_2: text(300),
      city: text(100),
      region: text(100),
      state_province: text(100),
      postal_code: text(20),
      country: { type: 'string', pattern: '^[A-Z]{2}$' },
      address_type: oneOf('physical', 'postal', 'virtual'),
    },
  },
  service_at_location: { required: ['id', 'service_id', 'location_id'], properties: { id, service_id: id, location_id: id } },
  phone: {
    required: ['id', 'number'],
    properties: {
      id,
      ...parents,
      contact_id: id,
      number: text(50),
      extension: text(20),
      ...inTwo('description', 500),
      confidential: { type: 'boolean' },
    },
  },
  contact: {
    required: ['id'],
    properties: {
      id,
      ...parents,
      name: text(300),
      ...inTwo('title', 300),
      ...inTwo('department', 300),
      email,
      confidential: { type: 'boolean' },
    },
  },
  accessibility: {
    required: ['id', 'location_id'],
    properties: { id, location_id: id, ...inTwo('description', 5000), ...inTwo('details', 5000), url },
  },
  schedule: {
    required: ['id'],
    properties: {
      id,
      service_id: id,
      location_id: id,
      service_at_location_id: id,
      valid_from: onDay,
      valid_to: onDay,
      dtstart: onDay,
      until: onDay,
      freq: oneOf('WEEKLY', 'MONTHLY'),
      interval: { type: 'integer', minimum: 1, maximum: 60 },
      byday: { type: 'string', pattern: '^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*$' },
      bymonthday: { type: 'string', pattern: '^-?([1-9]|[12][0-9]|3[01])(,-?([1-9]|[12][0-9]|3[01]))*$' },
      byweekno: text(500),
      byyearday: text(500),
      count: text(500),
      opens_at: atTime,
      closes_at: atTime,
      ...inTwo('description', 2000),
      exception: { type: 'boolean' },
    },
  },
  language: {
    required: ['code'],
    properties: { ...parents, code: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' } },
  },
  service_area: {
    required: ['id', 'service_id'],
    properties: { id, service_id: id, name: text(300), extent: text(1_000_000), extent_type: text(50) },
  },
  taxonomy_term: { required: ['id'], properties: { id, ...inTwo('name', 300), code: text(300), parent_id: id } },
  attribute: {
    required: ['link_id', 'taxonomy_term_id', 'link_entity'],
    properties: { link_id: id, taxonomy_term_id: id, link_entity: text(100) },
  },
};
