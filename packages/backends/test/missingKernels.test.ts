// In a process of its own: tfjs' wasm starts once, with threads or without.
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { describe, expect, it, onTestFinished } from "vitest";
import { listBackends, missingKernels, startBackend } from "../src/index.ts";
import { layerKernels } from "../src/layerKernels.ts";

function sequential(inputShape: number[], ...layers: tfl.layers.Layer[]): tfl.Sequential {
  return tfl.sequential({ layers: [tfl.layers.inputLayer({ inputShape }), ...layers] });
}

const image = [6, 6, 2];
const flat = () => tfl.layers.flatten();

/** Without the orthogonal matrix of tfjs' default, which takes the chained methods of the whole tfjs. */
const recurrent = { units: 2, recurrentInitializer: "glorotUniform" } as const;

/** Each gives a gradient to its input as well: a layer before it learns. */
const models: readonly (readonly [string, () => tfl.Sequential])[] = [
  ["Conv2D", () => sequential(image, conv(), conv(), flat())],
  [
    "Conv2DTranspose",
    () => sequential(image, conv(), tfl.layers.conv2dTranspose({ filters: 2, kernelSize: 3 })),
  ],
  ["DepthwiseConv2D", () => sequential(image, conv(), tfl.layers.depthwiseConv2d({ kernelSize: 2 }))],
  [
    "SeparableConv2D",
    () => sequential(image, conv(), tfl.layers.separableConv2d({ filters: 2, kernelSize: 2 })),
  ],
  ["MaxPooling2D", () => sequential(image, conv(), tfl.layers.maxPooling2d({}))],
  ["AveragePooling2D", () => sequential(image, conv(), tfl.layers.averagePooling2d({}))],
  ["GlobalMaxPooling2D", () => sequential(image, conv(), tfl.layers.globalMaxPooling2d({}))],
  ["BatchNormalization", () => sequential(image, conv(), tfl.layers.batchNormalization())],
  ["UpSampling2D", () => sequential(image, conv(), tfl.layers.upSampling2d({}))],
  ["ZeroPadding2D", () => sequential(image, conv(), tfl.layers.zeroPadding2d({}))],
  ["Dense", () => sequential([5], tfl.layers.dense({ units: 4 }), tfl.layers.dense({ units: 3 }))],
  ["Embedding", () => sequential([4], tfl.layers.embedding({ inputDim: 9, outputDim: 3 }))],
  ["ELU", () => sequential(image, conv(), tfl.layers.elu())],
  ["ReLU", () => sequential(image, conv(), tfl.layers.reLU())],
  ["LeakyReLU", () => sequential(image, conv(), tfl.layers.leakyReLU())],
  ["LSTM", () => sequential([4, 3], tfl.layers.lstm(recurrent))],
  ["GRU", () => sequential([4, 3], tfl.layers.gru(recurrent))],
  ["SimpleRNN", () => sequential([4, 3], tfl.layers.simpleRNN(recurrent))],
  [
    "Conv1D",
    () =>
      sequential(
        [8, 2],
        tfl.layers.conv1d({ filters: 2, kernelSize: 2 }),
        tfl.layers.conv1d({ filters: 2, kernelSize: 2 }),
      ),
  ],
  ["Softmax", () => sequential([5], tfl.layers.dense({ units: 4 }), tfl.layers.softmax())],
];

function conv(): tfl.layers.Layer {
  return tfl.layers.conv2d({ filters: 3, kernelSize: 2 });
}

/** The kernels that a step of training runs. */
async function kernelsOfStep(model: tfl.Sequential): Promise<string[]> {
  const { kernelNames } = await tf.profile(() =>
    tf.tidy(() => {
      const x = tf.ones([2, ...model.inputs.flatMap(({ shape }) => shape.slice(1) as number[])]);
      const loss = () => tf.sum<tf.Scalar>(model.apply(x, { training: true }) as tf.Tensor);
      const { value, grads } = tf.variableGrads(loss);
      return [value, ...Object.values(grads)];
    }),
  );
  return kernelNames;
}

describe("layerKernels", () => {
  it.each(models)("lists for %s only what a step of training runs", async (name, create) => {
    await startBackend("cpu");
    const model = create();
    onTestFinished(() => void model.dispose());
    expect(await kernelsOfStep(model)).toEqual(expect.arrayContaining([...(layerKernels[name] ?? [])]));
  });
});

/** Takes a kernel from cpu while the running test runs. */
function takeAway(name: string): void {
  const kernel = tf.getKernel(name, "cpu");
  tf.unregisterKernel(name, "cpu");
  onTestFinished(() => tf.registerKernel(kernel));
}

describe("missingKernels(model)", () => {
  it("is empty where the model trains", async () => {
    await startBackend("wasm");
    const model = sequential(image, conv(), tfl.layers.maxPooling2d({}), flat());
    onTestFinished(() => void model.dispose());
    expect(missingKernels(model)).toEqual([]);
  });

  it("names the layer and the kernel, of its activation too", async () => {
    await startBackend("cpu");
    takeAway("MaxPoolGrad");
    takeAway("EluGrad");
    const model = sequential(
      image,
      tfl.layers.conv2d({ filters: 1, kernelSize: 2, activation: "elu", name: "first" }),
      tfl.layers.maxPooling2d({ name: "second" }),
    );
    onTestFinished(() => void model.dispose());
    expect(missingKernels(model)).toEqual([
      { layer: "first", kernel: "EluGrad" },
      { layer: "second", kernel: "MaxPoolGrad" },
    ]);
  });
});

describe("listBackends({ model })", () => {
  it("says which backend trains it, and leaves the one that ran running", async () => {
    await startBackend("wasm");
    takeAway("MaxPoolGrad");
    const model = sequential(image, conv(), tfl.layers.maxPooling2d({ name: "pool" }));
    onTestFinished(() => void model.dispose());
    const statuses = await listBackends({ model, folder: "/nowhere" });
    expect(statuses.find(({ name }) => name === "wasm")).toMatchObject({ trains: true, missing: [] });
    expect(statuses.find(({ name }) => name === "cpu")).toMatchObject({
      trains: false,
      missing: [{ layer: "pool", kernel: "MaxPoolGrad" }],
    });
    expect(tf.getBackend()).toBe("wasm");
  });
});
