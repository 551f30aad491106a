import type { KeyboardEvent } from 'react';

const ways: Record<string, [x: number, y: number]> = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Of the points, which one lies nearest in that direction; what lies aside of it counts twice as far. */
export function nearest(
  from: readonly [number, number],
  to: readonly (readonly [number, number])[],
  [x, y]: readonly [number, number],
): number {
  const far = to.map(point => {
    const [dx, dy] = [point[0] - from[0], point[1] - from[1]];
    const along = dx * x + dy * y;
    return along > 2 ? along + 2 * Math.abs(dx * y - dy * x) : Infinity;
  });
  const least = Math.min(...far);
  return least === Infinity ? -1 : far.indexOf(least);
}

/** Moves the focus from mark to mark with the arrows; says whether it was an arrow on a mark. */
export function nearestTowards({ key, target, currentTarget }: KeyboardEvent): boolean {
  const way = ways[key];
  const mark = (target as HTMLElement).closest<HTMLElement>('[data-mark]'); // events come from elements
  if (!way || !mark) return false;
  const others = [...currentTarget.querySelectorAll<HTMLElement>('[data-mark]')].filter(other => other !== mark);
  others[nearest(middleOf(mark), others.map(middleOf), way)]?.focus({ preventScroll: true });
  return true;
}

function middleOf(element: HTMLElement): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
