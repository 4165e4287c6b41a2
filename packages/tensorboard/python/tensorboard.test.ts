import { execFile } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { logTraining, openEventFile } from "../src/index.ts";
import { tinyPng } from "../test/tinyPng.ts";

interface Found {
  readonly scalars: Readonly<Record<string, readonly (readonly [step: number, value: number])[]>>;
  readonly images: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** What TensorBoard's own reader finds in a folder. */
async function read(folder: string): Promise<Found> {
  const script = new URL("readEvents.py", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)("python3", [script, folder]);
  return JSON.parse(stdout) as Found;
}

/** The events of some epochs of three batches. */
function train(listen: ReturnType<typeof logTraining>, first: number, last: number): void {
  for (let epoch = first; epoch <= last; epoch++) {
    for (let batch = 1; batch <= 3; batch++) {
      listen({ type: "batch", epoch, batch, batches: 3, logs: { loss: 1 / (epoch * 3 + batch) } });
    }
    listen({ type: "epoch", epoch, logs: { loss: 1 / epoch, accuracy: epoch / 10 } });
  }
}

it("TensorBoard's reader finds scalars, a picture, a text, hyperparameters and the end", async () => {
  const folder = await temporaryFolder();
  const log = openEventFile(folder);
  log.hyperparameters({ optimizer: "adam", learningRate: 0.001, shuffle: true });
  log.text(0, "run/recipe", "**digits**, drawn");
  train(logTraining(log, { everyBatches: 1 }), 1, 2);
  log.image(2, "test/pixel", tinyPng);
  log.end("success");
  log.close();
  const found = await read(folder);
  expect(found.scalars["epoch/loss"]).toEqual([
    [1, 1],
    [2, 0.5],
  ]);
  expect(found.scalars["epoch/accuracy"]?.map(([, value]) => value)).toEqual([0.1, 0.2].map(Math.fround));
  expect(found.scalars["batch/loss"]?.map(([step]) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(found.images).toEqual({ "test/pixel": [[2, 1, 1, 67]] });
  expect(found.texts).toEqual({ "run/recipe": "**digits**, drawn" });
  expect(found.hyperparameters).toEqual({ learningRate: 0.001, optimizer: "adam", shuffle: true });
  expect(found.status).toBe(1);
});

it("TensorBoard's reader finds each step of a run once that was killed and went on", async () => {
  const folder = await temporaryFolder();
  const first = openEventFile(folder, { now: () => 1_000_000_000 });
  const listen = logTraining(first, { everyBatches: 1 });
  train(listen, 1, 2);
  // Two batches of the third epoch, of which no checkpoint knows, and a record that is cut off.
  for (const batch of [1, 2]) listen({ type: "batch", epoch: 3, batch, batches: 3, logs: { loss: 99 } });
  first.close();
  appendFileSync(first.path, readFileSync(first.path).subarray(0, 20));
  const second = openEventFile(folder, { now: () => 1_000_000_100 });
  train(logTraining(second, { everyBatches: 1 }), 3, 4);
  second.close();
  const { scalars } = await read(folder);
  expect(scalars["batch/loss"]?.map(([step]) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(scalars["batch/loss"]?.some(([, value]) => value === 99)).toBe(false);
  expect(scalars["epoch/loss"]?.map(([step]) => step)).toEqual([1, 2, 3, 4]);
});

it("TensorBoard's reader finds what stands before a file was cut off, wherever that was", async () => {
  const folder = await temporaryFolder();
  const log = openEventFile(folder);
  train(logTraining(log), 1, 1);
  const whole = readFileSync(log.path);
  log.scalars(2, { "epoch/loss": 7 });
  log.close();
  const longer = readFileSync(log.path);
  for (const length of [whole.length + 1, whole.length + 11, longer.length - 1]) {
    writeFileSync(log.path, longer.subarray(0, length));
    const { scalars } = await read(folder);
    expect(scalars["epoch/loss"]).toEqual([[1, 1]]);
  }
});
