import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "../test/runCli.ts";

interface Found {
  readonly scalars: Readonly<Record<string, readonly (readonly [step: number, value: number])[]>>;
  readonly images: Readonly<Record<string, readonly (readonly number[])[]>>;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly status: number;
}

/** What TensorBoard's own reader finds in a folder. */
async function read(folder: string): Promise<Found> {
  const script = new URL("../../../packages/tensorboard/python/readEvents.py", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)("python3", [script, folder]);
  return JSON.parse(stdout) as Found;
}

/** The columns of a history, as float32. */
function columnsOf(csv: string): Record<string, number[]> {
  const [names = [], ...rows] = csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return Object.fromEntries(
    names.map((name, column) => [name, rows.map((row) => Math.fround(Number(row[column])))]),
  );
}

it("TensorBoard's reader finds the history of a run that went on, its settings and its pictures", async () => {
  const cwd = await temporaryFolder();
  const train = [
    "train",
    "digits-cnn",
    "--limit",
    "256",
    "--batch-size",
    "32",
    "--backend",
    "wasm",
    "--out",
    "run",
  ];
  expect((await runCli([...train, "--epochs", "2"], { cwd })).code).toBe(0);
  expect((await runCli(["train", "--resume", "run", "--epochs", "3"], { cwd })).code).toBe(0);
  const { scalars, images, hyperparameters, status } = await read(join(cwd, "run"));
  const { epoch, ...columns } = columnsOf(await readFile(join(cwd, "run", "history.csv"), "utf8"));
  expect(epoch).toEqual([1, 2, 3]);
  const names = Object.keys(scalars).filter((name) => name.startsWith("epoch/"));
  expect(names.toSorted()).toEqual(
    Object.keys(columns)
      .map((name) => `epoch/${name}`)
      .toSorted(),
  );
  for (const [name, values] of Object.entries(columns)) {
    expect(scalars[`epoch/${name}`]).toEqual(values.map((value, index) => [index + 1, value]));
  }
  const steps = scalars["batch/loss"]?.map(([step]) => step) ?? [];
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(Object.keys(images).toSorted()).toEqual([
    "test/confusion-matrix",
    "test/test-samples",
    "test/worst-mistakes",
  ]);
  // TensorBoard keeps what a run was told first.
  expect(hyperparameters).toMatchObject({
    recipe: "digits-cnn",
    optimizer: "adam",
    batchSize: 32,
    epochs: 2,
    limit: 256,
  });
  expect(status).toBe(1);
});
