import type { Language, Localized } from '#libs/kernel';
import { say } from '#libs/platform';
import type { Location, Service, ServiceState } from '#libs/schema';

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

/** What a file needs of each service. */
export const exported: ReadonlySet<string> = new Set(['name', 'organization', 'categories', 'locations', 'phones', 'languages', 'status']);

export const headersIn = (language: Language): string[] => columns.map(column => say(language, column));

export function rowOf({ id, name, organization, categories, status, locations, phones, languages }: Service, language: Language): string[] {
  const told = (text: Localized | null | undefined) => text?.[language] ?? text?.fr ?? text?.en ?? '';
  const each = <T>(many: readonly T[], say: (one: T) => string) => [...new Set(many.map(say).filter(Boolean))].join(' | ');
  return [
    id,
    told(name),
    (language === 'fr' ? name.en : name.fr) ?? '',
    told(organization.name),
    each(categories, category => told(category.name)),
    say(language, stateWords[status.state]),
    status.freshness ? say(language, status.freshness === 'STALE' ? 'EXPORT_TO_CONFIRM' : 'EXPORT_CONFIRMED') : '',
    instant(status.since),
    instant(status.goodUntil),
    told(status.note),
    each(locations, location => location.address ?? ''),
    each(locations, ({ territory }: Location) => told(territory?.name)),
    each(phones, ({ number, extension }) => (extension ? `${number} #${extension}` : number)),
    languages.join(' '),
  ];
}

/** The database writes it as JSON has it. */
const instant = (at: Date | string | null | undefined): string => (at ? new Date(at).toISOString() : '');

/** What a spreadsheet would take for a formula is a text. */
export const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** Semicolons: the comma is the decimal sign where French is spoken. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map(cell => `"${harmless(cell).replaceAll('"', '""')}"`).join(';')}\r\n`;
