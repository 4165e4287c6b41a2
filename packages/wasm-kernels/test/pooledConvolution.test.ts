import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DeferredData } from "../src/DeferredData.ts";
import { memoryOf, runningWasmBackend } from "../src/runningWasmBackend.ts";
import { differenceFromCpu, sample, startBackends, tolerance, variants } from "./againstCpu.ts";
import {
  convolutionCases,
  largeWinogradCase,
  outputShape,
  plainCase,
  winogradCases,
} from "./convolutionCases.ts";
import type { ConvolutionCase } from "./convolutionCases.ts";

/** What comes between the convolution and the pooling, with a bias for each channel. */
const between = {
  nothing: (y) => y,
  bias: (y, bias) => tf.add(y, bias),
  relu: (y) => tf.relu(y),
  "bias and relu": (y, bias) => tf.relu(tf.add(y, bias)),
  "relu and bias": (y, bias) => tf.add(tf.relu(y), bias),
  "relu twice": (y) => tf.relu(tf.relu(y)),
} satisfies Readonly<Record<string, (y: tf.Tensor, bias: tf.Tensor) => tf.Tensor>>;
type Between = keyof typeof between;
const names = Object.keys(between) as Between[];

const pool = (x: tf.Tensor, size: number, strides = size, pad: "valid" | "same" = "valid") =>
  tf.maxPool(x as tf.Tensor4D, size, strides, pad);

/**
 * A convolution and its max pooling, with the gradients for the image and the filter.
 *
 * @param look what happens to the tensor that is pooled, before or after
 */
function pooled(
  c: ConvolutionCase,
  name: Between,
  look: { before?: (x: tf.Tensor) => void; after?: (x: tf.Tensor) => void } = {},
): tf.Tensor {
  const step: (y: tf.Tensor, bias: tf.Tensor) => tf.Tensor = between[name];
  const bias = sample([c.filterShape[3]], c.seed + 2);
  const { value, grads } = tf.valueAndGrads((image: tf.Tensor, filter: tf.Tensor) => {
    const y = tf.conv2d(image as tf.Tensor4D, filter as tf.Tensor4D, c.strides, c.pad);
    const x = step(y, bias);
    look.before?.(x);
    const result = pool(x, 2);
    look.after?.(x);
    return tf.square(result);
  })([sample(c.inputShape, c.seed), sample(c.filterShape, c.seed + 1)]);
  return tf.concat([value, ...grads].map((tensor) => tf.reshape(tensor, [-1])));
}

const cases = fc
  .oneof(
    convolutionCases(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1, 3, 4, 8, 12, 20))),
    winogradCases,
  )
  .map((c): ConvolutionCase => ({ ...c, dilations: [1, 1] }))
  .filter((c) => outputShape(c, false)[1] > 1 && outputShape(c, false)[2] > 1);
const small = plainCase([3, 9, 8, 2], 8, "valid", 4);

describe.each(variants)("max pooling of a convolution whose gradient is recorded, %s", (_name, options) => {
  beforeAll(() => startBackends(options));
  beforeEach(() => tf.setBackend("wasm"));

  it("gives, in one pass, bit for bit what it gives when the convolution was computed before", () => {
    const values = (c: ConvolutionCase, name: Between, look: Parameters<typeof pooled>[2]) =>
      tf.tidy(() => pooled(c, name, look).dataSync());
    const read = (x: tf.Tensor) => void x.dataSync();
    fc.assert(
      fc.property(cases, fc.constantFrom(...names), (c, name) => {
        const expected = values(c, name, { before: read });
        expect(values(c, name, {})).toEqual(expected);
        expect(values(c, name, { after: read })).toEqual(expected);
      }),
      { seed: 11, numRuns: 60, examples: [[largeWinogradCase, "bias and relu"]] },
    );
  });

  it.each(names)("has the values and gradients of cpu after %s", async (name) => {
    expect(await differenceFromCpu(() => pooled(small, name))).toBeLessThan(tolerance);
  });

  it.each([
    ["two poolings", (x: tf.Tensor) => tf.add(pool(x, 2), tf.square(pool(x, 2)))],
    ["windows of 3x3", (x: tf.Tensor) => pool(x, 3)],
    ["windows that overlap", (x: tf.Tensor) => pool(x, 2, 1)],
    ["windows beyond the edge", (x: tf.Tensor) => pool(x, 2, 2, "same")],
    ["a second reader", (x: tf.Tensor) => tf.mul(pool(x, 2), tf.sum(x))],
    ["a reshape", (x: tf.Tensor) => pool(tf.reshape(x, [3, 6, 7, 8]), 2)],
    ["a mean", (x: tf.Tensor) => tf.avgPool(x as tf.Tensor4D, 2, 2, "valid")],
  ])("has the gradient of cpu with %s", async (_title, after) => {
    const gradient = () =>
      tf.grad((filter) =>
        after(tf.relu(tf.conv2d(sample([3, 9, 8, 2], 4) as tf.Tensor4D, filter as tf.Tensor4D, 1, "valid"))),
      )(sample([3, 3, 2, 8], 5));
    expect(await differenceFromCpu(gradient)).toBeLessThan(tolerance);
  });

  it("gives the gradient to the first of equal values, as on cpu", async () => {
    const identity = () => tf.reshape<tf.Rank.R4>(tf.eye(4), [1, 1, 4, 4]);
    const image = () => tf.round(tf.mul(sample([2, 7, 9, 4], 1), 2));
    const gradient = () =>
      tf.grad((x) => tf.square(pool(tf.conv2d(x as tf.Tensor4D, identity(), 1, "valid"), 2)))(image());
    expect(await differenceFromCpu(gradient)).toBe(0);
  });

  it("neither computes the whole convolution nor keeps anything of it", async () => {
    const backend = runningWasmBackend();
    const memory = memoryOf(backend);
    const after = ({ dataId }: tf.Tensor) =>
      expect(backend.dataIdMap.get(dataId)).toBeInstanceOf(DeferredData);
    const step = () => pooled({ ...small, inputShape: [8, 34, 34, 2] }, "bias and relu", { after }).dispose();
    tf.tidy(step);
    const { byteLength } = memory.buffer;
    const records = backend.numDataIds();
    await expectNoLeak(() => {
      for (let i = 0; i < 100; i += 1) tf.tidy(step);
    });
    expect(backend.numDataIds()).toBe(records);
    expect(memory.buffer.byteLength).toBe(byteLength);
  });
});
