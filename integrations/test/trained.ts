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

/**
 * Sees that the network of the README came out as everywhere: the same loss, to the digits that fused multiply-add leaves.
 * Adds a line to the table at the end of the run.
 *
 * @param where the runtime or bundler, and how it was served
 * @param threads how many there have to be; any number where it is left out
 */
export function expectTrained(where: string, trained: unknown, threads?: number): void {
  const { backend, loss, accuracy, ...rest } = trained as Trained;
  expect(backend, where).toBe("wasm");
  expect(loss, where).toBeCloseTo(0.7364399, 4);
  expect(accuracy, where).toBeCloseTo(0.76, 5);
  if (threads !== undefined) expect(rest.threads, `${where}: ${rest.note}`).toBe(threads);
  const report = process.env["MINIBATCH_INTEGRATIONS_REPORT"];
  if (report === undefined) return;
  appendFileSync(report, `${JSON.stringify({ where, loss, accuracy, ...rest })}\n`);
}
