import type { Language, Localized } from '#libs/kernel';
import { say } from '#libs/platform';
import type { Location, Service, ServiceState, ServiceStatus } from '#libs/schema';

const columns = [
  'EXPORT_ID',
  'EXPORT_NAME',
  'EXPORT_NAME_OTHER',
  'EXPORT_ORGANIZATION',
  'EXPORT_CATEGORIES',
  'EXPORT_STATE',
  'EXPORT_SURE',
  'EXPORT_SINCE',
  'EXPORT_GOOD_UNTIL',
  'EXPORT_NOTE',
  'EXPORT_ADDRESSES',
  'EXPORT_TERRITORIES',
  'EXPORT_PHONES',
  'EXPORT_LANGUAGES',
  'EXPORT_CONTRADICTED',
  'EXPORT_MIXED',
  'EXPORT_BY_PLACE',
] as const;

const stateWords: Record<ServiceState, string> = {
  OPEN: 'STATE_OPEN',
  LIMITED: 'STATE_LIMITED',
  FULL: 'STATE_FULL',
  SUSPENDED: 'STATE_SUSPENDED',
  RELOCATED: 'STATE_RELOCATED',
  CLOSED: 'STATE_CLOSED',
  UNKNOWN: 'STATE_UNKNOWN',
};

/** With the places on which a word of their own holds. */
export interface ExportedService extends Service {
  readonly placeStatus: readonly { readonly locationId: string; readonly status: ServiceStatus }[];
}

/** What a file needs of each service. */
export const exported: ReadonlySet<string> = new Set([
  ...['name', 'organization', 'categories', 'locations', 'phones', 'languages', 'status', 'placeStatus'],
]);

/** The service as it is at one of its places alone. */
export function atPlace(service: ExportedService, place: Location): ExportedService {
  const own = service.placeStatus.find(({ locationId }) => locationId === place.id)?.status ?? service.status;
  return { ...service, locations: [place], placeStatus: [], status: { ...own, mixed: false, contradicted: service.status.contradicted } };
}

export const headersIn = (language: Language): string[] => columns.map(column => say(language, column));

export function rowOf(service: ExportedService, language: Language): string[] {
  const { id, name, organization, categories, status, locations, phones, languages } = service;
  const each = <T>(many: readonly T[], say: (one: T) => string) => [...new Set(many.map(say).filter(Boolean))].join(' | ');
  return [
    id,
    told(name, language),
    (language === 'fr' ? name.en : name.fr) ?? '',
    told(organization.name, language),
    each(categories, category => told(category.name, language)),
    say(language, stateWords[status.state]),
    sure(status, language),
    instant(status.since),
    instant(status.goodUntil),
    told(status.note, language),
    each(locations, location => location.address ?? ''),
    each(locations, ({ territory }: Location) => told(territory?.name, language)),
    each(phones, ({ number, extension }) => (extension ? `${number} #${extension}` : number)),
    languages.join(' '),
    status.contradicted ? say(language, 'EXPORT_YES') : '',
    status.mixed ? say(language, 'EXPORT_YES') : '',
    status.mixed ? each(locations, place => ofPlace(place, atPlace(service, place).status, language)) : '',
  ];
}

const sure = ({ freshness }: ServiceStatus, language: Language): string =>
  freshness ? say(language, freshness === 'STALE' ? 'EXPORT_TO_CONFIRM' : 'EXPORT_CONFIRMED') : '';

function ofPlace({ name, address, territory }: Location, status: ServiceStatus, language: Language): string {
  const place = told(name, language) || (address ?? told(territory?.name, language));
  const state = [say(language, stateWords[status.state]), sure(status, language)].filter(Boolean).join(', ');
  return say(language, 'EXPORT_OF_PLACE', { place, state });
}

const told = (text: Localized | null | undefined, language: Language): string => text?.[language] ?? text?.fr ?? text?.en ?? '';

/** The database writes it as JSON has it. */
const instant = (at: Date | string | null | undefined): string => (at ? new Date(at).toISOString() : '');

/** What a spreadsheet would take for a formula is a text. */
export const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Semicolons: the comma is the decimal sign where French is spoken. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map(cell => `"${harmless(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
