import "@tensorflow/tfjs-backend-cpu";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { airbench, cnn, decodeModel, encodeModel, ModelError, resnet, transfer } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const network = () => cnn({ inputShape: [8, 8, 1], blocks: [{ filters: [4] }], batchNorm: true, classes: 5 });

function valuesOf(layers: readonly tfl.layers.Layer[]): number[][] {
  return layers.flatMap((layer) => layer.getWeights().map((weight) => [...weight.dataSync()]));
}

function outputOf(model: tfl.LayersModel, x: tf.Tensor): number[] {
  return tf.tidy(() => [...(model.predict(x) as tf.Tensor).dataSync()]);
}

it("transfer(backbone) keeps all but the last dense layer, with weights of its own", () =>
  expectNoLeak(() => {
    const backbone = network();
    const model = transfer(backbone, { classes: 3 });
    expect(model.layers.map(({ name }) => name)).toEqual([
      `${backbone.layers[0]?.name}_input`,
      ...backbone.layers.slice(0, -1).map(({ name }) => name),
      "head",
    ]);
    expect(model.outputs[0]?.shape).toEqual([null, 3]);
    const features = backbone.layers.slice(0, -1);
    expect(valuesOf(model.layers.slice(1, -1))).toEqual(valuesOf(features));
    for (const layer of model.layers) {
      tf.tidy(() => layer.setWeights(layer.getWeights().map((weight) => tf.zerosLike(weight))));
    }
    expect(
      valuesOf(features)
        .flat()
        .some((value) => value !== 0),
    ).toBe(true);
    backbone.dispose();
    model.dispose();
  }));

it("transfer(backbone, { seed }) draws the new layer from its seed, and starts its bias at zero", () =>
  expectNoLeak(() => {
    const backbone = network();
    const [one, same, other] = [1, 1, 2].map((seed) => {
      const model = transfer(backbone, { classes: 3, seed });
      const values = valuesOf([model.getLayer("head")]);
      model.dispose();
      return values;
    });
    expect(same).toEqual(one);
    expect(other?.[0]).not.toEqual(one?.[0]);
    expect(one?.[1]).toEqual([0, 0, 0]);
    backbone.dispose();
  }));

it.each([
  ["true", true, ["head"]],
  ["false", false, ["conv1", "norm1", "conv2", "norm2", "conv3", "norm3", "head"]],
  ["a name", "norm2", ["conv3", "norm3", "head"]],
] as const)(
  "transfer(backbone, { freeze }) lets the layers learn that it should: %s",
  (_, freeze, learning) =>
    expectNoLeak(() => {
      const backbone = resnet({ inputShape: [4, 4, 1], widths: [2], classes: 5 });
      for (const layer of backbone.layers) layer.trainable = false;
      const model = transfer(backbone, { classes: 3, freeze });
      const named = model.layers.filter(({ trainableWeights }) => trainableWeights.length > 0);
      expect(named.map(({ name }) => name)).toEqual(learning);
      backbone.dispose();
      model.dispose();
    }),
);

it("transfer(backbone) takes off what is behind the dense layer, and gives a model that can be saved and taken on again", () =>
  expectNoLeak(async () => {
    const backbone = airbench({ inputShape: [25, 25, 1], widths: [2, 2, 2], classes: 4 });
    const first = transfer(backbone, { classes: 3 });
    expect(first.layers.at(-2)?.name).toBe("flatten1");
    const loaded = (await decodeModel(await encodeModel(first))).model;
    const x = tf.randomUniform([2, 25, 25, 1]);
    expect(outputOf(loaded, x)).toEqual(outputOf(first, x));
    expect(loaded.trainableWeights).toHaveLength(2);
    const second = transfer(first, { classes: 6, freeze: false });
    expect(second.layers.at(-1)?.name).toBe("head");
    expect(second.outputs[0]?.shape).toEqual([null, 6]);
    tf.dispose(x);
    for (const model of [backbone, first, loaded, second]) model.dispose();
  }));

it("transfer(backbone) gives features of images their mean and a layer for the classes", () =>
  expectNoLeak(() => {
    const input = tfl.input({ shape: [6, 6, 1] });
    const conv = tfl.layers.conv2d({ filters: 2, kernelSize: 3, name: "head" });
    const backbone = tfl.model({ inputs: input, outputs: conv.apply(input) as tfl.SymbolicTensor });
    const model = transfer(backbone, { classes: 3 });
    const x = tf.randomUniform([2, 6, 6, 1]);
    const dense = model.getLayer("head2").getWeights() as [tf.Tensor2D, tf.Tensor1D];
    const expected = tf.tidy(() => {
      const features = tf.mean<tf.Tensor2D>(backbone.predict(x) as tf.Tensor, [1, 2]);
      return [...tf.softmax(tf.add(tf.matMul(features, dense[0]), dense[1])).dataSync()];
    });
    for (const [index, value] of outputOf(model, x).entries())
      expect(value).toBeCloseTo(expected[index] ?? 0);
    tf.dispose(x);
    backbone.dispose();
    model.dispose();
  }));

it("transfer(backbone) keeps the averages of a frozen normalization under tfjs' own fit, too, until it learns again", () =>
  expectNoLeak(async () => {
    const backbone = network();
    const model = transfer(backbone, { classes: 3 });
    const normalization = model.getLayer("norm1");
    const [x, y] = [tf.randomUniform([4, 8, 8, 1], 3, 5), tf.zeros([4, 1])];
    const before = valuesOf([normalization]);
    const train = async () => {
      const optimizer = tf.train.sgd(0.1);
      model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
      await model.fit(x, y, { epochs: 1 });
      optimizer.dispose();
    };
    await train();
    expect(valuesOf([normalization])).toEqual(before);
    normalization.trainable = true;
    await train();
    expect(valuesOf([normalization])[2]).not.toEqual(before[2]);
    tf.dispose([x, y]);
    backbone.dispose();
    model.dispose();
  }));

it("transfer(backbone) refuses what has no last dense layer, several outputs, and names that no layer has", () =>
  expectNoLeak(() => {
    const { layers } = tfl;
    const classifier = tfl.sequential({
      layers: [
        layers.conv2d({ filters: 2, kernelSize: 4, inputShape: [4, 4, 1], name: "last" }),
        layers.flatten({}),
        layers.softmax({}),
      ],
    });
    const input = tfl.input({ shape: [2] });
    const outputs = [1, 2].map((units) => layers.dense({ units }).apply(input) as tfl.SymbolicTensor);
    const forked = tfl.model({ inputs: input, outputs });
    const sequence = tfl.sequential({
      layers: [layers.conv1d({ filters: 2, kernelSize: 1, inputShape: [3, 1] })],
    });
    const backbone = network();
    const refuses = (
      model: tfl.LayersModel,
      options: Partial<Parameters<typeof transfer>[1]>,
      message: string,
    ) => {
      expect(() => transfer(model, { classes: 3, ...options })).toThrow(ModelError);
      expect(() => transfer(model, { classes: 3, ...options })).toThrow(message);
    };
    refuses(classifier, {}, "this one ends in softmax behind last (Conv2D)");
    refuses(forked, {}, "this one has 2");
    refuses(sequence, {}, "the model gives [batch, 3, 2]");
    refuses(backbone, { classes: 1 }, "classes must be an integer from 2");
    refuses(backbone, { freeze: "conv9" }, 'it is "conv9". Its layers are');
    refuses(backbone, { freeze: "dense1" }, 'it is "dense1"');
    for (const model of [classifier, forked, sequence, backbone]) model.dispose();
  }));
