import "@tensorflow/tfjs-backend-cpu";
import { deriveSeed } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { beforeAll, expect, it } from "vitest";
import { dropoutMasks } from "../src/loop/dropoutMasks.ts";
import { randomMask } from "../src/random/randomMask.ts";

beforeAll(() => tf.setBackend("cpu"));

function dropoutModel(noiseShape?: number[]) {
  const dropout = tfl.layers.dropout({
    inputShape: [400],
    rate: 0.25,
    ...(noiseShape ? { noiseShape } : {}),
  });
  return tfl.sequential({ layers: [dropout, tfl.layers.dropout({ rate: 0.25 })] });
}

function outputOf(model: tfl.LayersModel, training: boolean): number[] {
  return tf.tidy(() => [...(model.apply(tf.ones([40, 400]), { training }) as tf.Tensor).dataSync()]);
}

it("dropoutMasks(model, seed) gives masks that differ from step to step and repeat from run to run", async () => {
  const model = dropoutModel();
  await expectNoLeak(() => {
    const run = () => {
      const masks = dropoutMasks(model, 3);
      const outputs = [0, 1].map((step) => {
        masks.setStep(step);
        return outputOf(model, true);
      });
      masks.restore();
      return outputs;
    };
    const [first, second] = run();
    expect(first).not.toEqual(second);
    expect(run()).toEqual([first, second]);
  });
});

it("dropoutMasks(model, seed) keeps the mean, and does nothing outside of training", () => {
  const model = dropoutModel();
  const masks = dropoutMasks(model, 3);
  const output = outputOf(model, true);
  const values = new Set(output.map((value) => value.toFixed(4)));
  masks.restore();
  expect(values).toEqual(new Set(["0.0000", (1 / 0.75 ** 2).toFixed(4)]));
  expect(output.reduce((sum, value) => sum + value, 0) / output.length).toBeCloseTo(1, 1);
  expect(new Set(outputOf(model, false))).toEqual(new Set([1]));
});

it("dropoutMasks(model, seed) respects the noise shape of a layer", () => {
  const model = dropoutModel([1, 400]);
  const masks = dropoutMasks(model, 1);
  const [first] = model.layers;
  const rows = tf.tidy(() => {
    const output = first?.apply(tf.ones([2, 400]), { training: true }) as tf.Tensor2D;
    return output.arraySync();
  });
  masks.restore();
  expect(rows[0]).toEqual(rows[1]);
});

it("dropoutMasks(model, seed) gives the layers of the model itself the masks of their number, step and seed, whatever else there is", () => {
  const nested = tfl.sequential({ layers: [tfl.layers.dropout({ rate: 0.25, inputShape: [400] })] });
  const model = tfl.sequential({ layers: [nested, ...dropoutModel().layers] });
  const masks = dropoutMasks(model, 3);
  masks.setStep(5);
  for (const [index, layer] of model.layers.slice(1).entries()) {
    for (const call of [[], [1]]) {
      const [output] = [layer.apply(tf.ones([2, 400]), { training: true })].flat() as tf.Tensor[];
      const expected = randomMask(800, 0.25, deriveSeed(3, "dropout", index, 5, ...call));
      expect([...(output?.dataSync() ?? [])]).toEqual([...expected]);
    }
  }
  masks.restore();
});

it("randomMask(size, rate, seed) drops the share that the rate says, for each seed another one", () => {
  const mask = randomMask(100_000, 0.3, 7);
  const dropped = mask.filter((value) => value === 0).length / mask.length;
  expect(dropped).toBeCloseTo(0.3, 2);
  expect(Math.max(...mask.subarray(0, 1000))).toBeCloseTo(1 / 0.7, 6);
  expect(randomMask(100, 0.3, 7)).toEqual(mask.slice(0, 100));
  expect(randomMask(100, 0.3, 8)).not.toEqual(mask.slice(0, 100));
});
