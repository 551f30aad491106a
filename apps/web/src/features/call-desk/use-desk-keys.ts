import { useEffect, useEffectEvent } from 'react';
import { letters, useKeys } from '../../ui/keys.ts';
import type { Choices, Deed, Way } from './keys.ts';
import { keyed } from './keys.ts';
import type { Desk } from './desk.ts';
import type { Ref } from './call.ts';
import { useWords } from './words.ts';

const field = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable]';
const overlaid = 'dialog *, [role="dialog"] *';

/** With Alt the letter is told by its place: what Alt makes of it differs from one machine to the other. */
function keyOf({ key, code, altKey }: KeyboardEvent): string {
  if (!altKey) return key;
  const [, letter] = /^(?:Key|Digit)(\w)$/.exec(code) ?? [];
  return letter?.toLowerCase() ?? key;
}

type DeskKeys = {
  desk: Desk;
  choices: Choices;
  resources: readonly (Ref | undefined)[];
  onDeeds: (deeds: readonly Deed[]) => void;
  onGo: (to: Way) => void;
};

/** The desk's keys come before those of the frame: « g » is the gender here. */
export function useDeskKeys({ desk, choices, resources, onDeeds, onGo }: DeskKeys): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { target, ctrlKey, metaKey, altKey, isComposing } = event;
    if (isComposing || event.defaultPrevented || !(target instanceof Element) || target.matches(overlaid)) return;
    if (ctrlKey || metaKey) {
      if (event.key !== 'Enter') return;
      event.preventDefault();
      return onGo('save');
    }
    const writing = target.matches(field);
    if (writing && event.key === 'Escape') onGo('out');
    if (writing && !altKey) return;
    const key = keyOf(event);
    if (key === 'Enter' && target.matches('button, a, summary')) return;
    if (key.length === 1 && !altKey && !letters.act()) return;
    const deeds = keyed(desk, key, choices, resources);
    if (deeds.length === 0) return;
    event.preventDefault();
    onDeeds(deeds);
    for (const deed of deeds) if (deed.is === 'go') onGo(deed.to);
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent) => pressed(event);
    addEventListener('keydown', hear, true);
    return () => removeEventListener('keydown', hear, true);
  }, []);
  useListed();
}

/** What `?` lists; the desk itself presses them. */
function useListed(): void {
  const { t } = useWords();
  useKeys([
    { keys: ['G', 'A', 'L', 'O', 'C', 'P'], words: t('keys.profile') },
    { keys: ['B'], words: t('keys.need') },
    { keys: ['ArrowUp', 'ArrowDown'], words: t('keys.ring') },
    { keys: ['E'], words: t('keys.correct') },
    { keys: ['1', '9'], words: t('keys.refer') },
    { keys: ['J', 'K 1', 'U 1'], words: t('keys.outcome') },
    { keys: ['0'], words: t('keys.turn') },
    { keys: ['N', 'T', '/'], words: t('keys.places') },
    { keys: ['I', 'V', 'D'], words: t('keys.line') },
    { keys: ['M', 'X', 'S'], words: t('keys.other') },
    { keys: ['Mod Enter'], words: t('keys.save') },
    { keys: ['Alt G'], words: t('keys.alt') },
  ]);
}
