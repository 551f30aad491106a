/** Too much from one caller in a short time. */
export class TooManyRequests extends Error {
  readonly code = 'TOO_MANY_REQUESTS';
  readonly params: { seconds: number };

  constructor(waitMs: number) {
    super('Too many requests.');
    this.params = { seconds: Math.max(1, Math.ceil(waitMs / 1000)) };
  }
}
