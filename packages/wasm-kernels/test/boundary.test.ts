import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { WasmKernelsError } from "../src/index.ts";
import { differenceFromCpu, sample, startBackends, tolerance } from "./againstCpu.ts";
import { bystanders } from "./bystanders.ts";

beforeAll(() => startBackends());

const run = (name: string, inputs: Record<string, tf.Tensor>, attrs: object): tf.Tensor => {
  const output = tf.engine().runKernel<tf.Tensor | tf.Tensor[]>(name, inputs, attrs as tf.NamedAttrMap);
  return Array.isArray(output) ? tf.concat(output.map((part) => tf.reshape(part, [-1]))) : output;
};
const plain = { strides: 1, pad: "valid", dilations: 1, dataFormat: "NHWC" };
const filterOf = (filterShape: number[]) => ({ ...plain, filterShape });
const inputOf = (inputShape: number[]) => ({ ...plain, inputShape });
const pooling = { filterSize: 2, strides: 2, pad: "valid" };

/** Kernels with one tensor that is smaller, larger or of other channels than the others make it. */
const misfits: readonly (readonly [name: string, inputs: () => Record<string, tf.Tensor>, attrs: object])[] =
  [
    [tf.Conv2D, () => ({ x: sample([1, 4, 4, 3], 1), filter: sample([2, 2, 4, 8], 2) }), plain],
    [tf.Conv2D, () => ({ x: sample([1, 2, 2, 3], 1), filter: sample([4, 4, 3, 8], 2) }), plain],
    [
      tf.Conv2DBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 2, 3, 5], 2) }),
      filterOf([2, 2, 3, 5]),
    ],
    [
      tf.Conv2DBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([1, 3, 3, 5], 2) }),
      filterOf([2, 2, 3, 5]),
    ],
    [
      tf.Conv2DBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 3, 3, 4], 2) }),
      filterOf([2, 2, 3, 5]),
    ],
    [
      tf.Conv2DBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 3, 3, 5], 2) }),
      filterOf([2, 2, 4, 5]),
    ],
    [
      tf.Conv2DBackpropInput,
      () => ({ dy: sample([2, 2, 2, 5], 1), filter: sample([2, 2, 3, 5], 2) }),
      inputOf([2, 4, 4, 3]),
    ],
    [
      tf.Conv2DBackpropInput,
      () => ({ dy: sample([3, 3, 3, 5], 1), filter: sample([2, 2, 3, 5], 2) }),
      inputOf([2, 4, 4, 3]),
    ],
    [
      tf.Conv2DBackpropInput,
      () => ({ dy: sample([2, 3, 3, 6], 1), filter: sample([2, 2, 3, 5], 2) }),
      inputOf([2, 4, 4, 3]),
    ],
    [
      tf.DepthwiseConv2dNative,
      () => ({ x: sample([1, 4, 4, 3], 1), filter: sample([2, 2, 2, 1], 2) }),
      plain,
    ],
    [
      tf.DepthwiseConv2dNativeBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 2, 2, 6], 2) }),
      filterOf([2, 2, 3, 2]),
    ],
    [
      tf.DepthwiseConv2dNativeBackpropInput,
      () => ({ dy: sample([2, 3, 3, 3], 1), filter: sample([2, 2, 3, 2], 2) }),
      inputOf([2, 4, 4, 3]),
    ],
    [
      tf.MaxPoolGrad,
      () => ({
        dy: sample([1, 1, 2, 3], 1),
        input: sample([1, 4, 4, 3], 2),
        output: sample([1, 2, 2, 3], 3),
      }),
      pooling,
    ],
    [
      tf.MaxPoolGrad,
      () => ({
        dy: sample([1, 2, 2, 3], 1),
        input: sample([1, 4, 4, 3], 2),
        output: sample([1, 1, 2, 3], 3),
      }),
      pooling,
    ],
    [tf.AvgPoolGrad, () => ({ dy: sample([1, 1, 2, 3], 1), input: sample([1, 4, 4, 3], 2) }), pooling],
    [
      tf.BatchMatMul,
      () => ({ a: sample([2, 2], 1), b: sample([2], 2) }),
      { transposeA: false, transposeB: false },
    ],
    [
      tf.BatchMatMul,
      () => ({ a: sample([2], 1), b: sample([2, 2], 2) }),
      { transposeA: true, transposeB: true },
    ],
    [
      tf.BatchMatMul,
      () => ({ a: sample([2, 3], 1), b: sample([4, 2], 2) }),
      { transposeA: false, transposeB: false },
    ],
    [
      "_FusedMatMul",
      () => ({ a: sample([2, 3], 1), b: sample([2, 4], 2) }),
      { transposeA: false, transposeB: false, activation: "relu" },
    ],
    [
      tf.UnsortedSegmentSum,
      () => ({ x: sample([4, 3], 1), segmentIds: tf.tensor1d([0, 1], "int32") }),
      { numSegments: 2 },
    ],
    [
      "MinibatchCrossEntropy",
      () => ({ probabilities: tf.softmax(sample([4, 3], 1)), targets: tf.zeros([3, 1]) }),
      { sparse: true },
    ],
    [
      "MinibatchCrossEntropy",
      () => ({ probabilities: tf.softmax(sample([4, 3], 1)), targets: tf.zeros([4, 1]) }),
      { sparse: false },
    ],
    [
      "MinibatchCrossEntropy",
      () => ({ probabilities: tf.softmax(sample([4, 3], 1)), targets: tf.zeros([4, 2]) }),
      { sparse: false },
    ],
    [
      "MinibatchAccuracy",
      () => ({ outputs: sample([4, 3], 1), targets: tf.zeros([4, 2]) }),
      { sparse: false },
    ],
    [
      "MinibatchRowsFromBytes",
      () => ({}),
      { data: new Uint8Array(12), rows: [0, 3], size: 4, shape: [2, 4], scale: 1, offset: 0 },
    ],
    [
      "MinibatchRowsFromBytes",
      () => ({}),
      { data: new Uint8Array(12), rows: [0, -1], size: 4, shape: [2, 4], scale: 1, offset: 0 },
    ],
    [
      "MinibatchRowsFromBytes",
      () => ({}),
      { data: new Uint8Array(12), rows: [0, 1], size: 4, shape: [3, 4], scale: 1, offset: 0 },
    ],
  ];

describe("the boundary into WebAssembly", () => {
  it.each(misfits)("refuses, by %s, a tensor that the others do not fit", async (name, inputs, attrs) => {
    await tf.setBackend("wasm");
    await expectNoLeak(() => {
      const others = bystanders();
      let error: unknown;
      tf.tidy(() => {
        try {
          run(name, inputs(), attrs).dataSync();
        } catch (thrown) {
          error = thrown;
        }
      });
      expect(error).toBeInstanceOf(WasmKernelsError);
      expect(error).toMatchObject({
        code: "SHAPE_MISMATCH",
        message: expect.stringContaining("expected") as string,
      });
      expect(others.changed()).toBe(0);
      others.dispose();
    });
  });

  it.each([
    [
      "Conv2DBackpropInput",
      tf.Conv2DBackpropInput,
      () => ({ dy: sample([2, 5, 4, 5], 1), filter: sample([2, 2, 3, 5], 2) }),
      inputOf([2, 4, 4, 3]),
    ],
    [
      "Conv2DBackpropFilter",
      tf.Conv2DBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 3, 6, 5], 2) }),
      filterOf([2, 2, 3, 5]),
    ],
    [
      "DepthwiseConv2dNativeBackpropInput",
      tf.DepthwiseConv2dNativeBackpropInput,
      () => ({ dy: sample([1, 4, 5, 6], 1), filter: sample([2, 2, 3, 2], 2) }),
      inputOf([1, 4, 4, 3]),
    ],
    [
      "DepthwiseConv2dNativeBackpropFilter",
      tf.DepthwiseConv2dNativeBackpropFilter,
      () => ({ x: sample([2, 4, 4, 3], 1), dy: sample([2, 4, 3, 6], 2) }),
      filterOf([2, 2, 3, 2]),
    ],
  ] as const)(
    "leaves out, by %s, what dy has too much, as cpu does",
    async (_name, kernel, inputs, attrs) => {
      expect(await differenceFromCpu(() => run(kernel, inputs(), attrs))).toBeLessThan(tolerance);
    },
  );

  it.each<[string, () => tf.Tensor]>([
    ["a product without rows", () => tf.matMul(tf.zeros([0, 3]), sample([3, 4], 1))],
    ["a product without columns", () => tf.matMul(sample([2, 3], 1), tf.zeros([3, 0]))],
    ["a product of nothing", () => tf.matMul(tf.zeros([2, 0]), tf.zeros([0, 3]))],
    ["products of a batch of none", () => tf.matMul(tf.zeros([0, 2, 3]), tf.zeros([0, 3, 4]))],
    [
      "a product of nothing, bias and relu",
      () =>
        tf.fused.matMul({
          a: tf.zeros([2, 0]),
          b: tf.zeros([0, 9]),
          bias: sample([9], 1),
          activation: "relu",
        }),
    ],
    [
      "a convolution of no images",
      () => tf.conv2d(tf.zeros<tf.Rank.R4>([0, 5, 5, 2]), sample([3, 3, 2, 4], 1) as tf.Tensor4D, 1, "same"),
    ],
    [
      "a convolution whose filter is as large as its result is small",
      () =>
        tf.conv2d(sample([1, 2, 2, 1], 1) as tf.Tensor4D, sample([3, 3, 1, 4], 2) as tf.Tensor4D, 1, "valid"),
    ],
    [
      "a convolution of no channels",
      () => tf.conv2d(tf.zeros<tf.Rank.R4>([1, 4, 4, 0]), tf.zeros<tf.Rank.R4>([2, 2, 0, 4]), 1, "same"),
    ],
    [
      "the gradient of the filter, of no images",
      () =>
        run(
          tf.Conv2DBackpropFilter,
          { x: tf.zeros([0, 4, 4, 3]), dy: tf.zeros([0, 3, 3, 5]) },
          filterOf([2, 2, 3, 5]),
        ),
    ],
    [
      "the gradient of the input, of no images",
      () =>
        run(
          tf.Conv2DBackpropInput,
          { dy: tf.zeros([0, 3, 3, 5]), filter: sample([2, 2, 3, 5], 1) },
          inputOf([0, 4, 4, 3]),
        ),
    ],
    [
      "a depthwise convolution of no images",
      () =>
        tf.depthwiseConv2d(
          tf.zeros<tf.Rank.R4>([0, 5, 5, 2]),
          sample([3, 3, 2, 1], 1) as tf.Tensor4D,
          1,
          "same",
        ),
    ],
    ["max pooling of no images", () => tf.maxPool(tf.zeros<tf.Rank.R4>([0, 4, 4, 3]), 2, 2, "valid")],
    [
      "the gradient of max pooling of no images",
      () => tf.grad((x) => tf.maxPool(x as tf.Tensor4D, 2, 2, "valid"))(tf.zeros([0, 4, 4, 3])),
    ],
    ["relu of nothing", () => tf.relu(tf.zeros([0, 3]))],
    ["the gradient of relu of nothing", () => tf.grad((x) => tf.relu(x))(tf.zeros([0, 3]))],
    ["a bias for no rows", () => tf.add(tf.zeros([0, 3]), sample([3], 1))],
    ["a sum over no rows", () => tf.sum(tf.zeros([0, 3]), 0)],
    ["segments of nothing", () => tf.unsortedSegmentSum(tf.zeros([0, 3]), tf.tensor1d([], "int32"), 2)],
  ])("gives of %s what cpu gives", async (_name, compute) => {
    expect(await differenceFromCpu(compute)).toBeLessThan(tolerance);
  });

  it("gives the gradients of a product that is recorded and empty", async () => {
    const gradients = () => {
      const both = tf.grads((x: tf.Tensor, y: tf.Tensor) => tf.relu(tf.matMul(x, y)))([
        tf.zeros([0, 3]),
        sample([3, 4], 1),
      ]);
      return tf.concat(both.map((gradient) => tf.reshape(gradient, [-1])));
    };
    expect(await differenceFromCpu(gradients)).toBe(0);
  });
});
