import type { Logs } from "./History.ts";

/** Running means of named values, each weighted by the number of samples behind it. */
export class WeightedMeans {
  #weight: number;
  readonly #sums: Map<string, number>;

  /** @param state what {@link WeightedMeans.state} gave, to go on from there */
  constructor(state: WeightedMeansState = { weight: 0, sums: {} }) {
    this.#weight = state.weight;
    this.#sums = new Map(Object.entries(state.sums));
  }

  add(values: Logs, weight: number): void {
    this.#weight += weight;
    for (const [name, value] of Object.entries(values)) {
      this.#sums.set(name, (this.#sums.get(name) ?? 0) + value * weight);
    }
  }

  means(): Logs {
    return Object.fromEntries([...this.#sums].map(([name, sum]) => [name, sum / this.#weight]));
  }

  state(): WeightedMeansState {
    return { weight: this.#weight, sums: Object.fromEntries(this.#sums) };
  }
}

/** The state of {@link WeightedMeans} as JSON. */
export interface WeightedMeansState {
  readonly weight: number;
  readonly sums: Logs;
}
