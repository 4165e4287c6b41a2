import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { ConformanceError } from "./ConformanceError.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { sample } from "./sample.ts";
import { withoutLeak } from "./withoutLeak.ts";

const RATE = 0.25;
const COUNT = 4000;

function check(holds: boolean, message: string): void {
  if (!holds) throw new ConformanceError("WRONG_RESULT", message);
}

/** Dropout draws at random, so that no reference has its values; its laws can be checked. */
export const dropoutSpecs: readonly ConformanceSpec[] = [
  {
    name: "dropout, and its gradient through the same mask",
    trains: true,
    run: () =>
      withoutLeak(async () => {
        const layer = tfl.layers.dropout({ rate: RATE, seed: 3 });
        const [value, gradient] = tf.tidy(() => {
          const f = tf.valueAndGrad((x: tf.Tensor) =>
            tf.sum(layer.apply(x, { training: true }) as tf.Tensor),
          );
          const apart = layer.apply(tf.ones([COUNT]), { training: true }) as tf.Tensor;
          return [apart, f(tf.ones([COUNT])).grad];
        });
        const [kept, slopes] = await Promise.all([value.data(), gradient.data()]);
        tf.dispose([value, gradient]);
        layer.dispose();
        const scale = 1 / (1 - RATE);
        const share = kept.filter((value) => value !== 0).length / COUNT;
        check(
          Math.abs(share - (1 - RATE)) < 0.04,
          `expected about ${1 - RATE} of the values kept, got ${share}`,
        );
        for (const values of [kept, slopes]) {
          check(
            values.every((value) => value === 0 || Math.abs(value - scale) < 1e-3),
            `expected dropout to give 0 or ${scale} for 1`,
          );
        }
        check(
          kept.every((value, index) => (value === 0) === (slopes[index] === 0)),
          "expected a seeded layer to drop the same values forwards and backwards",
        );
      }),
  },
  {
    name: "training of an MLP with dropout",
    trains: true,
    run: () =>
      withoutLeak(async () => {
        const model = tfl.sequential({
          layers: [
            tfl.layers.dense({
              units: 32,
              activation: "relu",
              inputShape: [12],
              kernelInitializer: glorot(1),
            }),
            tfl.layers.dropout({ rate: RATE, seed: 2 }),
            tfl.layers.dense({ units: 4, activation: "softmax", kernelInitializer: glorot(2) }),
          ],
        });
        const optimizer = tf.train.adam(0.02);
        model.compile({ optimizer, loss: "sparseCategoricalCrossentropy" });
        const x = sample([16, 12], 50);
        const y = tf.tensor1d(Array.from({ length: 16 }, (_, index) => index % 4));
        const losses: number[] = [];
        for (let step = 0; step < 30; step += 1) losses.push((await model.trainOnBatch(x, y)) as number);
        optimizer.dispose();
        model.dispose();
        tf.dispose([x, y]);
        const [first = 0] = losses;
        const last = losses.at(-1) ?? Number.NaN;
        check(last < first / 2, `expected the loss to halve in 30 steps, got ${first} and ${last}`);
      }),
  },
];

function glorot(seed: number): ReturnType<typeof tfl.initializers.glorotUniform> {
  return tfl.initializers.glorotUniform({ seed });
}
