import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "@minibatch/backends";
import { syntheticDigits } from "@minibatch/datasets";
import { linearRegression, mlp, type ModelMetadata, perceptron, saveModel } from "@minibatch/models";
import { temporaryFolder } from "@minibatch/testing";
import { tensor, tidy } from "@tensorflow/tfjs-core";
import { layers, type LayersModel, sequential } from "@tensorflow/tfjs-layers";
import { encode } from "fast-png";
import { beforeAll, describe, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

beforeAll(() => startBackend("cpu"));

async function json(cwd: string, ...argv: string[]) {
  const { code, stdout, stderr } = await runCli([...argv, "--backend", "cpu", "--json"], { cwd });
  expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
  return { stderr, ...JSON.parse(stdout) };
}

async function saved(model: LayersModel, metadata?: ModelMetadata): Promise<string> {
  const cwd = await temporaryFolder();
  await saveModel(model, join(cwd, "model"), metadata);
  model.dispose();
  return cwd;
}

/** Takes away what only we write, so that the model might be anybody's. */
async function forget(cwd: string): Promise<void> {
  const path = join(cwd, "model", "model.json");
  const { userDefinedMetadata: _, ...rest } = JSON.parse(await readFile(path, "utf8"));
  await writeFile(path, JSON.stringify(rest));
}

describe("minibatch predict <model> <numbers...>", () => {
  it("prints all values of a model that gives several", async () => {
    const model = mlp({ inputShape: [2], hidden: [], outputs: 2 });
    tidy(() => model.setWeights([tensor([1, 2, 3, 4], [2, 2]), tensor([0.5, 0])]));
    const cwd = await saved(model);
    const { predictions } = await json(cwd, "predict", "model", "1,0", "-1,1");
    expect(predictions).toEqual([
      { input: "1,0", features: { x0: 1, x1: 0 }, predicted: [1.5, 2] },
      { input: "-1,1", features: { x0: -1, x1: 1 }, predicted: [2.5, 2] },
    ]);
    const { stdout } = await runCli(["predict", "model", "1,0", "--backend", "cpu"], { cwd });
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["input", "y0", "y1"],
      ["1,0", "1.50", "2.00"],
      [""],
    ]);
  });

  it("tells classes from columns, also by one sigmoid unit", async () => {
    const model = perceptron({ inputShape: [2] });
    tidy(() => model.setWeights([tensor([2, 0], [2, 1]), tensor([0])]));
    const cwd = await saved(model, { classNames: ["ham", "spam"], featureNames: ["links", "words"] });
    const { predictions } = await json(cwd, "predict", "model", "1,5", "links=-1,words=0");
    expect(predictions).toMatchObject([
      { input: "1,5", features: { links: 1, words: 5 }, class: "spam" },
      { class: "ham" },
    ]);
    const spam = 1 / (1 + Math.exp(-2));
    expect(predictions[0].probabilities.spam).toBeCloseTo(spam, 5);
    expect(predictions[0].probabilities.ham).toBeCloseTo(1 - spam, 5);
    const { stdout } = await runCli(["predict", "model", "1,5", "--backend", "cpu"], { cwd });
    expect(stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
      ["input", "class", "probability"],
      ["1,5", "spam", "88.1 %"],
      [""],
    ]);
  });

  it("names all classes that are there, of those that are there or not by themselves", async () => {
    const model = sequential({
      layers: [layers.dense({ units: 3, activation: "sigmoid", inputShape: [1] })],
    });
    tidy(() => model.setWeights([tensor([9, -9, 9], [1, 3]), tensor([0, 0, 0])]));
    const cwd = await saved(model, { classNames: ["rain", "snow", "wind"] });
    expect((await json(cwd, "predict", "model", "1")).predictions[0].classes).toEqual(["rain", "wind"]);
    const { stdout } = await runCli(["predict", "model", "1", "--backend", "cpu"], { cwd });
    expect(stdout).toContain("rain, wind");
  });

  it("refuses what it cannot read as one answer, and --labels of another number", async () => {
    const cwd = await saved(linearRegression({ inputShape: [2] }));
    await writeFile(join(cwd, "three.txt"), "a\nb\nc\n");
    expect(
      await runCli(["predict", "model", "1,2", "--labels", "three.txt", "--backend", "cpu"], { cwd }),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        "The model gives 1 number for each input, but there are names for 3 classes (a, b, c).",
      ),
    });
  });

  it("takes a model by its JSON file", async () => {
    const cwd = await saved(linearRegression({ inputShape: [1] }));
    await rename(join(cwd, "model", "model.json"), join(cwd, "model", "best.json"));
    expect((await json(cwd, "predict", "model/best.json", "0")).predictions[0].predicted).toBe(0);
  });
});

/** The weights of a layer that knows digits a little: the mean image of each class, less half its square. */
async function meanImages(order: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) {
  const { train } = await syntheticDigits.load({ limit: { train: 500, test: 0 } });
  const kernel = new Float32Array(784 * 10);
  const bias = new Float32Array(10);
  for (const [column, label] of order.entries()) {
    const images = [...train.y.data.keys()].filter((row) => train.y.data[row] === label);
    for (let pixel = 0; pixel < 784; pixel++) {
      const sum = images.reduce((total, row) => total + (train.x.data[row * 784 + pixel] ?? 0) / 255, 0);
      const mean = sum / images.length;
      kernel[pixel * 10 + column] = mean;
      bias[column] = (bias[column] ?? 0) - mean ** 2 / 2;
    }
  }
  return { kernel, bias };
}

async function digits(inputShape: number[], order?: readonly number[]): Promise<LayersModel> {
  const { kernel, bias } = await meanImages(order);
  const dense = layers.dense({
    units: 10,
    activation: "softmax",
    ...(inputShape.length === 1 && { inputShape }),
  });
  const model = sequential({
    layers: inputShape.length === 1 ? [dense] : [layers.flatten({ inputShape }), dense],
  });
  tidy(() => model.setWeights([tensor(kernel, [784, 10]), tensor(bias)]));
  return model;
}

describe("minibatch predict and evaluate, with models of digits from elsewhere", () => {
  const names = ["predict", "model", "synthetic-digits:test:0", "digit.png"];

  async function withDigit(inputShape: number[], metadata: ModelMetadata) {
    const cwd = await saved(await digits(inputShape), metadata);
    const { test } = await syntheticDigits.load({ split: "test", limit: 1 });
    await writeFile(
      join(cwd, "digit.png"),
      encode({ width: 28, height: 28, channels: 1, data: test.x.data }),
    );
    return cwd;
  }

  it("take inputs of [28, 28] and [784] as those of [28, 28, 1]", async () => {
    const metadata = { classNames: syntheticDigits.classNames, inputScaling: { scale: 1 / 255, offset: 0 } };
    const found = [];
    for (const inputShape of [[28, 28, 1], [28, 28], [784]]) {
      const cwd = await withDigit(inputShape, metadata);
      const { predictions } = await json(cwd, ...names);
      const { accuracy, loss } = await json(
        cwd,
        "evaluate",
        "model",
        "--dataset",
        "synthetic-digits",
        "--limit",
        "200",
      );
      expect(accuracy).toBeGreaterThan(0.5);
      found.push({ accuracy, loss, predictions });
    }
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it("say what they assume of a model that says nothing, and take --labels and --scale in its place", async () => {
    const cwd = await withDigit([784], {});
    await writeFile(join(cwd, "labels.txt"), "zero\none\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n");
    const before = await runCli([...names, "--backend", "cpu"], { cwd });
    expect(before.stderr).toContain("--labels labels.txt names them");
    expect(before.stderr).toContain("--scale names another");
    const told = await json(cwd, ...names, "--labels", "labels.txt", "--scale", "0..1");
    expect(told.stderr).toBe("");
    expect(Object.keys(told.predictions[0].probabilities)).toContain("seven");
    const other = await json(cwd, ...names, "--labels", "labels.txt", "--scale", "-1..1");
    expect(other.predictions[0].probabilities).not.toEqual(told.predictions[0].probabilities);
  });

  it("use the labels and the scaling in a metadata.json of Teachable Machine", async () => {
    const cwd = await withDigit([28, 28, 1], { dataset: "taken away below" });
    await forget(cwd);
    const labels = Array.from({ length: 10 }, (_, at) => `class ${at}`);
    const teachable = { tmVersion: "2.4.7", packageName: "@teachablemachine/image", labels, imageSize: 28 };
    await writeFile(join(cwd, "model", "metadata.json"), JSON.stringify(teachable));
    const { stderr, predictions } = await json(cwd, ...names);
    expect(stderr).toBe("");
    expect(Object.keys(predictions[0].probabilities)).toEqual(labels);
    const same = await json(cwd, ...names, "--scale", "-1..1.007874");
    for (const label of labels) {
      expect(same.predictions[0].probabilities[label]).toBeCloseTo(predictions[0].probabilities[label], 4);
    }
  });

  it("measure a model with its classes in another order by their names", async () => {
    const order = [0, 8, 5, 4, 9, 1, 7, 6, 3, 2];
    const metadata = { inputScaling: { scale: 1 / 255, offset: 0 } };
    const argv = ["evaluate", "model", "--dataset", "synthetic-digits", "--limit", "100"];
    const straight = await saved(await digits([784]), metadata);
    const mixed = await saved(await digits([784], order), metadata);
    await writeFile(join(mixed, "labels.txt"), order.join("\n"));
    const expected = await json(straight, ...argv);
    const { accuracy, confusionMatrix } = await json(mixed, ...argv, "--labels", "labels.txt");
    expect({ accuracy, confusionMatrix }).toEqual({
      accuracy: expected.accuracy,
      confusionMatrix: expected.confusionMatrix,
    });
    await writeFile(join(mixed, "words.txt"), order.map((digit) => `digit ${digit}`).join("\n"));
    const guessed = await json(mixed, ...argv, "--labels", "words.txt");
    expect(guessed.stderr).toContain("The model calls its classes digit 0, digit 8");
    await writeFile(join(mixed, "wrong.txt"), "0\n1\n2\n3\n4\n5\n6\n7\n8\nten");
    expect(
      await runCli([...argv, "--labels", "wrong.txt", "--backend", "cpu"], { cwd: mixed }),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('has a class "9"'),
    });
  });
});
