/** What is asked of a map here. */
export type Book<K, V> = Pick<Map<K, V>, "get" | "has" | "set" | "delete" | "values"> & Iterable<[K, V]>;

/** What would change in a map, without touching or copying it. */
export class Layer<K, V> implements Book<K, V> {
  readonly #below: ReadonlyMap<K, V>;
  readonly #above = new Map<K, V>();
  readonly #gone = new Set<K>();

  constructor(below: ReadonlyMap<K, V>) {
    this.#below = below;
  }
  get(key: K): V | undefined {
    return this.#above.get(key) ?? (this.#gone.has(key) ? undefined : this.#below.get(key));
  }
  has(key: K): boolean {
    return this.#above.has(key) || (!this.#gone.has(key) && this.#below.has(key));
  }
  set(key: K, value: V): never {
    this.#above.set(key, value);
    return this as never; // nobody uses what a map's set gives back
  }
  delete(key: K): boolean {
    const had = this.has(key);
    this.#above.delete(key);
    this.#gone.add(key);
    return had;
  }
  *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const [key, value] of this.#below) if (!this.#gone.has(key) && !this.#above.has(key)) yield [key, value];
    yield* this.#above;
  }
  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }
}
