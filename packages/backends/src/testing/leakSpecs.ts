import * as tf from "@tensorflow/tfjs-core";
import * as tfl from "@tensorflow/tfjs-layers";
import { ConformanceError } from "./ConformanceError.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { sample } from "./sample.ts";
import { withoutLeak } from "./withoutLeak.ts";

const STEPS = 20;

/** A training loop must not grow: neither in tensors nor in the bytes that they hold. */
export const leakSpecs: readonly ConformanceSpec[] = [
  {
    name: `no growth over ${STEPS} training steps`,
    trains: true,
    run: () =>
      withoutLeak(async () => {
        const model = tfl.sequential({
          layers: [
            tfl.layers.conv2d({ inputShape: [8, 8, 1], filters: 3, kernelSize: 3, activation: "relu" }),
            tfl.layers.flatten(),
            tfl.layers.dropout({ rate: 0.5 }),
            tfl.layers.dense({ units: 4, activation: "softmax" }),
          ],
        });
        const optimizer = tf.train.adam();
        model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
        const x = sample([4, 8, 8, 1], 1);
        const y = tf.tensor1d([0, 1, 2, 3]);
        await model.trainOnBatch(x, y);
        const before = tf.memory();
        for (let step = 0; step < STEPS; step += 1) await model.trainOnBatch(x, y);
        const after = tf.memory();
        optimizer.dispose();
        model.dispose();
        tf.dispose([x, y]);
        const tensors = after.numTensors - before.numTensors;
        const bytes = after.numBytes - before.numBytes;
        if (tensors !== 0 || bytes > 0) {
          throw new ConformanceError("LEAK", `expected no growth, got ${tensors} tensors and ${bytes} bytes`);
        }
      }),
  },
];
