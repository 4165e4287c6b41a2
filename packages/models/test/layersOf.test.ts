import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, layers, sequential } from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import {
  airbench,
  cnn,
  fromLayers,
  type LayerSpec,
  type LayerStack,
  layersOf,
  mlp,
  planLayers,
  resnet,
} from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

const stacks = JSON.parse(
  readFileSync(new URL("reference/layerStacks.json", import.meta.url), "utf8"),
) as readonly LayerStack[];

/** What a model is told as, which is disposed of. */
function toldOf(model: LayersModel): readonly LayerSpec[] | undefined {
  const told = layersOf(model);
  model.dispose();
  return told;
}

it("layersOf(fromLayers(stack)) gives the layers back", () =>
  expectNoLeak(() => {
    const valid = stacks.filter((stack) => planLayers(stack).valid);
    expect(valid.length).toBeGreaterThan(30);
    for (const stack of valid) {
      // Dropout of nothing is no layer.
      const layers = stack.layers.filter((layer) => layer.type !== "dropout" || layer.rate > 0);
      expect(toldOf(fromLayers(stack))).toEqual(layers);
    }
  }));

it("layersOf(model) tells the networks of the factories as layers", () =>
  expectNoLeak(() => {
    const conv = { type: "conv2d", kernelSize: 3, padding: "valid", activation: "relu" } as const;
    const model = cnn({
      inputShape: [28, 28, 1],
      blocks: [{ filters: [8] }, { filters: [16], dropout: 0.25 }],
      dropout: 0.5,
      classes: 10,
      batchNorm: true,
    });
    expect(toldOf(model)).toEqual([
      { ...conv, filters: 8, batchNorm: true },
      { type: "maxPooling2d", size: 2 },
      { ...conv, filters: 16, batchNorm: true },
      { type: "maxPooling2d", size: 2 },
      { type: "dropout", rate: 0.25 },
      { type: "dropout", rate: 0.5 },
    ]);
    expect(toldOf(mlp({ inputShape: [4], hidden: [3], activation: "tanh", l2: 0.5, classes: 2 }))).toBe(
      undefined,
    );
    expect(toldOf(mlp({ inputShape: [4], hidden: [3], activation: "tanh", classes: 2 }))).toEqual([
      { type: "dense", units: 3, activation: "tanh" },
    ]);
  }));

it("layersOf(model) is nothing for what fromLayers does not build", () =>
  expectNoLeak(() => {
    const image = { inputShape: [8, 8, 1], classes: 2 };
    expect(toldOf(resnet({ ...image, widths: [2] }))).toBeUndefined();
    expect(toldOf(airbench({ ...image, inputShape: [32, 32, 3], widths: [4, 4, 4] }))).toBeUndefined();
    expect(toldOf(mlp({ inputShape: [4], hidden: [3], outputs: 1 }))).toBeUndefined();
    const softmax = layers.dense({ units: 2, activation: "softmax" });
    const strided = layers.conv2d({ filters: 2, kernelSize: 3, strides: 2, inputShape: [8, 8, 1] });
    expect(toldOf(sequential({ layers: [strided, layers.flatten(), softmax] }))).toBeUndefined();
    const oblong = layers.conv2d({ filters: 2, kernelSize: [3, 1], inputShape: [8, 8, 1] });
    expect(
      toldOf(
        sequential({
          layers: [oblong, layers.flatten(), layers.dense({ units: 2, activation: "softmax" })],
        }),
      ),
    ).toBeUndefined();
  }));
