import "@tensorflow/tfjs-backend-cpu";
import type { NdArray, Samples } from "@minibatch/datasets";
import { linearRegression, mlp, perceptron } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { input, layers, model as functional, sequential, type SymbolicTensor } from "@tensorflow/tfjs-layers";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate, featureMaps, fit, oneHot, predict } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const column = (...values: number[]): NdArray => ({
  data: Float32Array.from(values),
  shape: [values.length],
});
const sparse = { optimizer: "sgd", loss: "sparseCategoricalCrossentropy" };

/** Four rows of two features, and a model that tells three classes apart. */
const x: NdArray = { data: Float32Array.from({ length: 8 }, (_, at) => at / 8), shape: [4, 2] };
const labels: NdArray = { data: Uint8Array.of(0, 2, 1, 1), shape: [4] };

function classifier(options: Parameters<ReturnType<typeof mlp>["compile"]>[0] = sparse) {
  const model = mlp({ inputShape: [2], hidden: [], classes: 3 });
  model.compile(options);
  return model;
}

describe("fit, evaluate and validation say which label is wrong, in which row, and what to do", () => {
  const ofClasses = () => classifier();
  const ofUnit = () => {
    const model = perceptron({ inputShape: [2] });
    model.compile({ optimizer: "sgd", loss: "binaryCrossentropy" });
    return model;
  };

  it.each([
    [ofClasses, [0, 1, 3, 1], "has 3 in row 2. They run from 0 to 3: number the classes from 0"],
    [ofClasses, [1, 2, 3, 1], "has 3 in row 2. They run from 1 to 3: subtract 1 from each."],
    [ofClasses, [0, 2, 1, -1], "has -1 in row 3. -1 often marks rows without a label: leave these out."],
    [ofClasses, [0, 255, 1, 2], "has 255 in row 1. 255 often marks rows without a label: leave these out."],
    [ofClasses, [0, 1, 0.5, 2], "has 0.5 in row 2. Labels are whole numbers of classes"],
    [ofClasses, [0, 1, Number.NaN, 2], "has NaN in row 2. Labels are whole numbers of classes"],
    [ofUnit, [1, 2, 1, 2], "values from 0 to 1, but y has 2 in row 1. They run from 1 to 2: subtract 1"],
    [ofUnit, [1, -1, 1, -1], "has -1 in row 1. They are -1 and 1: give 0 in place of -1."],
    [ofUnit, [0, 1, 2, 0], "Labels of several classes take an output for each"],
  ])("%# %s: %j", async (make, values, message) => {
    const wrong = { x, y: column(...values) };
    const model = make();
    const right = { x, y: column(0, 1, 0, 1) };
    await expectNoLeak(async () => {
      await expect(fit(model, wrong)).rejects.toThrow(message);
      await expect(evaluate(model, wrong)).rejects.toThrow(message);
      await expect(fit(model, right, { validationData: wrong })).rejects.toThrow(
        message.replace("but y", "but validationData.y"),
      );
    });
  });
});

it.each([
  [
    "categoricalCrossentropy",
    labels,
    'Compile with "sparseCategoricalCrossentropy" for labels, or give oneHot(labels, 3).',
  ],
  [
    "sparseCategoricalCrossentropy",
    oneHot(labels.data, 3),
    'Compile with "categoricalCrossentropy" for one-hot rows',
  ],
  ["binaryCrossentropy", labels, "such as oneHot(labels, 3), or make the last layer one unit"],
  ["meanSquaredError", labels, "takes targets [rows, 3] for outputs [rows, 3], but y is [4]"],
  ["meanSquaredError", { data: new Float32Array(8), shape: [4, 2] }, "a value for each output"],
  ["hinge", oneHot(labels.data, 3), "Give -1 in place of 0."],
])("fit(model, samples) says what %s takes in place of other targets", async (loss, y, message) => {
  const model = classifier({ optimizer: "sgd", loss });
  await expectNoLeak(() => expect(fit(model, { x, y })).rejects.toThrow(message));
});

it("fit(model, samples) gives a loss of one's own targets of the output's shape, as tfjs' fit, and no others", async () => {
  const loss = (target: tf.Tensor, output: tf.Tensor) => tf.mean(tf.square(tf.sub(target, output)), -1);
  const model = classifier({ optimizer: "sgd", loss });
  const { loss: found } = await fit(model, { x, y: oneHot(labels.data, 3) });
  expect(found).toHaveLength(1);
  await expect(fit(model, { x, y: labels })).rejects.toThrow("A loss of your own takes targets [rows, 3]");
});

it.each([
  [sparse.loss, "mse", labels],
  [sparse.loss, "categoricalAccuracy", labels],
  ["categoricalCrossentropy", "sparseCategoricalCrossentropy", oneHot(labels.data, 3)],
])(
  "fit(model, samples) refuses with %s the metric %s, which takes other targets",
  async (loss, metric, y) => {
    const model = classifier({ optimizer: "sgd", loss, metrics: [metric] });
    const refusal = { code: "INVALID_ARGUMENT" };
    await expect(fit(model, { x, y })).rejects.toMatchObject(refusal);
    await expect(evaluate(model, { x, y })).rejects.toMatchObject(refusal);
  },
);

it.each<[string, NdArray, RegExp]>([
  [
    "fewer values than the shape says",
    { data: new Float32Array(4), shape: [4, 2] },
    /is 8 values, but holds 4/,
  ],
  [
    "another width",
    { data: new Float32Array(12), shape: [4, 3] },
    /inputs of shape \[2\], but these are \[3\]/,
  ],
  ["as many values in other axes", { data: x.data, shape: [4, 1, 2] }, /give \S*x the shape \[4, 2\]/],
  ["half a row", { data: new Float32Array(3), shape: [1.5, 2] }, /must have the shape \[rows, ...\]/],
  ["no axis", { data: new Float32Array(1), shape: [] }, /must have the shape \[rows, ...\]/],
])("fit, evaluate, predict and featureMaps refuse inputs of %s", async (_, wrong, message) => {
  const model = classifier();
  const samples = {
    x: wrong,
    y: { data: new Uint8Array(wrong.shape[0] ?? 0), shape: wrong.shape.slice(0, 1) },
  };
  const refusal = expect.objectContaining({
    code: "SHAPE_MISMATCH",
    message: expect.stringMatching(message),
  });
  await expectNoLeak(async () => {
    for (const promise of [
      fit(model, samples),
      fit(model, { x, y: labels }, { validationData: samples }),
      evaluate(model, samples),
      predict(model, wrong),
      featureMaps(model, wrong),
    ]) {
      await expect(promise).rejects.toEqual(refusal);
    }
  });
});

it("fit and predict say how to give a tensor", async () => {
  const model = classifier();
  const tensor = tf.ones([4, 2]);
  const samples = { x: tensor, y: labels } as unknown as Samples;
  await expect(fit(model, samples)).rejects.toThrow("{ data: await tensor.data(), shape: tensor.shape }");
  await expect(predict(model, tensor as unknown as NdArray)).rejects.toMatchObject({
    code: "SHAPE_MISMATCH",
  });
  await expect(predict(model, undefined as unknown as NdArray)).rejects.toThrow("x must be { data, shape }");
});

it("fit and evaluate refuse samples without a row; predict gives none back", async () => {
  const model = classifier();
  const none = {
    x: { data: new Float32Array(0), shape: [0, 2] },
    y: { data: new Uint8Array(0), shape: [0] },
  };
  await expect(fit(model, none)).rejects.toThrow("There must be at least one row, but x has none.");
  await expect(evaluate(model, none)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  expect((await predict(model, none.x)).shape).toEqual([0, 3]);
});

it("predict(model, x) refuses a model of several outputs", async () => {
  const inputs = input({ shape: [2] });
  const outputs = [1, 2].map((units) => layers.dense({ units }).apply(inputs) as SymbolicTensor);
  const model = functional({ inputs, outputs });
  await expect(predict(model, x)).rejects.toThrow("this one has 1 and 2");
});

describe("fit(model, samples, { classWeights }) refuses", () => {
  const severalOnes = { data: Uint8Array.of(1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0), shape: [4, 3] };

  it.each<[string, string, NdArray, unknown, string]>([
    ["a class without a weight", sparse.loss, labels, [1, 2], "but row 1 is of class 2"],
    [
      "too few, though no row is of the last class",
      sparse.loss,
      column(0, 1, 0, 1),
      [1, 2],
      "has 2 weights, but the model tells 3",
    ],
    ["too many", sparse.loss, labels, [1, 1, 1, 1], "has 4 weights, but the model tells 3 classes apart"],
    ["an object", sparse.loss, labels, { 0: 1, 1: 2, 2: 1 }, "must be a list"],
    ["rows of several classes", "binaryCrossentropy", severalOnes, [1, 2, 1], "takes rows that sum to 1"],
  ])("%s", async (_, loss, y, weights, message) => {
    const model = classifier({ optimizer: "sgd", loss });
    const classWeights = weights as readonly number[];
    const refusal = { code: "INVALID_ARGUMENT", message: expect.stringContaining(message) };
    await expectNoLeak(() => expect(fit(model, { x, y }, { classWeights })).rejects.toMatchObject(refusal));
  });

  it("a model of several predictions a row, as Keras does", async () => {
    const model = sequential({
      layers: [layers.dense({ inputShape: [2, 2], units: 3, activation: "softmax" })],
    });
    model.compile(sparse);
    const samples = { x: { data: x.data, shape: [2, 2, 2] }, y: { data: labels.data, shape: [2, 2] } };
    await fit(model, samples);
    await expect(fit(model, samples, { classWeights: [1, 2, 3] })).rejects.toThrow("one prediction a row");
  });

  it("a loss that is one number for all rows", async () => {
    const model = classifier({ optimizer: "sgd", loss: tf.losses.meanSquaredError });
    const run = () => fit(model, { x, y: oneHot(labels.data, 3) }, { classWeights: [1, 2, 3] });
    await expectNoLeak(() =>
      expect(run()).rejects.toThrow("the loss of each row, [4], but this loss gives []"),
    );
  });
});

describe("inputScaling", () => {
  const images = { data: Uint8Array.from({ length: 64 }, (_, at) => at * 4), shape: [4, 4, 4, 1] };
  const unscaled = { data: Float32Array.from(images.data), shape: images.shape };
  const floats = { data: unscaled.data.map((value) => value / 255), shape: images.shape };
  const ofImages = () => {
    const model = mlp({ inputShape: [4, 4, 1], hidden: [], classes: 3 });
    model.compile(sparse);
    return model;
  };

  it("predict(model, x) divides bytes of images by 255, a canvas' too, and leaves tables and other numbers as they are", async () => {
    const outputs = async (inputs: NdArray) => (await predict(ofImages(), inputs)).data;
    const expected = await outputs(floats);
    expect(await outputs(images)).toEqual(expected);
    expect(await outputs({ data: new Uint8ClampedArray(images.data), shape: images.shape })).toEqual(
      expected,
    );
    expect(await outputs(unscaled)).not.toEqual(expected);
    const line = linearRegression({ inputShape: [2] });
    const table = await predict(line, { data: Uint8Array.of(30, 2, 40, 3), shape: [2, 2] });
    expect(table).toEqual(await predict(line, { data: Float32Array.of(30, 2, 40, 3), shape: [2, 2] }));
  });

  it("predict(model, x) asks what bytes of 64 columns are, and takes the answer", async () => {
    const model = mlp({ inputShape: [64], hidden: [], classes: 2 });
    const flat = { data: images.data, shape: [1, 64] };
    await expect(predict(model, flat)).rejects.toThrow(
      "may be flattened pictures or a table. Give inputScaling",
    );
    const answered = await predict(model, flat, { inputScaling: { scale: 1 / 255, offset: 0 } });
    expect(answered).toEqual(await predict(model, { data: floats.data, shape: [1, 64] }));
  });

  it("fit(model, samples, { validationData }) refuses data that would be scaled in another way", async () => {
    const validationData = { x: floats, y: labels };
    const run = fit(ofImages(), { x: images, y: labels }, { validationData });
    await expect(run).rejects.toThrow(
      "The model is trained on inputs times 1/255 plus 0, but validationData.x, Float32Array [4, 4, 4, 1], would be taken times 1.",
    );
    await expect(run).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
  });

  it("evaluate, predict and featureMaps refuse to scale in another way than training, unless told to", async () => {
    const model = ofImages();
    await fit(model, { x: images, y: labels });
    const { loss } = await evaluate(model, { x: images, y: labels });
    const refusal = { code: "INVALID_ARGUMENT" };
    await expect(evaluate(model, { x: floats, y: labels })).rejects.toMatchObject(refusal);
    await expect(predict(model, floats)).rejects.toMatchObject(refusal);
    await expect(featureMaps(model, floats)).rejects.toMatchObject(refusal);
    const inputScaling = { scale: 1, offset: 0 };
    expect((await evaluate(model, { x: floats, y: labels }, { inputScaling })).loss).toBeCloseTo(
      loss ?? 0,
      6,
    );
  });

  it("evaluate(model, samples) refuses to leave out the scaling that fit was given", async () => {
    const model = classifier();
    const inputScaling = { scale: [2, 3], offset: 0 };
    await fit(model, { x, y: labels }, { inputScaling });
    await expect(evaluate(model, { x, y: labels })).rejects.toThrow("trained on inputs times [2, 3] plus 0");
    await evaluate(model, { x, y: labels }, { inputScaling });
    // A scaling of ones is none.
    await fit(model, { x, y: labels }, { inputScaling: { scale: [1, 1], offset: 0 } });
    await evaluate(model, { x, y: labels });
  });

  it.each([[{ scale: Number.NaN, offset: 0 }], [{ scale: 1, offset: [0, Number.POSITIVE_INFINITY] }], [{}]])(
    "fit and predict refuse %j",
    async (wrong) => {
      const inputScaling = wrong as { scale: number; offset: number };
      const refusal = { code: "INVALID_ARGUMENT" };
      await expect(fit(classifier(), { x, y: labels }, { inputScaling })).rejects.toMatchObject(refusal);
      await expect(predict(classifier(), x, { inputScaling })).rejects.toMatchObject(refusal);
    },
  );
});

it("fit, evaluate and predict give errors of tfjs and of one's own loss a code, their cause, and leave no tensor", async () => {
  const own = new TypeError("of my own");
  const loss = (): tf.Tensor => {
    throw own;
  };
  const model = classifier({ optimizer: "sgd", loss });
  const samples = { x, y: oneHot(labels.data, 3) };
  const failed = { code: "COMPUTATION_FAILED", cause: own };
  await expectNoLeak(async () => {
    await expect(fit(model, samples)).rejects.toMatchObject(failed);
    await expect(evaluate(model, samples)).rejects.toMatchObject(failed);
  });
  model.dispose();
  await expect(predict(model, x)).rejects.toMatchObject({ code: "COMPUTATION_FAILED" });
  await expect(fit(model, samples)).rejects.toMatchObject({ code: "COMPUTATION_FAILED" });
});
