import { appendFileSync } from "node:fs";
import { expect } from "vitest";

/** What `mlp/train.js` says. */
export interface Trained {
  readonly backend: string;
  readonly device: string;
  readonly threads: number;
  readonly note?: string;
  readonly loss: number;
  readonly accuracy: number;
}

/** Where it trained: a row of the table at the end of the run. */
export interface Where {
  /** The runtime or bundler, with its version. */
  readonly name: string;
  /** Which part of the project, where there are several. */
  readonly part?: "page" | "worker" | "route" | "node" | "jsdom" | "browser: true" | undefined;
  /** How a page was served; a column of the table of pages. */
  readonly served?: string;
}

/**
 * Sees that the network of the README came out as everywhere: the same loss, to the digits that fused multiply-add leaves.
 * Adds to the table at the end of the run.
 *
 * @param threads how many there have to be; any number where it is left out
 */
export function expectTrained(where: Where, trained: unknown, threads?: number): void {
  const { backend, loss, accuracy, ...rest } = trained as Trained;
  const name = Object.values(where).join(", ");
  expect(backend, name).toBe("wasm");
  expect(loss, name).toBeCloseTo(0.7364399, 4);
  expect(accuracy, name).toBeCloseTo(0.76, 5);
  if (threads !== undefined) expect(rest.threads, `${name}: ${rest.note}`).toBe(threads);
  const report = process.env["MINIBATCH_INTEGRATIONS_REPORT"];
  if (report === undefined) return;
  appendFileSync(report, `${JSON.stringify({ ...where, loss, accuracy, ...rest })}\n`);
}
