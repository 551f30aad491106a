import { useEffect, useEffectEvent } from 'react';
import { type Bucket, buckets } from './board.ts';
import { toggled } from './chosen.ts';

const typing = 'input, select, textarea, [contenteditable], [role="dialog"] *';

/** 1–8 the strip, j and k from row to row, [ and ] from list to list: outside of fields only. */
export function useKeys({ buckets: chosen, onBuckets }: { buckets: readonly Bucket[]; onBuckets: (b: Bucket[]) => void }) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element) || target.matches(typing)) return;
    const bucket = buckets[Number(event.key) - 1];
    if (bucket) onBuckets(toggled(chosen, bucket));
    else if (event.key === 'j' || event.key === 'k') step('[data-row-action]', event.key === 'j' ? 1 : -1);
    else if (event.key === '[' || event.key === ']') step('[data-list]', event.key === ']' ? 1 : -1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** From where the focus is, in the order of the page. */
function step(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = document.activeElement;
  const at = all.findIndex(each => each === here || each.contains(here));
  const next = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
