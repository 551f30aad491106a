import DataLoader from 'dataloader';

/** Gathers the keys asked for in one tick into one call. Keeps nothing: a subscription's context outlives its data. */
export abstract class Loader<K, V> {
  private readonly gathering = new DataLoader<K, V | null>(keys => this.answer(keys), { cache: false });

  protected abstract loadAll(keys: readonly K[]): Promise<Map<K, V>>;

  load(key: K): Promise<V | null> {
    return this.gathering.load(key);
  }

  private async answer(keys: readonly K[]): Promise<(V | null)[]> {
    const values = await this.loadAll([...new Set(keys)]);
    return keys.map(key => values.get(key) ?? null);
  }
}
