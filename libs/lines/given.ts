import { idFrom, type Localized, type Refusal, UserInputError } from '#libs/kernel';
import type { Transaction } from '#libs/platform';

type Refuses = (field: string, limit: number) => Refusal;

/** A text in at least one of the languages, or none where none is `needed`; how it is refused is the caller's. */
export function localizedText(
  field: string,
  given: Localized | null | undefined,
  limit: number,
  { missing, tooLong }: { missing?: (field: string) => Refusal; tooLong: Refuses },
): { fr: string | null; en: string | null } {
  const [fr = null, en = null] = (['fr', 'en'] as const).map(language => text(`${field}.${language}`, given?.[language], limit, tooLong));
  if (!fr && !en && missing) throw missing(field);
  return { fr, en };
}

/** Null where nothing is said. */
export function text(field: string, given: string | null | undefined, limit: number, tooLong: Refuses): string | null {
  const said = given?.trim() || null;
  if (said && [...said].length > limit) throw tooLong(field, limit);
  return said;
}

/** Capitals, digits and _. */
export function codeFrom(field: string, given: string): string {
  if (!/^[A-Z][A-Z0-9_]{0,49}$/.test(given)) throw new UserInputError(`\`${field}\` is capitals, digits and _, 50 at most.`);
  return given;
}

/** A BCP 47 tag, its language in small letters. */
export function languageCode(field: string, given: string): string {
  const [language = '', ...rest] = given.trim().split('-');
  const tag = [language.toLowerCase(), ...rest].join('-');
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag)) throw new UserInputError(`\`${field}\` is a BCP 47 language tag.`);
  return tag;
}

/** A crisis that is no exercise; null where there is none of that id. */
export async function crisisOf(tx: Pick<Transaction, 'manager'>, crisisId: string | null | undefined): Promise<string | null> {
  if (crisisId == null) return null;
  const [found] = await tx.manager.query<{ id: string }[]>('select id from crises_published.crisis where id = $1 and not exercise', [
    idFrom(crisisId),
  ]);
  return found?.id ?? null;
}
