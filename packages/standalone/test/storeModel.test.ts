import "@tensorflow/tfjs-backend-cpu";
import { airbench, cnn, mlp, resnet } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { randomUniform, type Tensor, tidy } from "@tensorflow/tfjs-core";
import {
  input,
  layers,
  type LayersModel,
  model as functional,
  type SymbolicTensor,
  sequential,
} from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { openStored, storeModel, withRoundedWeights } from "../src/index.ts";

/** Draws what starts as 0 or 1, so that no two of the weights of batch normalization are the same, and no bias is 0. */
function drawVectors(model: LayersModel): void {
  tidy(() => {
    const drawn = model
      .getWeights()
      .map((weight, at) =>
        weight.rank > 1 ? weight : randomUniform(weight.shape, 0.1, 0.9, "float32", at + 1),
      );
    model.setWeights(drawn);
  });
}

/** The largest difference to tfjs, of the largest value, for three random inputs. */
async function differenceOf(
  model: LayersModel,
  options: Parameters<typeof storeModel>[1] = {},
): Promise<number> {
  drawVectors(model);
  const run = openStored(JSON.parse(JSON.stringify(await storeModel(model, options))));
  const shape = model.inputs[0]?.shape.slice(1).map(Number) ?? [];
  let most = 0;
  for (const seed of [1, 2, 3]) {
    const x = tidy(() => randomUniform([1, ...shape], 0, 1, "float32", seed));
    const y = model.predict(x) as Tensor;
    const [values, expected] = [await x.data(), await y.data()];
    const largest = Math.max(...expected.map(Math.abs));
    for (const [at, value] of run(values).entries()) {
      most = Math.max(most, Math.abs(value - (expected[at] ?? 0)) / largest);
    }
    x.dispose();
    y.dispose();
  }
  model.dispose();
  return most;
}

const image = { inputShape: [12, 10, 3], classes: 4, seed: 5 };

const models: Readonly<Record<string, () => LayersModel>> = {
  "mlp(…)": () => mlp({ inputShape: [20], hidden: [16, 8], classes: 3, dropout: 0.2 }),
  "mlp(…) of one output": () => mlp({ inputShape: [7], hidden: [9], outputs: 1 }),
  "cnn(…)": () =>
    cnn({ ...image, blocks: [{ filters: [4, 5], padding: "same" }, { filters: [6] }], hidden: [8] }),
  "cnn(…) with batch normalization": () =>
    cnn({ ...image, blocks: [{ filters: [4] }], batchNorm: true, globalPooling: true, activation: "gelu" }),
  "resnet(…)": () => resnet({ ...image, widths: [4, 6] }),
  "resnet(…) with pooling": () => resnet({ ...image, widths: [4, 6], downsampling: "pool" }),
  "airbench(…)": () => airbench({ inputShape: [32, 32, 3], widths: [4, 4, 4], classes: 3 }),
};

for (const [name, make] of Object.entries(models)) {
  it(`storeModel(${name}) computes what tfjs computes`, () =>
    expectNoLeak(async () => {
      expect(await differenceOf(make())).toBeLessThan(2e-6);
    }));
}

const onImage = (...list: readonly layers.Layer[]): LayersModel =>
  sequential({ layers: [layers.inputLayer({ inputShape: [9, 8, 3] }), ...list] });

const layerCases: Readonly<Record<string, () => LayersModel>> = {
  "Conv2D, strides 2, same": () =>
    onImage(layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: "same" })),
  "Conv2D, 5x2, strides [2, 1], valid": () =>
    onImage(layers.conv2d({ filters: 4, kernelSize: [5, 2], strides: [2, 1] })),
  DepthwiseConv2D: () =>
    onImage(
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, padding: "same", activation: "relu" }),
    ),
  SeparableConv2D: () =>
    onImage(
      layers.separableConv2d({ filters: 5, kernelSize: 3, depthMultiplier: 2, strides: 2, padding: "same" }),
    ),
  "MaxPooling2D, same": () => onImage(layers.maxPooling2d({ poolSize: 3, strides: 2, padding: "same" })),
  "AveragePooling2D, same": () =>
    onImage(layers.averagePooling2d({ poolSize: [3, 2], strides: 2, padding: "same" })),
  GlobalMaxPooling2D: () => onImage(layers.globalMaxPooling2d({})),
  "Dense on images": () => onImage(layers.dense({ units: 5, activation: "softmax" })),
  "Reshape, Flatten, Softmax": () =>
    onImage(layers.reshape({ targetShape: [72, 3] }), layers.flatten(), layers.softmax()),
  "ReLU of 6, ELU": () =>
    onImage(
      layers.conv2d({ filters: 3, kernelSize: 1 }),
      layers.reLU({ maxValue: 6 }),
      layers.elu({ alpha: 1 }),
    ),
  ...Object.fromEntries(
    [
      "relu",
      "relu6",
      "sigmoid",
      "tanh",
      "elu",
      "selu",
      "softplus",
      "softsign",
      "hardSigmoid",
      "swish",
      "gelu",
      "gelu_new",
      "softmax",
    ].map((activation) => [
      `activation ${activation}`,
      () => onImage(layers.dense({ units: 6, activation: activation as "relu" })),
    ]),
  ),
};

for (const [name, make] of Object.entries(layerCases)) {
  it(`storeModel(model) of ${name} computes what tfjs computes`, () =>
    expectNoLeak(async () => {
      expect(await differenceOf(make())).toBeLessThan(3e-6);
    }));
}

it("storeModel(model, { inputScaling }) scales raw inputs itself", () =>
  expectNoLeak(async () => {
    const model = mlp({ inputShape: [3], hidden: [4], classes: 2 });
    const scaled = openStored(
      await storeModel(model, { inputScaling: { scale: [2, 3, 4], offset: [1, 0, -1] } }),
    );
    const plain = openStored(await storeModel(model));
    expect(scaled([1, 2, 3])).toEqual(plain([3, 6, 11]));
    model.dispose();
  }));

it("storeModel(model, { weights: 'int8' }) takes a quarter of the bytes and stays close", () =>
  expectNoLeak(async () => {
    const make = () => cnn({ ...image, blocks: [{ filters: [8] }], hidden: [32] });
    const [bytes, floats] = [make(), make()];
    const small = JSON.stringify(await storeModel(bytes, { weights: "int8" })).length;
    const large = JSON.stringify(await storeModel(floats)).length;
    expect(small).toBeLessThan(0.35 * large);
    bytes.dispose();
    floats.dispose();
    const difference = await differenceOf(make(), { weights: "int8" });
    expect(difference).toBeLessThan(0.05);
    expect(difference).toBeGreaterThan(0);
  }));

it("storeModel(model) names all layers that there is no JavaScript for", () =>
  expectNoLeak(async () => {
    const model = onImage(
      layers.conv2d({ filters: 2, kernelSize: 3, dilationRate: 2, name: "wide" }),
      layers.upSampling2d({ name: "up" }),
    );
    await expect(storeModel(model)).rejects.toThrow(
      "wide (Conv2D: dilation), up (UpSampling2D: no steps for this class)",
    );
    await expect(storeModel(model)).rejects.toMatchObject({ code: "UNSUPPORTED_LAYER" });
    model.dispose();
  }));

it("storeModel(model) refuses several outputs", () =>
  expectNoLeak(async () => {
    const x = input({ shape: [3] });
    const outputs = [2, 3].map((units) => layers.dense({ units }).apply(x) as SymbolicTensor);
    const model = functional({ inputs: x, outputs });
    await expect(storeModel(model)).rejects.toMatchObject({ code: "UNSUPPORTED_MODEL" });
    model.dispose();
  }));

it("withRoundedWeights(model, measure) measures what int8 computes, and gives the weights back", () =>
  expectNoLeak(async () => {
    const model = onImage(
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2 }),
      layers.conv2d({ filters: 4, kernelSize: 3, activation: "relu" }),
      layers.flatten(),
      layers.dense({ units: 3 }),
    );
    const run = openStored(await storeModel(model, { weights: "int8" }));
    const x = randomUniform([1, 9, 8, 3], 0, 1, "float32", 4);
    const outputOf = async () => {
      const y = model.predict(x) as Tensor;
      const values = await y.data();
      y.dispose();
      return values;
    };
    const before = await outputOf();
    const rounded = await withRoundedWeights(model, outputOf);
    const expected = run(await x.data());
    for (const [at, value] of rounded.entries()) expect(value).toBeCloseTo(expected[at] ?? 0, 5);
    expect(rounded).not.toEqual(before);
    expect(await outputOf()).toEqual(before);
    x.dispose();
    model.dispose();
  }));
