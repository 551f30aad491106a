/** What a gap gathers: one kind of need, in one territory, in one event or outside any. */
export interface GapKey {
  readonly crisisId: string | null;
  readonly kind: string;
  readonly territory: string;
}

/** What it is locked by. */
export const keyText = ({ crisisId, kind, territory }: GapKey): string => `${crisisId ?? ''} ${kind} ${territory}`;
