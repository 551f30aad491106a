import type { RefusalParams } from '#libs/kernel';

/** Why something of a file did not go in; the words are under the same codes in `words.*.json`. */
export type ProblemCode =
  | 'IMPORT_BROKEN_QUOTES'
  | 'IMPORT_DUPLICATE_ID'
  | 'IMPORT_FORBIDDEN_CHARACTER'
  | 'IMPORT_MISSING_VALUE'
  | 'IMPORT_NEVER_OPEN'
  | 'IMPORT_NOT_A_BOUNDARY'
  | 'IMPORT_NOT_A_CODE'
  | 'IMPORT_NOT_A_DATE'
  | 'IMPORT_NOT_A_NUMBER'
  | 'IMPORT_NOT_A_ROW'
  | 'IMPORT_NOT_A_TIME'
  | 'IMPORT_NOT_AN_ADDRESS'
  | 'IMPORT_NOT_UTF8'
  | 'IMPORT_NOT_UNDERSTOOD'
  | 'IMPORT_OUT_OF_RANGE'
  | 'IMPORT_REFUSED_BY_DATABASE'
  | 'IMPORT_REFUSED_REFERENCE'
  | 'IMPORT_ROW_TOO_LONG'
  | 'IMPORT_TOO_LONG'
  | 'IMPORT_TWICE_THE_SAME'
  | 'IMPORT_UNKNOWN_REFERENCE'
  | 'IMPORT_UNKNOWN_VALUE'
  | 'IMPORT_WRONG_COLUMN_COUNT';

/** Where a row stands: the line it begins at in a CSV, the path to it in a JSON. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
  readonly path?: string;
}

/** `left`: what did not go in, the whole row or this value alone. */
export interface Problem extends Place {
  readonly column: string | null;
  readonly code: ProblemCode;
  readonly params: RefusalParams;
  readonly left: 'row' | 'value';
}

export type Report = (problem: Problem) => void;

type Extra = Partial<Pick<Problem, 'column' | 'params' | 'left'>>;

export const problem = (
  { file, line, path }: Place,
  code: ProblemCode,
  { column = null, params = {}, left = 'row' }: Extra = {},
): Problem => ({
  file,
  line,
  path,
  column,
  code,
  params,
  left,
});
