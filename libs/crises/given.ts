import { idFrom, type Localized, UserInputError } from '#libs/kernel';
import type { Transaction } from '#libs/platform';
import type { NeedKindInput } from '#libs/schema';

const MOST_KINDS = 100;

/** What no form of ours could have sent is told to the one who wrote the call, by the name of its field. */
export function text(field: string, given: string, limit: number): string {
  const said = given.trim();
  if (!said) throw new UserInputError(`\`${field}\` cannot be empty.`);
  if ([...said].length > limit) throw new UserInputError(`\`${field}\` has at most ${limit} characters.`);
  return said;
}

/** A text in at least one of the languages. */
export function localizedText(field: string, { fr, en }: Localized, limit: number): { fr: string | null; en: string | null } {
  if (!fr?.trim() && !en?.trim()) throw new UserInputError(`\`${field}\` is needed in French or in English.`);
  return {
    fr: fr?.trim() ? text(`${field}.fr`, fr, limit) : null,
    en: en?.trim() ? text(`${field}.en`, en, limit) : null,
  };
}

export function atMost(field: string, given: readonly unknown[], limit: number): void {
  if (given.length > limit) throw new UserInputError(`\`${field}\` holds at most ${limit}.`);
}

type Reference = 'territory' | 'category';

/** Codes that the directory knows; `fields` says of each where it was given. */
export async function knownCodes(tx: Transaction, kind: Reference, fields: ReadonlyMap<string, string>): Promise<void> {
  const rows = await tx.manager.query<{ code: string }[]>(`select code from directory_published.${kind} where code = any($1)`, [
    [...fields.keys()],
  ]);
  for (const [code, field] of fields)
    if (!rows.some(row => row.code === code)) throw new UserInputError(`\`${field}\`: there is no ${kind} with this code.`);
}

/** Of each territory: itself, and those that it lies in. */
export async function linesOf(tx: Transaction, codes: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.manager.query<{ code: string; line: string[] }[]>(
    `with recursive line as (
       select code as of, code, parent from directory_published.territory where code = any($1)
       union all select line.of, above.code, above.parent from line join directory_published.territory above on above.code = line.parent)
     select of as code, array_agg(code) as line from line group by of`,
    [codes],
  );
  return new Map(rows.map(({ code, line }) => [code, line]));
}

/** Organizations that everybody may know of: a crisis names them to all. */
export async function knownOrganizations(tx: Transaction, fields: ReadonlyMap<string, string>): Promise<void> {
  const rows = await tx.manager.query<{ id: string }[]>(
    'select id from directory_published.organization where id = any($1) and not confidential',
    [[...fields.keys()].flatMap(id => idFrom(id) ?? [])],
  );
  for (const [id, field] of fields)
    if (!rows.some(row => row.id === idFrom(id))) throw new UserInputError(`\`${field}\`: there is no such organization.`);
}

/** Kinds of need of its own, in their order. */
export function needKindsFrom(kinds: readonly NeedKindInput[]) {
  atMost('needKinds', kinds, MOST_KINDS);
  return kinds.map(({ code, name }, n) => {
    if (!/^[A-Z][A-Z0-9_]{0,49}$/.test(code)) throw new UserInputError(`\`needKinds.${n}.code\` is capitals, digits and _, 50 at most.`);
    if (kinds.findIndex(other => other.code === code) < n) throw new UserInputError(`\`needKinds.${n}.code\`: given twice.`);
    return { code, position: n, ...localizedText(`needKinds.${n}.name`, name, 200) };
  });
}
