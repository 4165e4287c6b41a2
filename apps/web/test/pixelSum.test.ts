import "@tensorflow/tfjs-backend-cpu";
import { syntheticDigits } from "@minibatch/datasets";
import { expectNoLeak } from "@minibatch/testing";
import { seededRandom } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it } from "vitest";
import type { BuildSetup } from "../src/worker/build/BuildSetup.ts";
import { networkModel } from "../src/worker/build/networkModel.ts";
import { networkView } from "../src/worker/build/networkView.ts";
import { newlyOpened, putAway } from "../src/worker/build/openedNetwork.ts";
import { seenPixel } from "../src/worker/build/seenPixel.ts";
import { trainSlice } from "../src/worker/build/trainSlice.ts";

beforeAll(() => tf.setBackend("cpu"));

const setup: BuildSetup = {
  source: { kind: "images", dataset: "synthetic-digits", rows: 16 },
  layers: [
    { type: "conv2d", filters: 2, kernelSize: 3 },
    { type: "dropout", rate: 0 },
    { type: "conv2d", filters: 3, kernelSize: 4, padding: "same", activation: "tanh", batchNorm: true },
    { type: "maxPooling2d", size: 3 },
    { type: "dropout", rate: 0.5 },
    { type: "conv2d", filters: 2, kernelSize: 5, padding: "same", activation: "linear", batchNorm: true },
    { type: "dense", units: 5 },
  ],
  optimizer: "adam",
  batchSize: 4,
  seed: 2,
};

const activations = { 0: (sum: number) => Math.max(0, sum), 2: Math.tanh, 5: (sum: number) => sum };

it("networkView(network) takes numbers of maps apart: kernel times window, bias, normalization and activation give what the layer gave", () =>
  expectNoLeak(async () => {
    const { train, test } = await syntheticDigits.load({ limit: { train: 16, test: 4 } });
    const { inputShape, classNames } = syntheticDigits;
    const data = { inputShape, classNames, train, test, dataset: syntheticDigits };
    const model = networkModel(setup, data, setup.seed);
    model.compile({
      optimizer: tf.train.adam(0.001),
      loss: "sparseCategoricalCrossentropy",
      metrics: ["accuracy"],
    });
    const network = newlyOpened(model, setup, data, 3);
    const { signal } = new AbortController();
    // So that bias and normalization are no longer what they begin with.
    await trainSlice(network, { learningRate: 0.05, batches: 2, milliseconds: 60_000, signal });
    const shapes = [[26, 26, 2], undefined, [26, 26, 3], [8, 8, 3], [8, 8, 3], [8, 8, 2], [5]];
    const first = await networkView(network);
    if (first.kind !== "images") throw new Error("It is of images.");
    expect(first.outputs.map((output) => output?.shape.slice(1))).toEqual(shapes);
    expect(first.pixel).toBeUndefined();

    const image = test.x.data.subarray(3 * 784, 4 * 784);
    const entering = { data: Float32Array.from(image, (byte) => byte / 255), shape: [1, 28, 28, 1] };
    const random = seededRandom(1, "places");
    const any = (count: number): number => Math.floor(random() * count);
    for (const layer of [0, 2, 5] as const) {
      const [height = 0, width = 0, maps = 0] = shapes[layer] ?? [];
      const corners = [
        [0, 0],
        [height - 1, width - 1],
      ] as const;
      const others = Array.from({ length: 8 }, () => [any(height), any(width)] as const);
      for (const [row, column] of [...corners, ...others]) {
        network.place = { layer, row, column, map: any(maps) };
        const pixel = await seenPixel(network, entering, first.outputs);
        if (!pixel) throw new Error("There is no pixel.");
        const { place, products, channelSum, otherSum, bias, norm, sum, value } = pixel;
        expect(place).toEqual(network.place);
        expect(products.data.reduce((total, product) => total + product, 0)).toBeCloseTo(channelSum, 4);
        const plain = channelSum + otherSum + bias;
        expect(norm ? plain * norm.scale + norm.shift : plain).toBeCloseTo(sum, 6);
        expect(activations[layer](sum)).toBeCloseTo(value, 4);
      }
    }
    const last = await networkView(network);
    expect(last.kind === "images" && last.pixel).toEqual(await seenPixel(network, entering, first.outputs));
    network.place = { layer: 0, row: 26, column: 0, map: 0 };
    expect(await seenPixel(network, entering, first.outputs)).toBeUndefined();
    putAway(network);
  }));
