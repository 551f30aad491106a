/** Somebody who says otherwise: from 211, from an account, or from an address alone. */
export interface Voice {
  readonly madeAt: Date;
  readonly byCentre: boolean;
  /** `account:…`, `link:…`; null for nobody known. */
  readonly account: string | null;
  readonly address: string;
}

export const TOGETHER = 48 * 3_600_000;

/** Of one service, since its organization last spoke: one voice of 211 is enough, or two that do not depend on each other. */
export function contradictionsMark(voices: readonly Voice[], now: Date): boolean {
  const recent = voices.filter(({ madeAt }) => +now - +madeAt <= TOGETHER);
  return recent.some(({ byCentre }) => byCentre) || recent.some((one, n) => recent.slice(n + 1).some(other => independent(one, other)));
}

/** Two accounts; two addresses, where one at least is all that is known. */
function independent(one: Voice, other: Voice): boolean {
  return one.account && other.account ? one.account !== other.account : one.address !== other.address;
}
