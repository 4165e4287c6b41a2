import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { expect, it } from "vitest";
import { runCli } from "./runCli.ts";

it("minibatch train boston-linear reaches the published prices, and evaluate and resume go on from its folder", async (context) => {
  const mirror = requireMirror(context);
  const cwd = await temporaryFolder();
  const minibatch = (...args: string[]) => runCli([...args, "--mirror", mirror], { cwd });
  const command = ["train", "boston-linear", "--backend", "wasm", "--out", "run"];
  const trained = await minibatch(...command, "--json");
  expect(trained.code).toBe(0);
  const result = JSON.parse(trained.stdout);
  expect(result).toMatchObject({
    task: "regression",
    recipe: "boston-linear",
    dataset: "boston-housing",
    parameters: 2,
    seed: 42,
    epochs: 101,
    published: { metric: "training MSE", value: 53.9 },
  });
  expect(Object.keys(result.history)).toEqual(["loss", "mae", "valLoss", "valMae"]);
  expect(Object.keys(result.test)).toEqual(["loss", "mae"]);
  const gaps = result.predictions.map(({ predicted, value }: { predicted: number; value: number }) =>
    Math.abs(predicted - value),
  );
  expect(gaps).toHaveLength(5);
  expect(Math.max(...gaps)).toBeLessThan(1);
  // A line an epoch, with the error in thousands of dollars in place of an accuracy.
  expect(trained.stderr).toMatch(
    /Epoch 101\/101 {2}loss 5\d\.\d{4} {2}mae 5\.\d{4} {2}val 7\d\.\d{4} \d\.\d{4} /,
  );

  const files = await readdir(join(cwd, "run"));
  expect(files).toContain("predictions.json");
  expect(files).not.toContain("confusion-matrix.json");
  const predictions = JSON.parse(await readFile(join(cwd, "run", "predictions.json"), "utf8"));
  expect(predictions.feature).toBe("RM");
  for (const [part, rows] of [
    ["train", 404],
    ["test", 102],
  ] as const) {
    for (const column of ["x", "y", "predicted"]) expect(predictions[part][column]).toHaveLength(rows);
  }
  expect(predictions.train.x[0]).toBe(6.142);

  const evaluated = await minibatch("evaluate", "run", "--json");
  expect(JSON.parse(evaluated.stdout)).toMatchObject({
    dataset: "boston-housing",
    samples: 102,
    ...result.test,
  });
  const shown = await minibatch("evaluate", "run");
  expect(shown.stdout).toMatch(
    /^MAE 5\.\d{4}, MSE 5\d\.\d{4}, R² 0\.\d{4} on 102 test samples of Boston housing\n$/,
  );

  const text = await minibatch("train", "--resume", "run", "--epochs", "102");
  expect(text.stdout).toMatch(/prediction for 3 +1\d\.\d+ +11\n/);
  expect(text.stdout).toContain("Test MAE");
});

it("minibatch evaluate, with a model of digits on Boston housing, says what the model takes", async () => {
  const cwd = await temporaryFolder();
  const quick = ["--limit", "64", "--epochs", "1", "--backend", "wasm", "--out", "run", "--quiet"];
  expect((await runCli(["train", "digits-cnn", ...quick], { cwd })).code).toBe(0);
  const { code, stderr } = await runCli(["evaluate", "run", "--dataset", "boston-housing"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain("The model takes inputs of shape [28, 28, 1] and gives 10 numbers");
});

it("minibatch train --validation-split --early-stopping keeps both in the record, and --resume takes no others", async () => {
  const cwd = await temporaryFolder();
  const small = ["--limit", "64", "--backend", "wasm", "--out", "run", "--quiet"];
  const options = [
    "--epochs",
    "30",
    "--learning-rate",
    "0.03",
    "--validation-split",
    "0.25",
    "--early-stopping",
    "1",
  ];
  const { code, stdout } = await runCli(["train", "digits-cnn", ...small, ...options, "--json"], { cwd });
  expect(code).toBe(0);
  const result = JSON.parse(stdout);
  expect(result.settings).toMatchObject({ validationSplit: 0.25, earlyStopping: 1 });
  expect(result.samples).toMatchObject({ train: 48, validation: 16 });
  expect(result.history.loss.length).toBeLessThan(30);
  for (const other of [
    ["--validation-split", "0.5"],
    ["--early-stopping", "9"],
  ]) {
    const resumed = await runCli(["train", "--resume", "run", ...other], { cwd });
    expect(resumed).toMatchObject({ code: 2, stderr: expect.stringContaining(`${other[0]} is ${other[1]}`) });
  }
  const longer = await runCli(["train", "--resume", "run", "--epochs", "60"], { cwd });
  expect(longer).toMatchObject({ code: 2, stderr: expect.stringContaining("Validation got no better") });
});

it.each([
  [["--validation-split", "1"], "from 0 to less than 1"],
  [["--validation-split", "-0.1"], "from 0 to less than 1"],
  [["--early-stopping", "0"], "whole number of at least 1"],
  [["--early-stopping", "--validation-split", "0"], "Leave one of them out"],
])("minibatch train digits-cnn %j is wrong usage", async (args, words) => {
  const { code, stderr } = await runCli(["train", "digits-cnn", ...args], { cwd: await temporaryFolder() });
  expect({ code, said: stderr.includes(words) }).toEqual({ code: 2, said: true });
});
