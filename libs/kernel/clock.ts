/**
 * The hub's time: the database's, kept on a clock that never jumps. `adjust` is for who measures the database and for tests.
 */
export class Clock {
  /** Milliseconds since the Unix epoch at the zero of the monotonic clock. */
  private origin = performance.timeOrigin;

  now(): Date {
    return new Date(this.origin + performance.now());
  }

  /** From now on it is this instant. */
  adjust(instant: Date): void {
    this.origin = instant.getTime() - performance.now();
  }
}
