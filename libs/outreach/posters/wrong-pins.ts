const QUARTER = 15 * 60_000;
const LONGEST = 12 * 3_600_000;
const EVERY = 5;

/** After so many wrong numbers in a week: how long a poster takes none. 0: it goes on. Of 10,000, about a hundred can be tried in a week. */
export const waitAfter = (wrong: number): number => (wrong % EVERY ? 0 : Math.min(QUARTER * 2 ** (wrong / EVERY - 1), LONGEST));

/** Whoever knows the number is forgiven what they mistyped; how long the next wait is, is not forgotten. */
export const forgiven = (wrong: number): number => wrong - (wrong % EVERY);
