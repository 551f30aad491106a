interface Placed {
  readonly x: number;
  readonly y: number;
}

/** What a town's bars and name take, and how often towns are pushed. */
const WIDE = 92;
const HIGH = 66;
/** Its name stands below its bars. */
const BELOW = 22;
const TIMES = 60;

/** The same towns where none lies upon another, nor beyond the edge: a schematic map says how they lie to each other, not where. */
export function apart<P extends Placed>(places: readonly P[], { wide, high }: { wide: number; high: number }): P[] {
  const moved = places.map(place => ({ ...place, x: place.x, y: place.y }));
  for (let n = 0; n < TIMES; n++)
    for (const one of moved) {
      for (const other of moved) {
        if (one === other) continue;
        const over = { x: WIDE - Math.abs(one.x - other.x), y: HIGH - Math.abs(one.y - other.y) };
        if (over.x <= 0 || over.y <= 0) continue;
        const along = over.x / WIDE < over.y / HIGH ? 'x' : 'y';
        const by = (Math.min(over[along], 4) / 2) * (one[along] < other[along] ? -1 : 1);
        one[along] += by;
        other[along] -= by;
      }
      one.x = Math.min(Math.max(one.x, WIDE / 2), wide - WIDE / 2);
      one.y = Math.min(Math.max(one.y, HIGH - BELOW), high - BELOW);
    }
  return moved;
}
