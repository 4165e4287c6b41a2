import "@tensorflow/tfjs-backend-cpu";
import { readFileSync } from "node:fs";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { expect, it } from "vitest";
import { fit, predict } from "../src/index.ts";

interface Case {
  readonly scale: boolean;
  readonly center: boolean;
  readonly loss: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly predicted: readonly number[];
}

const reference = JSON.parse(
  readFileSync(new URL("reference/batchNormalization.json", import.meta.url), "utf8"),
) as { x: number[]; y: number[]; kernel: number[]; cases: Case[] };

const samples = {
  x: { data: Float32Array.from(reference.x), shape: [16, 3] },
  y: { data: Float32Array.from(reference.y), shape: [16, 1] },
};

/** The model of the reference; nested in another one where that is asked for. */
function build({ scale, center }: Case, nested: boolean): tfl.LayersModel {
  const normalization = tfl.layers.batchNormalization({ scale, center, momentum: 0.9, inputShape: [3] });
  const model = tfl.sequential({
    layers: [
      nested ? tfl.sequential({ layers: [normalization] }) : normalization,
      tfl.layers.dense({ units: 1 }),
    ],
  });
  const [kernel, bias] = [tf.tensor2d(reference.kernel, [3, 1]), tf.zeros([1])];
  model.layers[1]?.setWeights([kernel, bias]);
  tf.dispose([kernel, bias]);
  return model;
}

/** The values of all weights in the order of their size, to three digits. */
function sorted(weights: readonly (readonly number[])[]): string[] {
  return weights
    .flat()
    .sort((one, other) => one - other)
    .map((value) => (Math.round(value * 1000) / 1000 + 0).toFixed(3));
}

it.each(reference.cases.flatMap((one) => [false, true].map((nested) => ({ ...one, nested }))))(
  "fit(model, samples) trains batch normalization with scale $scale, center $center as Keras, nested $nested",
  async ({ nested, ...one }) => {
    await tf.setBackend("cpu");
    await expectNoLeak(async () => {
      const model = build(one, nested);
      const optimizer = tf.train.sgd(0.1);
      model.compile({ optimizer, loss: "meanSquaredError" });
      const { loss } = await fit(model, samples, { epochs: 3, batchSize: 8, shuffle: false });
      for (const [epoch, value] of one.loss.entries()) expect(loss[epoch]).toBeCloseTo(value, 4);
      const weights = model.getWeights().map((weight) => [...weight.dataSync()]);
      // tfjs lists the weights that train first, Keras those of a layer together.
      expect(sorted(weights)).toEqual(sorted(one.weights));
      const { data } = await predict(model, samples.x);
      for (const [row, value] of one.predicted.entries()) expect(data[row]).toBeCloseTo(value, 3);
      model.dispose();
      optimizer.dispose();
    });
  },
);
