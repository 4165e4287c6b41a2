import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { DeferredData } from "../src/DeferredData.ts";
import { installWasmKernels } from "../src/index.ts";
import { runningWasmBackend } from "../src/runningWasmBackend.ts";
import { sample, startBackends, variants } from "./againstCpu.ts";

const { layers } = tfl;

/** Layers that keep an image, or a row, what it is. */
const ofImages = {
  conv: () => layers.conv2d({ filters: 4, kernelSize: 3, padding: "same", activation: "relu" }),
  strided: () => layers.conv2d({ filters: 5, kernelSize: 2, strides: 2, activation: "elu" }),
  depthwise: () => layers.depthwiseConv2d({ kernelSize: 3, padding: "same" }),
  norm: () => layers.batchNormalization({}),
  activation: () => layers.activation({ activation: "gelu" }),
  rescaling: () => layers.rescaling({ scale: 0.5, offset: -1 }),
  leaky: () => layers.leakyReLU({ alpha: 0.1 }),
  padding: () => layers.zeroPadding2d({ padding: 1 }),
  dropout: () => layers.dropout({ rate: 0.5 }),
  pool: () => layers.maxPooling2d({ poolSize: 2, padding: "same" }),
} satisfies Readonly<Record<string, () => tfl.layers.Layer>>;
const ofRows = {
  relu: () => layers.dense({ units: 7, activation: "relu" }),
  sigmoid: () => layers.dense({ units: 3, activation: "sigmoid" }),
  norm: () => layers.batchNormalization({}),
  dropout: () => layers.dropout({ rate: 0.5 }),
  softmax: () => layers.dense({ units: 4, activation: "softmax" }),
} satisfies Readonly<Record<string, () => tfl.layers.Layer>>;

function build(
  images: readonly (keyof typeof ofImages)[],
  rows: readonly (keyof typeof ofRows)[],
): tfl.Sequential {
  const model = tfl.sequential({ layers: [layers.inputLayer({ inputShape: [9, 8, 3] })] });
  for (const name of images) model.add(ofImages[name]());
  model.add(images.length % 2 === 0 ? layers.flatten() : layers.globalAveragePooling2d({}));
  for (const name of rows) model.add(ofRows[name]());
  return model;
}

/** A block with two ways, as a residual network has it. */
function branching(): tfl.LayersModel {
  const input = tfl.input({ shape: [9, 8, 3] });
  const first = layers.conv2d({ filters: 4, kernelSize: 3, padding: "same" }).apply(input);
  const second = layers.batchNormalization({}).apply(first);
  const sum = layers.add().apply([first, second] as tfl.SymbolicTensor[]);
  const pooled = layers.maxPooling2d({ poolSize: 2 }).apply(sum) as tfl.SymbolicTensor;
  const both = layers.concatenate().apply([pooled, pooled]) as tfl.SymbolicTensor;
  return tfl.model({ inputs: input, outputs: both });
}

/** Gives every weight values of its own, so that none is zero or one. */
function setWeights(model: tfl.LayersModel, seed: number): void {
  tf.tidy(() =>
    model.setWeights(
      model.getWeights().map((weight, i) => tf.abs(tf.add(sample(weight.shape, seed + i), 0.01))),
    ),
  );
}

async function predictOn(
  backend: string,
  model: tfl.LayersModel,
  rows: number,
  seed: number,
  batchSize: number,
): Promise<number[]> {
  await tf.setBackend(backend);
  const values = await expectNoLeak(async () => {
    const y = tf.tidy(() => model.predict(sample([rows, 9, 8, 3], seed), { batchSize }) as tf.Tensor);
    const read = [...(await y.data())];
    y.dispose();
    return read;
  });
  await tf.setBackend("wasm");
  return values;
}

async function expectAsCpu(
  model: tfl.LayersModel,
  rows: number,
  seed: number,
  batchSize = 32,
): Promise<void> {
  const expected = await predictOn("cpu", model, rows, seed, batchSize);
  const largest = Math.max(...expected.map(Math.abs), 1e-3);
  const actual = await predictOn("wasm", model, rows, seed, batchSize);
  expect(actual).toHaveLength(expected.length);
  const gaps = expected.map((value, i) => Math.abs(value - (actual[i] ?? Number.NaN)));
  expect(Math.max(...gaps)).toBeLessThan(1e-4 * largest);
}

/** How many operations tfjs was asked for. */
function operationsOf(compute: () => tf.Tensor): number {
  const spy = vi.spyOn(tf.engine(), "runKernel");
  compute().dispose();
  const { length } = spy.mock.calls;
  spy.mockRestore();
  return length;
}

describe.each(variants)("predict(x) from its plan, %s", (_, options) => {
  beforeAll(() => startBackends(options));

  it("equals cpu, again after the weights were set, and for other numbers of rows", async () => {
    const names = <Name extends string>(of: Readonly<Record<Name, unknown>>, most: number) =>
      fc.array(fc.constantFrom(...(Object.keys(of) as Name[])), { minLength: 1, maxLength: most });
    await fc.assert(
      fc.asyncProperty(names(ofImages, 4), names(ofRows, 3), fc.nat(100), async (images, rows, seed) => {
        const model = build(images, rows);
        setWeights(model, seed);
        for (const [count, batchSize] of [
          [1, 32],
          [1, 32],
          [5, 2],
          [5, 2],
        ] as const) {
          await expectAsCpu(model, count, seed + count, batchSize);
        }
        setWeights(model, seed + 1);
        await expectAsCpu(model, 1, seed);
        model.dispose();
      }),
      { seed: 1, numRuns: 8 },
    );
  });

  it("equals cpu where layers branch", async () => {
    const model = branching();
    setWeights(model, 1);
    for (const seed of [1, 2, 3]) await expectAsCpu(model, 3, seed);
    model.dispose();
  });
});

describe("predict(x) from its plan", () => {
  beforeAll(() => startBackends());

  it.each([
    ["pools in the pass of a convolution whose image nobody else reads", false, 1],
    ["computes an image that is pooled and read as well", true, 0],
  ])("%s", (_name, isReadAsWell, times) => {
    const input = tfl.input({ shape: [9, 8, 3] });
    const image = layers.conv2d({ filters: 4, kernelSize: 3, activation: "relu" }).apply(input);
    const pooled = layers.maxPooling2d({ poolSize: 2 }).apply(image) as tfl.SymbolicTensor;
    const flat = [pooled, image].map((tensor) => layers.flatten().apply(tensor) as tfl.SymbolicTensor);
    const outputs = isReadAsWell ? (layers.concatenate().apply(flat) as tfl.SymbolicTensor) : pooled;
    const model = tfl.model({ inputs: input, outputs });
    const x = sample([3, 9, 8, 3], 1);
    const predict = () => tf.tidy(() => [...(model.predict(x) as tf.Tensor).dataSync()]);
    const [first] = [predict(), predict()];
    const pool = vi.spyOn(DeferredData.prototype, "pool");
    expect(predict()).toEqual(first);
    expect(pool).toHaveBeenCalledTimes(times);
    model.dispose();
    x.dispose();
  });

  // Where the pixels lie, and by Winograd's algorithm; of whole pairs of vectors, and with one left over; with a row and a column that fill no window.
  it.each([
    { channels: 3, filters: 8 },
    { channels: 16, filters: 20 },
  ])("pools as one operation after the other does, and notes no places, for %j", ({ channels, filters }) => {
    const model = tfl.sequential({
      layers: [
        layers.conv2d({ inputShape: [9, 7, channels], filters, kernelSize: 3, padding: "same" }),
        layers.maxPooling2d({ poolSize: 2 }),
      ],
    });
    const ordinary = sample([3, 9, 7, channels], 1);
    const special = tf.tidy(() => {
      const values = sample([3, 9, 7, channels], 2);
      return tf.where(tf.greater(values, 0.98), Number.NaN, values);
    });
    const [filter, bias] = model.getWeights() as [tf.Tensor4D, tf.Tensor];
    const compute = (x: tf.Tensor) =>
      tf.tidy(() => {
        const convolved = tf.add<tf.Tensor4D>(tf.conv2d(x as tf.Tensor4D, filter, 1, "same"), bias);
        return [...tf.maxPool(convolved, 2, 2, "valid").dataSync()];
      });
    const predict = (x: tf.Tensor) => tf.tidy(() => [...(model.predict(x) as tf.Tensor).dataSync()]);
    const expected = [ordinary, special].map(compute);
    expect(expected[1]).toContain(Number.NEGATIVE_INFINITY);
    predict(ordinary);
    const malloc = vi.spyOn(runningWasmBackend().wasm, "_malloc");
    expect([ordinary, special].map(predict)).toEqual(expected);
    const places = 3 * 4 * 3 * filters;
    expect(malloc).toHaveBeenCalledWith(4 * places);
    expect(malloc).not.toHaveBeenCalledWith(places + 1);
    malloc.mockRestore();
    tf.dispose([ordinary, special]);
    model.dispose();
  });

  it("asks tfjs for no operation from the second time on", () => {
    const model = build(["conv", "norm"], ["relu", "softmax"]);
    const x = sample([2, 9, 8, 3], 1);
    const run = () => model.predict(x) as tf.Tensor;
    expect(operationsOf(run)).toBeGreaterThan(4);
    expect(operationsOf(run)).toBe(0);
    x.dispose();
    model.dispose();
  });

  it("reads the weights that an optimizer moved", async () => {
    const model = build(["conv"], ["softmax"]);
    model.compile({ optimizer: tf.train.adam(0.1), loss: "categoricalCrossentropy" });
    const [x, y] = [sample([2, 9, 8, 3], 1), tf.oneHot([0, 3], 4)];
    await expectAsCpu(model, 2, 1);
    await model.trainOnBatch(x, y);
    await model.trainOnBatch(x, y);
    await expectAsCpu(model, 2, 1);
    tf.dispose([x, y]);
    model.dispose();
  });

  it("leaves layers of one's own to tfjs: they may compute something else each time", () => {
    class Counting extends layers.Layer {
      static className = "Counting";
      #calls = 0;
      override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
        this.#calls += 1;
        return tf.add(Array.isArray(inputs) ? tf.concat(inputs) : inputs, this.#calls);
      }
    }
    tf.serialization.registerClass(Counting);
    const model = tfl.sequential({ layers: [layers.inputLayer({ inputShape: [1] }), new Counting({})] });
    const read = (): number =>
      tf.tidy(() => (model.predict(tf.zeros([1, 1])) as tf.Tensor).dataSync()[0] ?? Number.NaN);
    const first = read();
    expect([read(), read()]).toEqual([first + 1, first + 2]);
  });

  it("gives gradients, and kernels to tf.profile, as tfjs does", async () => {
    const model = build(["conv"], ["relu"]);
    const x = sample([2, 9, 8, 3], 1);
    const run = () => model.predict(x) as tf.Tensor;
    run().dispose();
    run().dispose();
    const gradient = tf.tidy(() => tf.grad((input) => tf.sum(model.predict(input) as tf.Tensor))(x));
    expect(gradient.shape).toEqual(x.shape);
    const { kernels } = await tf.profile(run);
    expect(kernels.length).toBeGreaterThan(3);
    tf.dispose([gradient, x]);
    model.dispose();
  });

  it("frees what it made where a kernel fails", async () => {
    const model = build(["conv"], ["relu"]);
    const x = sample([1, 9, 8, 3], 1);
    const run = () => model.predict(x) as tf.Tensor;
    run().dispose();
    run().dispose();
    const before = tf.backend().numDataIds();
    const kernel = tf.getKernel("Mean", "wasm");
    tf.unregisterKernel("Mean", "wasm");
    tf.registerKernel({
      ...kernel,
      kernelFunc() {
        throw new Error("planted");
      },
    });
    expect(run).toThrow("planted");
    tf.unregisterKernel("Mean", "wasm");
    tf.registerKernel(kernel);
    expect(tf.backend().numDataIds()).toBe(before);
    x.dispose();
    model.dispose();
  });

  it("is gone after uninstall()", async () => {
    const model = build(["conv"], ["relu"]);
    const x = sample([1, 9, 8, 3], 1);
    const run = () => model.predict(x) as tf.Tensor;
    run().dispose();
    run().dispose();
    (await installWasmKernels()).uninstall();
    expect(operationsOf(run)).toBeGreaterThan(3);
    await installWasmKernels({ threads: 1 });
    x.dispose();
    model.dispose();
  });
});
