/** Sets of whole numbers that grow together. */
export class UnionFind {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, at) => at);
  }

  join(a: number, b: number): void {
    const [first, second] = [this.#root(a), this.#root(b)];
    this.#parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** The sets of two and more, each in ascending order. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    for (let at = 0; at < this.#parents.length; at++) {
      const root = this.#root(at);
      const set = sets.get(root);
      if (set) set.push(at);
      else sets.set(root, [at]);
    }
    return [...sets.values()].filter(({ length }) => length > 1);
  }

  #root(at: number): number {
    let root = at;
    while (this.#parents[root] !== root) root = this.#parents[root] as number;
    this.#parents[at] = root;
    return root;
  }
}
