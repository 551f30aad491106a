/** A ring on the screen and the name that goes with it, in pixels. */
export interface Labelled {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
}

export const sides = [
  'below',
  'right',
  'left',
  'above',
  'above right',
  'below right',
  'above left',
  'below left',
  'below, to the right',
  'below, to the left',
  'above, to the right',
  'above, to the left',
] as const;
export type Side = (typeof sides)[number];

/** How far out of the middle a name at a corner begins. */
const CORNER = 0.75;
/** So much of a name that is slid along is still under its ring, or over it. */
const KEPT = 0.15;

type Box = readonly [left: number, top: number, right: number, bottom: number];

const boxOf = ({ x, y, radius, width, height }: Labelled, side: Side): Box => {
  if (side === 'below') return [x - width / 2, y + radius, x + width / 2, y + radius + height];
  if (side === 'above') return [x - width / 2, y - radius - height, x + width / 2, y - radius];
  if (side.includes(',')) {
    const left = x - width * (side.endsWith('right') ? KEPT : 1 - KEPT);
    return side.startsWith('below')
      ? [left, y + radius, left + width, y + radius + height]
      : [left, y - radius - height, left + width, y - radius];
  }
  const out = side.includes(' ') ? radius * CORNER : radius;
  const [from, to] = side.endsWith('right') ? [x + out, x + out + width] : [x - out - width, x - out];
  const middle = side.startsWith('above') ? y - out : side.startsWith('below') ? y + out : y;
  return [from, middle - height / 2, to, middle + height / 2];
};

const overlap = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one[2], other[2]) - Math.max(one[0], other[0])) *
  Math.max(0, Math.min(one[3], other[3]) - Math.max(one[1], other[1]));

const area = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

/** From so much of a name on, that lies over a ring or another name or outside, it is not written. */
const MOST_HIDDEN = 0.12;

type Placed = { readonly sides: Map<string, Side>; readonly crowded: Set<string> };

/** On which side of its ring each name hides the least: of other rings, of names already placed, of what is outside; and which have no room at all. */
export function placesOf(all: readonly Labelled[], frame: { width: number; height: number }): Placed {
  const whole: Box = [0, 0, frame.width, frame.height];
  const rings = new Map(all.map(({ key, x, y, radius }): [string, Box] => [key, [x - radius, y - radius, x + radius, y + radius]]));
  const placed: Box[] = [];
  const [found, crowded] = [new Map<string, Side>(), new Set<string>()];
  for (const one of [...all].sort((a, b) => b.radius - a.radius)) {
    const names = (box: Box) => placed.reduce((sum, other) => sum + overlap(box, other), 0);
    const others = (box: Box) => [...rings].reduce((sum, [key, ring]) => sum + (key === one.key ? 0 : overlap(box, ring)), 0);
    const outside = (box: Box) => area(box) - overlap(box, whole);
    const hidden = (box: Box) => 3 * outside(box) + names(box) + 2 * others(box);
    const best = sides
      .map(side => ({ side, box: boxOf(one, side) }))
      .reduce((least, next) => (hidden(next.box) < hidden(least.box) ? next : least));
    found.set(one.key, best.side);
    if (names(best.box) + others(best.box) + outside(best.box) > MOST_HIDDEN * area(best.box)) crowded.add(one.key);
    else placed.push(best.box);
  }
  return { sides: found, crowded };
}

export const sidesOf = (...asked: Parameters<typeof placesOf>): Map<string, Side> => placesOf(...asked).sides;
