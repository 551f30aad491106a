import { useEffect, useRef } from 'react';

/**
 * One key, or a few that do alike: « j », « g s » one after the other, « Mod k » with Ctrl or ⌘.
 * Without `press`, what has the focus does it; `false`: nothing was done, the browser may.
 */
export type Key = { keys: readonly string[]; words: string; press?: (key: string) => boolean | void };

/** A screen's own, or those that work everywhere, over an open dialog too. */
export type Reach = 'screen' | 'everywhere';

type Held = { reach: Reach; keys: readonly Key[] };

const held = new Set<Held>();
const patience = 1_500;
const typing = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable]';
const overlaid = 'dialog *, [role="dialog"] *';

/** Whether letters act: who speaks to the machine, or trembles, turns them off. Ctrl K stays. */
export const letters = {
  act(): boolean {
    try {
      return localStorage.getItem('letters') !== 'off';
    } catch {
      return true; // storage may be forbidden
    }
  },
  become(act: boolean): void {
    try {
      if (act) localStorage.removeItem('letters');
      else localStorage.setItem('letters', 'off');
    } catch {
      // they then act, as on every page
    }
  },
};

/** The keys of what is on screen: they act while it is, and `?` lists them. */
export function useKeys(keys: readonly Key[], reach: Reach = 'screen'): void {
  const mine = useRef<Held>({ reach, keys });
  useEffect(() => void (mine.current.keys = keys));
  useEffect(() => {
    const { current } = mine;
    held.add(current);
    return () => void held.delete(current);
  }, []);
}

export const keysOf = (reach: Reach): Key[] => [...held].filter(one => one.reach === reach).flatMap(({ keys }) => keys);

let first: { key: string; at: number } | undefined;

function pressed(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (altKey || event.defaultPrevented || !(target instanceof Element)) return;
  const mod = ctrlKey || metaKey;
  if (!mod && (target.matches(typing) || !letters.act())) return;
  const before = first && performance.now() - first.at < patience ? first.key : undefined;
  first = undefined;
  const said = mod ? `Mod ${key.toLowerCase()}` : before ? `${before} ${key}` : key;
  const all = [...(target.matches(overlaid) ? [] : keysOf('screen')), ...keysOf('everywhere')];
  const one = all.find(({ keys, press }) => press && keys.includes(said));
  if (one) {
    if (one.press!(key) !== false) event.preventDefault(); // found by its press
  } else if (!mod && all.some(({ keys }) => keys.some(other => other.startsWith(`${said} `)))) first = { key: said, at: performance.now() };
}

addEventListener('keydown', pressed);
