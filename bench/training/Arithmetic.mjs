import { fileURLToPath } from "node:url";
import { EngineClient } from "./EngineClient.mjs";
import { median } from "./median.mjs";

const script = fileURLToPath(new URL("arithmeticProcess.mjs", import.meta.url));

/**
 * Measures, now and then, how much more all threads do of what needs no memory than one: less than as many times where they are two of
 * one core, or where the machine of a virtual one has others to serve. A training whose threads gain more is not to be had at that time.
 */
export class Arithmetic {
  #client;
  #threads;
  #rounds = [];

  /** @param {number} threads what "all" is */
  constructor(threads) {
    this.#threads = threads;
    this.#client = new EngineClient({ command: process.execPath, args: [script, String(threads)] });
  }

  /**
   * Takes one measurement, a tenth of a second; the first one waits until the process is ready.
   *
   * @param {string} model beside whose training
   */
  async measure(model) {
    if (this.#rounds.length === 0) await this.#client.answer();
    const { one, all } = await this.#client.ask();
    if (one) this.#rounds.push({ model, one, all });
  }

  /**
   * @returns {{ threads: number, one: number, gains: number[], rounds: { model: string, one: number, all: number }[] }} GFLOP/s of one thread, a
   *   median; all threads over one, in order of size; and both, in GFLOP/s, of each round in turn
   */
  end() {
    this.#client.end();
    return {
      threads: this.#threads,
      one: median(this.#rounds.map(({ one }) => one)),
      gains: this.#rounds.map(({ one, all }) => all / one).toSorted((a, b) => a - b),
      rounds: this.#rounds,
    };
  }
}
