import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { fromLayers, type LayerSpec, type LayerStack, planLayers } from "../src/index.ts";

beforeAll(() => tf.setBackend("cpu"));

/** A stack, and what Keras makes of it. */
interface KerasStack extends LayerStack {
  /** The first layer that Keras refuses. */
  readonly refused?: number;
  readonly outputShapes?: readonly (readonly number[])[];
  readonly parameters?: number;
}

const stacks = JSON.parse(
  readFileSync(new URL("reference/layerStacks.json", import.meta.url), "utf8"),
) as readonly KerasStack[];

describe("planLayers(stack)", () => {
  it("tells the shapes and the parameters that Keras has, and refuses the layer that Keras refuses", () => {
    expect(stacks.filter(({ refused }) => refused !== undefined).length).toBeGreaterThan(10);
    for (const { refused, outputShapes, parameters, ...stack } of stacks) {
      const plan = planLayers(stack);
      const first = plan.layers.findIndex(({ problem }) => problem);
      expect(first, JSON.stringify(stack)).toBe(refused ?? -1);
      expect(plan.valid).toBe(refused === undefined);
      if (refused !== undefined) continue;
      expect(plan.layers.map(({ outputShape }) => outputShape)).toEqual(outputShapes);
      expect(plan.parameters).toBe(parameters);
    }
  });

  it.each<[LayerSpec, string]>([
    [
      { type: "conv2d", filters: 4, kernelSize: 7 },
      'A kernel of 7x7 does not fit into an image of 6x6. Make it smaller, pool less before it, or use padding "same".',
    ],
    [
      { type: "maxPooling2d", size: 7 },
      "A window of 7x7 does not fit into an image of 6x6. Make it smaller, or pool less before it.",
    ],
    [{ type: "dense", units: 0 }, "units must be a whole number from 1 up, but it is 0."],
    [
      { type: "conv2d", filters: 1.5, kernelSize: 3 },
      "filters must be a whole number from 1 up, but it is 1.5.",
    ],
    [{ type: "dropout", rate: 1 }, "rate must be at least 0 and below 1, but it is 1."],
    [{ type: "dense", units: 2, l2: -1 }, "l2 must be a finite number from 0 up, but it is -1."],
    [
      { type: "dense", units: 2, activation: "softmax" as "relu" },
      "activation must be one of relu, elu, selu, gelu, silu, swish, sigmoid, tanh, linear, but it is softmax.",
    ],
    [
      { type: "conv2d", filters: 2, kernelSize: 3, padding: "causal" as "same" },
      'padding must be "valid" or "same", but it is causal.',
    ],
    [
      { type: "lstm" } as unknown as LayerSpec,
      "The type of a layer must be one of conv2d, maxPooling2d, globalAveragePooling2d, dense, dropout, but it is lstm.",
    ],
  ])("tells what is wrong with %j, and goes on behind it", (layer, message) => {
    const stack: LayerStack = {
      inputShape: [6, 6, 1],
      layers: [layer, { type: "dense", units: 3 }],
      classes: 2,
    };
    const plan = planLayers(stack);
    expect(plan.layers[0]?.problem?.message).toBe(message);
    expect(plan.layers[1]).toEqual({ outputShape: [3], parameters: 111, flattens: true });
    expect(() => fromLayers(stack)).toThrow(`Layer 1 of 2: ${message}`);
  });

  it("tells that a convolution behind a dense layer has no image", () => {
    const layers: LayerSpec[] = [
      { type: "dense", units: 3 },
      { type: "conv2d", filters: 2, kernelSize: 3 },
    ];
    expect(planLayers({ inputShape: [6, 6, 1], layers, classes: 2 }).layers[1]?.problem).toEqual({
      code: "NEEDS_IMAGE",
      message:
        "A convolution needs images, [height, width, channels], but here come 3 values. " +
        "Put it before the first dense layer or global pooling.",
      details: ["3"],
    });
  });
});

describe("fromLayers(options)", () => {
  it("builds what Keras builds: its parameters, and probabilities", () =>
    expectNoLeak(async () => {
      for (const stack of stacks.filter(({ refused }) => refused === undefined)) {
        const model = fromLayers(stack);
        expect(model.countParams()).toBe(stack.parameters);
        const sum = tf.tidy(() => tf.sum(model.predict(tf.ones([1, ...stack.inputShape])) as tf.Tensor));
        expect((await sum.data())[0]).toBeCloseTo(1, 5);
        sum.dispose();
        model.dispose();
      }
    }));

  it("refuses what Keras refuses, and names the layer", () => {
    for (const stack of stacks.filter(({ refused }) => refused !== undefined)) {
      expect(() => fromLayers(stack)).toThrow(`Layer ${(stack.refused ?? 0) + 1} of `);
    }
  });

  it("draws the same weights for the same seed, and others for another one", () =>
    expectNoLeak(async () => {
      const kernel = (seed: number): Float32Array => {
        const model = fromLayers({
          inputShape: [2],
          layers: [{ type: "dense", units: 3 }],
          classes: 2,
          seed,
        });
        const data = model.getWeights()[0]?.dataSync() as Float32Array;
        model.dispose();
        return data;
      };
      expect(kernel(1)).toEqual(kernel(1));
      expect(kernel(1)).not.toEqual(kernel(2));
    }));

  it("lets the loss grow by the squares of a kernel that has a penalty, and of no other", () =>
    expectNoLeak(async () => {
      const lossOf = async (l2: number): Promise<readonly [loss: number, squares: number]> => {
        const layers: LayerSpec[] = [{ type: "conv2d", filters: 2, kernelSize: 3, l2 }];
        const model = fromLayers({ inputShape: [4, 4, 1], layers, classes: 2 });
        // Nothing moves, so that all have the same weights.
        const optimizer = tf.train.sgd(0);
        model.compile({ optimizer, loss: "categoricalCrossentropy" });
        const [x, y] = [tf.ones([1, 4, 4, 1]), tf.tensor2d([[0, 1]])];
        const loss = (await model.trainOnBatch(x, y)) as number;
        const kernel = model.getWeights()[0]?.dataSync() as Float32Array;
        tf.dispose([x, y]);
        optimizer.dispose();
        model.dispose();
        return [loss, kernel.reduce((sum, value) => sum + value ** 2, 0)];
      };
      const [penalized, squares] = await lossOf(0.5);
      expect(penalized - (await lossOf(0))[0]).toBeCloseTo(0.5 * squares, 4);
    }));

  it("refuses inputs and classes that cannot be", () => {
    expect(() => fromLayers({ inputShape: [], layers: [], classes: 2 })).toThrow("inputShape must be");
    expect(() => fromLayers({ inputShape: [2], layers: [], classes: 1 })).toThrow("classes must be");
  });
});
