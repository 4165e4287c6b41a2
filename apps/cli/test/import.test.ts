import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startBackend } from "@minibatch/backends";
import { linearRegression, loadModel, mlp, saveModel } from "@minibatch/models";
import { findRecipe } from "@minibatch/recipes";
import { temporaryFolder } from "@minibatch/testing";
import { type Tensor, tensor, tidy } from "@tensorflow/tfjs-core";
import {
  input,
  layers,
  type LayersModel,
  model as createModel,
  type SymbolicTensor,
  sequential,
} from "@tensorflow/tfjs-layers";
import { encode } from "fast-png";
import { beforeAll, expect, it } from "vitest";
import { runCli } from "./runCli.ts";

beforeAll(() => startBackend("cpu"));

/** A folder with a file of Keras in it. */
async function folderWith(model: LayersModel, file = "course.keras"): Promise<string> {
  const cwd = await temporaryFolder();
  await saveModel(model, join(cwd, file));
  model.dispose();
  return cwd;
}

const digits = () => mlp({ inputShape: [28, 28, 1], hidden: [4], classes: 10 });

async function json(cwd: string, ...argv: string[]) {
  const { code, stdout, stderr } = await runCli([...argv, "--json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

async function refusal(cwd: string, ...argv: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(["import", ...argv], { cwd });
  expect([code, stdout]).toEqual([2, ""]);
  return stderr;
}

it("minibatch import model.keras makes a folder that predict, evaluate, summary and export take without another option", async () => {
  const cwd = await folderWith(digits());
  const given = ["--scale", "1/255", "--dataset", "synthetic-digits", "--out", "runs/imported"];
  expect(await json(cwd, "import", "course.keras", ...given)).toEqual({
    model: "course.keras",
    out: join("runs", "imported"),
    inputs: [[28, 28, 1]],
    outputs: [[10]],
    parameters: 3190,
    classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    inputScaling: { scale: 1 / 255, offset: 0 },
    dataset: "synthetic-digits",
  });
  const cpu = ["--backend", "cpu"];
  const sample = "synthetic-digits:test:0";
  const { predictions } = await json(cwd, "predict", "runs/imported", sample, ...cpu);
  expect(Object.keys(predictions[0].probabilities)).toHaveLength(10);
  expect(await json(cwd, "evaluate", "runs/imported", "--limit", "20", ...cpu)).toMatchObject({
    dataset: "synthetic-digits",
    samples: 20,
  });
  expect((await json(cwd, "summary", "runs/imported")).parameters).toBe(3190);
  await json(cwd, "export", "runs/imported", "--to", "keras", "--out", "back.keras");
  expect((await json(cwd, "predict", "back.keras", sample, ...cpu)).predictions).toEqual(predictions);
});

it("minibatch import asks for the range of pixels where a model does not say it, also of flattened pictures, and else asks nothing", async () => {
  const cwd = await folderWith(digits());
  expect(await refusal(cwd, "course.keras")).toContain(
    "course.keras takes pictures, [28, 28, 1], and does not say in which range. Add what it was trained with: --scale 0..1",
  );
  const flat = await folderWith(mlp({ inputShape: [784], hidden: [], classes: 10 }));
  expect(await refusal(flat, "course.keras")).toContain("or --scale 1 where these are columns");
  const columns = await folderWith(linearRegression({ inputShape: [3] }));
  expect(await json(columns, "import", "course.keras")).toMatchObject({
    out: join("runs", "course-1"),
    inputScaling: null,
  });
  expect((await json(columns, "import", "course.keras")).out).toBe(join("runs", "course-2"));
  const { predictions } = await json(columns, "predict", "runs/course-1", "1,2,3", "--backend", "cpu");
  expect(predictions).toHaveLength(1);
  const scaling = layers.rescaling({ scale: 1 / 255 });
  const pixels = input({ shape: [8, 8] });
  const dense = layers.dense({ units: 2 }).apply(layers.flatten().apply(scaling.apply(pixels)));
  const itself = await folderWith(createModel({ inputs: pixels, outputs: dense as SymbolicTensor }));
  expect(await json(itself, "import", "course.keras")).toMatchObject({
    inputScaling: { scale: 1, offset: 0 },
  });
});

it("minibatch import takes names of classes, and refuses others than there are, and a dataset of another shape", async () => {
  const cwd = await folderWith(mlp({ inputShape: [2], hidden: [], classes: 2 }));
  await writeFile(join(cwd, "labels.txt"), "ham\nspam\n");
  await writeFile(join(cwd, "three.txt"), "a\nb\nc\n");
  const { stderr } = await runCli(["import", "course.keras", "--out", "numbered"], { cwd });
  expect(stderr).toContain("Its classes are numbered: --labels labels.txt names them");
  await json(cwd, "import", "course.keras", "--labels", "labels.txt", "--out", "mail");
  const { predictions } = await json(cwd, "predict", "mail", "1,2", "--backend", "cpu");
  expect(Object.keys(predictions[0].probabilities)).toEqual(["ham", "spam"]);
  const other = await runCli(["import", "course.keras", "--labels", "three.txt"], { cwd });
  expect([other.code, other.stderr]).toEqual([
    1,
    expect.stringContaining("there are names for 3 classes (a, b, c)"),
  ]);
  const misfit = await runCli(["import", "course.keras", "--dataset", "mnist"], { cwd });
  expect([misfit.code, misfit.stderr]).toEqual([
    1,
    expect.stringContaining(
      "The model takes inputs of shape [2] and gives 2 numbers; MNIST has inputs of shape [28, 28, 1]",
    ),
  ]);
  expect(await refusal(cwd, "course.keras", "--out", "mail")).toContain("mail already holds a model");
});

it("minibatch import lists the outputs of a model that has several, and keeps the one that is named", async () => {
  const columns = input({ shape: [3] });
  const head = (name: string, units: number) =>
    layers.dense({ name, units, activation: "softmax" }).apply(columns) as SymbolicTensor;
  const cwd = await folderWith(
    createModel({ inputs: columns, outputs: [head("kind", 2), head("colour", 4)] }),
  );
  expect(await refusal(cwd, "course.keras")).toContain(
    "The model has 2 outputs. Name the one that answers with --output: kind [2], colour [4].",
  );
  expect(await refusal(cwd, "course.keras", "--output", "size")).toContain('The model has no output "size".');
  await writeFile(join(cwd, "colours.txt"), "red\ngreen\nblue\nwhite\n");
  await json(
    cwd,
    "import",
    "course.keras",
    "--output",
    "colour",
    "--labels",
    "colours.txt",
    "--out",
    "colours",
  );
  const { predictions } = await json(cwd, "predict", "colours", "1,2,3", "--backend", "cpu");
  expect(Object.keys(predictions[0].probabilities)).toEqual(["red", "green", "blue", "white"]);
});

/** 32 x 32 pixels in colour, each unlike its neighbours. */
const picture = Uint8Array.from({ length: 3072 }, (_, at) => (at * 37 + Math.floor(at / 96) * 11) % 256);

it("minibatch import lets a model that takes its channels first take pictures as they come", async () => {
  const first = { dataFormat: "channelsFirst" } as const;
  const network = sequential({
    layers: [
      layers.conv2d({ inputShape: [3, 32, 32], filters: 2, kernelSize: 3, strides: 4, ...first }),
      layers.flatten(first),
      layers.dense({ units: 10, activation: "softmax" }),
    ],
  });
  // The same pixels, a plane for each channel.
  const planes = Float32Array.from(
    picture,
    (_, at) => (picture[(at % 1024) * 3 + Math.floor(at / 1024)] ?? 0) / 255,
  );
  const expected = tidy(() => (network.predict(tensor(planes, [1, 3, 32, 32])) as Tensor).dataSync().slice());
  const cwd = await folderWith(network);
  await writeFile(join(cwd, "picture.png"), encode({ width: 32, height: 32, channels: 3, data: picture }));
  const given = ["--scale", "0..1", "--dataset", "cifar-10", "--out", "last"];
  expect(await json(cwd, "import", "course.keras", ...given)).toMatchObject({ inputs: [[32, 32, 3]] });
  const { predictions } = await json(cwd, "predict", "last", "picture.png", "--backend", "cpu");
  const found = Object.values<number>(predictions[0].probabilities);
  for (const [index, probability] of expected.entries()) expect(found[index]).toBeCloseTo(probability, 5);
});

it("minibatch import model.weights.h5 takes the layers of a recipe or a model", async () => {
  const trained = findRecipe("mnist-softmax").createModel(3);
  const expected = [...(trained.getWeights()[0]?.dataSync() ?? [])].slice(0, 5);
  const cwd = await folderWith(trained, "course.weights.h5");
  expect(await refusal(cwd, "course.weights.h5")).toContain(
    "course.weights.h5 holds weights without layers. Name a recipe with the same layers, or a model, with --architecture",
  );
  const given = ["--scale", "0..1", "--dataset", "mnist"];
  for (const [architecture, out] of [
    ["mnist-softmax", "first"],
    ["first", "second"],
  ] as const) {
    await json(cwd, "import", "course.weights.h5", "--architecture", architecture, ...given, "--out", out);
    const { model } = await loadModel(join(cwd, out));
    expect([...(model.getWeights()[0]?.dataSync() ?? [])].slice(0, 5)).toEqual(expected);
    model.dispose();
  }
  const wrong = await runCli(["import", "course.weights.h5", "--architecture", "mnist-mlp-128", ...given], {
    cwd,
  });
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("kernel")]);
  expect(await refusal(cwd, "first/model.json", "--architecture", "mnist-softmax")).toContain(
    "leave --architecture out",
  );
});
