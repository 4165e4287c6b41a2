import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "@minibatch/backends";
import { cifar10, mnist } from "@minibatch/datasets";
import { cnn, linearRegression, mlp, saveModel } from "@minibatch/models";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { predict, seededRandom } from "@minibatch/training";
import { tensor } from "@tensorflow/tfjs-core";
import { encode } from "fast-png";
import jpeg from "jpeg-js";
import { beforeAll, describe, expect, it } from "vitest";
import { drawnDigit } from "./drawnDigit.ts";
import { runCli } from "./runCli.ts";

beforeAll(() => startBackend("wasm"));

describe("minibatch predict <run> <image...>, of digits that people drew", () => {
  it("knows at least nine of ten, black on white, of any size and anywhere on the page", async (context) => {
    const mirror = requireMirror(context);
    const cwd = await temporaryFolder();
    const training = [
      "train",
      "mnist-mlp-512",
      "--limit",
      "20000",
      "--epochs",
      "2",
      "--out",
      "run",
      "--quiet",
    ];
    const source = ["--mirror", mirror, "--cache-dir", join(cwd, "cache")];
    expect(await runCli([...training, "--backend", "wasm", ...source], { cwd })).toMatchObject({ code: 0 });
    const { test } = await mnist.load({ mirror, split: "test" });
    const random = seededRandom(7, "drawn digits");
    const rows = Array.from({ length: 50 }, () => Math.floor(random() * 10_000));
    for (const [file, row] of rows.entries()) {
      const image = test.x.data.subarray(row * 784, (row + 1) * 784);
      await writeFile(join(cwd, `${file}.png`), drawnDigit(image, random).png);
    }
    const files = rows.map((_, file) => `${file}.png`);
    const { code, stdout } = await runCli(["predict", "run", ...files, "--json"], { cwd });
    expect(code).toBe(0);
    const predictions: { class: string }[] = JSON.parse(stdout).predictions;
    const right = predictions.filter((one, file) => Number(one.class) === test.y.data[rows[file] ?? 0]);
    expect(right.length).toBeGreaterThanOrEqual(45);
  }, 180_000);
});

describe("minibatch predict <run> <image...>, of a model of photographs", () => {
  /** A photograph of 32 x 32 in which every pixel differs. */
  const pixels = Uint8Array.from({ length: 32 * 32 * 3 }, (_, at) => (at * 37) % 256);

  /** A folder with a model, and what the model makes of the photograph. */
  async function withModel() {
    const cwd = await temporaryFolder();
    const model = cnn({ inputShape: [32, 32, 3], blocks: [{ filters: [4], pool: 4 }], classes: 10 });
    const inputScaling = { scale: 1 / 255, offset: 0 };
    const { classNames } = cifar10;
    await saveModel(model, join(cwd, "model"), { classNames, inputScaling, dataset: "cifar-10" });
    const expected = await predict(model, { data: pixels, shape: [1, 32, 32, 3] }, { inputScaling });
    model.dispose();
    return { cwd, expected: Array.from(expected.data) };
  }

  /** The photograph three times as large, on a page that is wider. */
  function wide(channels: 3 | 4): Uint8Array {
    const data = new Uint8Array(96 * 120 * channels).fill(255);
    for (let y = 0; y < 96; y++) {
      for (let x = 0; x < 96; x++) {
        const from = (Math.floor(y / 3) * 32 + Math.floor(x / 3)) * 3;
        data.set(pixels.subarray(from, from + 3), (y * 120 + 12 + x) * channels);
      }
    }
    return data;
  }

  it("takes the middle of an image in colour, scaled to what the model takes", async () => {
    const { cwd, expected } = await withModel();
    await writeFile(join(cwd, "small.png"), encode({ width: 32, height: 32, channels: 3, data: pixels }));
    await writeFile(join(cwd, "large.png"), encode({ width: 120, height: 96, channels: 3, data: wide(3) }));
    const photo = jpeg.encode({ width: 120, height: 96, data: wide(4) }, 100).data;
    await writeFile(join(cwd, "photo.jpg"), photo);
    const images = ["small.png", "large.png", "photo.jpg"];
    const { code, stdout } = await runCli(["predict", "model", ...images, "--json"], { cwd });
    expect(code).toBe(0);
    const [small, large, jpg] = JSON.parse(stdout).predictions.map(
      (one: { probabilities: Record<string, number> }) =>
        cifar10.classNames.map((name) => one.probabilities[name]),
    );
    for (const [label, probability] of expected.entries()) {
      expect(small[label]).toBeCloseTo(probability, 6);
      expect(large[label]).toBeCloseTo(probability, 6);
      // A JPEG keeps colours at half the resolution.
      expect(jpg[label]).toBeCloseTo(probability, 1);
    }
  });

  it("draws the image, and a bar for each of the likeliest classes", async () => {
    const { cwd, expected } = await withModel();
    await writeFile(join(cwd, "small.png"), encode({ width: 32, height: 32, channels: 3, data: pixels }));
    const { stdout } = await runCli(["predict", "model", "small.png"], { cwd, env: { FORCE_COLOR: "1" } });
    const likeliest = cifar10.classNames[expected.indexOf(Math.max(...expected))];
    expect(stdout).toContain(likeliest);
    expect(stdout.match(/\d\.\d %/g)).toHaveLength(5);
  });
});

describe("minibatch predict <run> <numbers...>", () => {
  /** A model that predicts 2 * RM - LSTAT + 1 of unscaled features. */
  async function withModel(features: readonly string[] = ["RM", "LSTAT"]) {
    const cwd = await temporaryFolder();
    const model = linearRegression({ inputShape: [features.length] });
    const kernel = tensor([2, -1].slice(0, features.length), [features.length, 1]);
    const bias = tensor([0]);
    model.setWeights([kernel, bias]);
    kernel.dispose();
    bias.dispose();
    const inputScaling = { scale: features.map(() => 1), offset: [0.5, 0].slice(0, features.length) };
    await saveModel(model, join(cwd, "model"), {
      featureNames: features,
      inputScaling,
      dataset: "boston-housing",
    });
    model.dispose();
    return cwd;
  }
  const predictions = (stdout: string): { predicted: number }[] => JSON.parse(stdout).predictions;

  it("takes numbers by place and by name, scaled as the model was trained", async () => {
    const cwd = await withModel();
    const inputs = ["6,3", "LSTAT=3,rm=6", "0.5,-1"];
    const { code, stdout } = await runCli(["predict", "model", ...inputs, "--json"], { cwd });
    expect(code).toBe(0);
    expect(predictions(stdout)).toEqual([
      { input: "6,3", features: { RM: 6, LSTAT: 3 }, predicted: 10 },
      { input: "LSTAT=3,rm=6", features: { RM: 6, LSTAT: 3 }, predicted: 10 },
      { input: "0.5,-1", features: { RM: 0.5, LSTAT: -1 }, predicted: 3 },
    ]);
  });

  it("prints a table with the name and the unit of what it predicts", async () => {
    const cwd = await withModel(["RM"]);
    const { stdout } = await runCli(["predict", "model", "3", "6.5"], { cwd });
    expect(stdout.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " | "))).toEqual([
      "RM | price in $1000",
      "3 | 7.00",
      "6.5 | 14.00",
      "",
    ]);
  });

  it("takes samples of the dataset, with the features of the model and their true value", async (context) => {
    const mirror = requireMirror(context);
    const cwd = await withModel();
    const { stdout } = await runCli(
      ["predict", "model", "boston-housing:train:0", "--json", "--mirror", mirror],
      {
        cwd,
      },
    );
    // The first training row has 6.142 rooms, 18.72 % of lower status, and costs 15.2 (Keras' split).
    const [sample] = predictions(stdout);
    expect(sample).toMatchObject({ features: { RM: 6.142, LSTAT: 18.72 }, actual: 15.2 });
    expect(sample?.predicted).toBeCloseTo(2 * (6.142 + 0.5) - 18.72, 4);
  });

  it.each([
    ["6", 2, "2 values (RM, LSTAT); 6 has 1"],
    ["RM=6", 2, "lacks LSTAT"],
    ["RN=6,LSTAT=1", 2, "Did you mean RM?"],
    ["digit.png", 2, '"digit.png" is not a number'],
    ["6,", 2, '"" is not a number'],
    ["mnist:test:0", 1, "which mnist:test:0 does not have"],
  ])("says what is wrong with %s", async (input, code, words) => {
    const cwd = await withModel();
    const result = await runCli(["predict", "model", input], { cwd });
    expect(result).toMatchObject({ code, stdout: "", stderr: expect.stringContaining(words) });
  });
});

describe("minibatch predict <run> <image...>, with a model of something else", () => {
  it("says what the model takes", async () => {
    const cwd = await temporaryFolder();
    const model = mlp({ inputShape: [4], hidden: [3], classes: 2 });
    await saveModel(model, join(cwd, "model"), { classNames: ["cat", "dog"] });
    model.dispose();
    const result = await runCli(["predict", "model", "picture.png"], { cwd });
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining("inputs of shape [4]") });
  });
});
