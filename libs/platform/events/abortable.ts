/** A generator that ends at once when its reader leaves, even while it waits for something to yield. */
export function abortable<T>(generate: (signal: AbortSignal) => AsyncGenerator<T, void>): AsyncIterableIterator<T> {
  const reader = new AbortController();
  const generator = generate(reader.signal);
  return {
    next: () => generator.next(),
    return: () => {
      reader.abort();
      return generator.return();
    },
    throw: error => {
      reader.abort();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
