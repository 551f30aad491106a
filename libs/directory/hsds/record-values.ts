import type { Language } from '#libs/kernel';
import type { Row } from './check-row.ts';
import type { Known } from './hsds-reading.ts';
import type { Values } from './bulk-write.ts';

/** A text's two columns: HSDS has one language, the file's; `name_fr` and `name_en` say it in either. */
export function inTwo(row: Row, name: string, column: string, language: Language) {
  const text = (each: Language) => row[`${name}_${each}`] ?? (each === language ? row[name] : null) ?? null;
  return { [`${column}_fr`]: text('fr'), [`${column}_en`]: text('en') };
}

/** The columns in the language that the file does not speak: what is not said of them stays. */
export const otherLanguage = (language: Language, ...columns: string[]): string[] =>
  columns.map(column => `${column}_${language === 'fr' ? 'en' : 'fr'}`);

export const provenance = (source: string, { row }: Known) => ({ source, source_id: row.id, assured_at: row.assured_date ?? null });

/** Only where the source speaks of it: what was flagged here stays flagged. */
export const confidentiality = (known: readonly Known[]): Values[] =>
  known
    .filter(({ row }) => row.confidential !== undefined)
    .map(({ id, row }) => ({
      id,
      confidential: row.confidential,
      confidential_reason: row.confidential ? (row.confidential_reason ?? 'Import') : null,
    }));

/** The rows in which the source speaks of it: what it does not speak of stays. */
export const speaking = (known: readonly Known[], name: string): Values[] =>
  known.filter(({ row }) => row[name] !== undefined).map(({ id, row }) => ({ id, [name]: row[name] }));

export const confidentialTypes = { confidential: 'boolean', confidential_reason: 'text' };
