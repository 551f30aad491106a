import { holds } from '../../ui/plain.ts';
import { type Ref, ringedIn } from './call.ts';
import type { Act, Asking, Desk } from './desk.ts';

export type Option = { value: string; words: string; beside?: string | undefined };
export type Choices = Record<Asking, readonly Option[]>;
/** Where the desk's keys lead that are no act: to a field, to saving. */
export type Way = 'place' | 'need' | 'notes' | 'search' | 'guidance' | 'promise' | 'save' | 'out';
export type Deed = Act | { is: 'go'; to: Way };

/** Long lists are also found in by typing; short ones only by their digits, so that any other key still does its own. */
const typedIn: readonly Asking[] = ['language', 'kind', 'category', 'target', 'crisis'];
export const isTyped = (asking: Asking): boolean => typedIn.includes(asking);

const NINE = 9;

/** The nine of a list that digits choose from now, and how many pages of them there are. */
export function shownOf(
  options: readonly Option[],
  { typed, page }: Pick<Desk, 'typed' | 'page'>,
): { shown: readonly Option[]; pages: number } {
  const found = typed ? options.filter(({ words, beside }) => holds(typed, [words, beside])) : options;
  const pages = Math.ceil(found.length / NINE);
  const from = (pages > 0 ? page % pages : 0) * NINE;
  return { shown: found.slice(from, from + NINE), pages };
}

const asks: Record<string, Asking> = { g: 'gender', a: 'age', l: 'language', c: 'crisis', p: 'who', v: 'line', m: 'contact', x: 'target' };
const goes: Record<string, Way> = { o: 'place', b: 'need', t: 'notes', n: 'guidance', '/': 'search', s: 'promise' };

/** What one key does, pressed outside a field or with Alt; nothing where it is not one of the desk's. */
export function keyed(desk: Desk, key: string, choices: Choices, resources: readonly (Ref | undefined)[]): readonly Deed[] {
  const inList = desk.asking && within(desk, desk.asking, key, choices);
  if (inList) return inList;
  const close: readonly Deed[] = desk.asking ? [{ is: 'ask', asking: null }] : [];
  const deed = plainly(desk, key, choices, resources);
  return deed.length > 0 ? [...close, ...deed] : [];
}

function within(desk: Desk, asking: Asking, key: string, choices: Choices): readonly Deed[] | null {
  const { shown, pages } = shownOf(choices[asking], desk);
  const choose = (option: Option | undefined): readonly Deed[] => (option ? [{ is: 'choose', asking, value: option.value }] : []);
  if (key === 'Escape') return [{ is: 'ask', asking: null }];
  if (/^[1-9]$/.test(key)) return choose(shown[Number(key) - 1]);
  if (key === '0') return pages > 1 ? [{ is: 'turn', pages }] : [];
  if (!isTyped(asking)) return null;
  if (key === 'Enter') return choose(shown[0]);
  if (key === 'Backspace') return [{ is: 'type', typed: desk.typed.slice(0, -1) }];
  return [...key].length === 1 ? [{ is: 'type', typed: desk.typed + key }] : null;
}

function plainly(desk: Desk, key: string, choices: Choices, resources: readonly (Ref | undefined)[]): readonly Deed[] {
  const said = key.length === 1 ? key.toLowerCase() : key;
  const need = ringedIn(desk.call);
  const asking = asks[said];
  if (asking) return choices[asking].length > 0 ? [{ is: 'ask', asking }] : [];
  const way = goes[said];
  if (way) return [{ is: 'go', to: way }];
  if (said === 'i') return [{ is: 'interpreter' }];
  if (said === 'd') return [{ is: 'calledBefore' }];
  if (!need) return [];
  if (said === 'e') return [{ is: 'ask', asking: 'kind' }];
  if (said === 'j') return [{ is: 'outcome', outcome: 'MET' }];
  if (said === 'k') return [{ is: 'outcome', outcome: 'PARTLY_MET' }];
  if (said === 'u') return [{ is: 'outcome', outcome: 'UNMET' }];
  if (said === 'ArrowDown' || said === 'ArrowUp') return [{ is: 'ring', by: said === 'ArrowDown' ? 1 : -1 }];
  if (said === 'Delete') return [{ is: 'removeNeed' }];
  const ref = /^[1-9]$/.test(said) ? resources[Number(said) - 1] : undefined;
  return ref ? [{ is: 'refer', ref }] : [];
}
