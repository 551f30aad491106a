export type State = 'OPEN' | 'LIMITED' | 'FULL' | 'SUSPENDED' | 'RELOCATED' | 'CLOSED' | 'UNKNOWN';
export type Palette = Record<
  | 'bg'
  | 'surface'
  | 'sunken'
  | 'raised'
  | 'line'
  | 'lineStrong'
  | 'ink'
  | 'ink2'
  | 'ink3'
  | 'accent'
  | 'accentHover'
  | 'accentInk'
  | 'accentTint'
  | 'focus'
  | 'danger'
  | 'dangerTint'
  | 'lantern'
  | 'live'
  | 'water'
  | 'land'
  | 'landOther'
  | 'road'
  | 'coast'
  | 'mark',
  string
> &
  Record<'st' | 'tint' | 'fill', Record<State, string>>;
export const states: State[];
export const light: Palette;
export const dark: Palette;
