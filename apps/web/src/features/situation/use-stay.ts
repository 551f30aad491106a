import { type RefObject, useEffect, useRef } from 'react';

const ROW = 'li';
const NEXT = '[data-row-action]';

/** A row that is done with goes; who was in it is then in the one that took its place, or at the list's heading. */
export function useStay(list: RefObject<HTMLElement | null>): void {
  const last = useRef<{ in: Element; at: number } | null>(null);
  useEffect(() => {
    const seen = ({ target }: Event) => {
      const row = target instanceof Element && list.current?.contains(target) ? target.closest(ROW) : null;
      last.current = row && { in: row, at: rowsOf(list).indexOf(row) };
    };
    document.addEventListener('focusin', seen);
    document.addEventListener('pointerdown', seen);
    return () => {
      document.removeEventListener('focusin', seen);
      document.removeEventListener('pointerdown', seen);
    };
  }, []);
  useEffect(() => {
    const { current } = last;
    if (!current || current.in.isConnected || document.activeElement !== document.body) return;
    last.current = null;
    const rows = rowsOf(list);
    const row = rows[Math.min(current.at, rows.length - 1)];
    const next = row?.querySelector<HTMLElement>(NEXT) ?? list.current?.querySelector<HTMLElement>('[data-list]');
    next?.focus();
  });
}

const rowsOf = (list: RefObject<HTMLElement | null>): Element[] => [...(list.current?.querySelectorAll(ROW) ?? [])];
