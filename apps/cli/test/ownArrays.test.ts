import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { encode } from "fast-png";
import { expect, it } from "vitest";
import { makeNpz as npzFile } from "../../../packages/datasets/test/makeNpz.ts";
import { runCli } from "./runCli.ts";

const side = 16;

/** A picture of bars that lie or stand, each a little different. */
function bars(standing: boolean, number: number): Uint8Array {
  return Uint8Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [at % side, Math.floor(at / side)];
    const along = standing ? x : y;
    return (Math.floor((along + number) / 3) % 2 ? 180 : 20) + ((x * 31 + y * 17 + number * 101) % 41);
  });
}

/** Pictures `[n, height, width]` and their labels, 1 for those that stand. */
function pictures(count: number, from: number) {
  const x = new Uint8Array(count * side * side);
  for (let row = 0; row < count; row += 1) x.set(bars(row % 2 === 1, from + row), row * side * side);
  const y = Uint8Array.from({ length: count }, (_, row) => row % 2);
  return [
    { data: x, shape: [count, side, side] },
    { data: y, shape: [count] },
  ] as const;
}

it("minibatch train bars.npz trains on pictures of Keras' arrays, and predicts a file with what comes out", {
  timeout: 120_000,
}, async () => {
  const cwd = await temporaryFolder();
  const [[x_train, y_train], [x_test, y_test]] = [pictures(60, 0), pictures(20, 60)];
  await writeFile(join(cwd, "bars.npz"), npzFile({ x_train, y_train, x_test, y_test }));
  const minibatch = (...args: string[]) => runCli(args, { cwd });
  const planned = await minibatch("train", "bars.npz", "--dry-run");
  expect(planned.stdout).toContain(
    "bars: 80 rows of pictures of 16x16 in grey, from x_train, y_train, x_test, y_test; to predict: 2 classes (0, 1)\n" +
      "the test set is the archive's: 50 training, 10 validation, 20 test\n",
  );
  const trained = await minibatch(
    "train",
    "bars.npz",
    "--epochs",
    "40",
    "--backend",
    "wasm",
    "--quiet",
    "--out",
    "run",
  );
  expect(trained.code, trained.stderr).toBe(0);
  const experiment = JSON.parse(await readFile(join(cwd, "run", "experiment.json"), "utf8"));
  expect(experiment.data).toEqual({ arrays: "../bars.npz" });
  const evaluated = JSON.parse((await minibatch("evaluate", "run", "--json")).stdout);
  expect(evaluated).toMatchObject({ samples: 20 });
  expect(evaluated.accuracy).toBeGreaterThan(0.7);
  const picture = { width: side, height: side, data: bars(true, 90), channels: 1 } as const;
  await writeFile(join(cwd, "one.png"), encode(picture));
  const { predictions } = JSON.parse((await minibatch("predict", "run", "one.png", "--json")).stdout);
  expect(predictions).toHaveLength(1);
  const refused = await minibatch("evaluate", "run", "bars.npz");
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining("evaluate takes a folder of pictures"),
  ]);
});

it("minibatch train numbers.npz trains on columns, and predicts a table of them", async () => {
  const cwd = await temporaryFolder();
  const x = Float64Array.from({ length: 200 }, (_, at) => Math.sin(at * 12.9898));
  const y = Float64Array.from({ length: 100 }, (_, row) => 3 * (x[2 * row] ?? 0) - (x[2 * row + 1] ?? 0));
  const arrays = { inputs_of_mine: { data: x, shape: [100, 2] }, values: { data: y, shape: [100] } };
  await writeFile(join(cwd, "numbers.npz"), npzFile(arrays));
  const named = [
    "--x",
    "inputs_of_mine",
    "--y",
    "values",
    "--epochs",
    "30",
    "--backend",
    "wasm",
    "--quiet",
    "--out",
    "run",
  ];
  const trained = await runCli(["train", "numbers.npz", ...named, "--json"], { cwd });
  expect(trained.code, trained.stderr).toBe(0);
  const { task, test, baselines } = JSON.parse(trained.stdout);
  expect(task).toBe("regression");
  expect(test.mae).toBeLessThan(baselines[0].mae);
  await writeFile(join(cwd, "new.csv"), "inputs_of_mine1,inputs_of_mine0\n0.5,0.5\n");
  const predicted = await runCli(["predict", "run", "new.csv", "--json"], { cwd });
  expect(JSON.parse(predicted.stdout).predictions).toHaveLength(1);
});

it.for([
  [["odd.npz"], 1, 'the archive holds "first", "second". Say it by x and y (--x and --y)'],
  [["odd.npz", "--x", "frist", "--y", "second"], 2, 'The archive has no array "frist". Is "first" meant?'],
  [
    ["odd.npz", "--target", "second"],
    2,
    "odd.npz holds arrays, and --target is for tables; --y names the array to predict",
  ],
  [["torn.npz"], 1, "zip"],
  [
    ["flats.csv", "--target", "rent", "--x", "rooms"],
    2,
    "flats.csv is no .npz, and --x is for archives of arrays",
  ],
] as const)(
  "minibatch train %j is refused in words, and leaves nothing behind",
  async ([args, exit, message]) => {
    const cwd = await temporaryFolder();
    const [first, second] = pictures(20, 0);
    await writeFile(join(cwd, "odd.npz"), npzFile({ first, second }));
    await writeFile(join(cwd, "torn.npz"), npzFile({ first, second }).subarray(0, 900));
    await writeFile(join(cwd, "flats.csv"), "rooms,rent\n1,2\n");
    const { code, stdout, stderr } = await runCli(["train", ...args], { cwd });
    expect([code, stdout, stderr]).toEqual([exit, "", expect.stringContaining(message)]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(cwd, "runs"))).toBe(false);
  },
);
