import type { EpochSumsState } from "../checkpoint/EpochSumsState.ts";
import { type EpochMetric, meanOfRows } from "./EpochMetric.ts";
import type { Logs } from "../History.ts";

/** What loss and metrics need of the batches of an epoch so far. */
export class EpochSums {
  readonly #columns: readonly Pick<EpochMetric, "name" | "add" | "value">[];
  readonly #sums: Map<string, readonly number[]>;
  #weight: number;

  /** @param state what {@link EpochSums.state} gave, to go on from there */
  constructor(metrics: readonly EpochMetric[], state: EpochSumsState = { weight: 0, sums: {} }) {
    this.#columns = [{ name: "loss", ...meanOfRows }, ...metrics];
    this.#sums = new Map(Object.entries(state.sums).map(([name, sums]) => [name, [sums].flat()]));
    this.#weight = state.weight;
  }

  /** @param measured of a batch of so many rows: the loss, then the metrics in their order */
  add(measured: readonly ArrayLike<number>[], rows: number): void {
    this.#weight += rows;
    for (const [index, { name, add }] of this.#columns.entries()) {
      this.#sums.set(name, add(this.#sums.get(name) ?? [], measured[index] ?? [], rows));
    }
  }

  /** Loss and metrics over all that was added. */
  logs(): Logs {
    return Object.fromEntries(
      this.#columns.map(({ name, value }) => [name, value(this.#sums.get(name) ?? [], this.#weight)]),
    );
  }

  state(): EpochSumsState {
    return { weight: this.#weight, sums: Object.fromEntries(this.#sums) };
  }
}
