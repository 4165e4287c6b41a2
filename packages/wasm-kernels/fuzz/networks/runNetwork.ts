import * as tf from "@tensorflow/tfjs-core";
import type * as tfl from "@tensorflow/tfjs-layers";
import type { Observation } from "../Observation.ts";
import { optimizers } from "../programs/optimizers.ts";
import { sampleValues } from "../sampleValues.ts";
import { buildNetwork } from "./buildNetwork.ts";
import type { NetworkCase } from "./NetworkCase.ts";

/**
 * Trains a network with tfjs' own loop, on the backend that runs, and disposes of everything it made.
 *
 * @param disturbance how much its inputs and first weights are moved, as a part of each: tells what rounding does to the results
 * @returns losses, metrics, predictions, weights
 */
export async function runNetwork(made: NetworkCase, disturbance = 0): Promise<Observation[]> {
  const observations: Observation[] = [];
  const look = (what: string, shape: readonly number[], values: ArrayLike<number>) =>
    observations.push({
      what: `${observations.length + 1}. ${what}`,
      shape,
      values: Float32Array.from(values),
    });
  const model = buildNetwork(made);
  const optimizer = (optimizers[made.optimizer] as () => tf.Optimizer)();
  setWeights(model, made.seed, disturbance);
  const compile = () => {
    const losses = model.outputs.map(({ shape }, index) =>
      lossOf(made, shape, index === model.outputs.length - 1),
    );
    model.compile({ optimizer, loss: losses });
  };
  compile();
  const { seed, samples, inputShape, special, batchSize } = made;
  const input = { shape: [samples, ...inputShape], seed, special };
  const x = tf.tensor(sampleValues(input, disturbance), input.shape);
  const y = model.outputs.map(({ shape }) => targets(shape.at(-1) as number, made));
  try {
    for (const step of made.steps) {
      if (step.name === "fit") {
        const { history } = await model.fit(x, y, {
          epochs: step.epochs,
          batchSize,
          shuffle: false,
        });
        for (const [name, values] of Object.entries(history)) look(name, [values.length], values as number[]);
      } else if (step.name === "freeze") {
        const layer = model.layers[step.layer + 1];
        if (layer) layer.trainable = step.trainable;
        if (step.compile) compile();
      } else if (step.name === "weights") {
        for (const weight of model.getWeights()) look("a weight", weight.shape, weight.dataSync());
      } else {
        const result =
          step.name === "predict" ? model.predict(x, { batchSize }) : model.evaluate(x, y, { batchSize });
        for (const tensor of [result].flat()) {
          look(step.name, tensor.shape, tensor.dataSync());
          tensor.dispose();
        }
      }
    }
    return observations;
  } finally {
    tf.dispose([x, ...y]);
    model.dispose();
    optimizer.dispose();
  }
}

function lossOf({ head }: NetworkCase, _shape: tfl.Shape, last: boolean): string {
  if (!last || head === "linear") return "meanSquaredError";
  return head === "softmax" ? "categoricalCrossentropy" : "binaryCrossentropy";
}

/** One-hot rows, which every loss takes. */
function targets(classes: number, { samples }: NetworkCase): tf.Tensor {
  const labels = Array.from({ length: samples }, (_, index) => index % classes);
  return tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(labels, "int32"), classes), "float32"));
}

function setWeights(model: tfl.LayersModel, seed: number, disturbance: number): void {
  const values = model.weights.map(({ shape, originalName }, index) => {
    const size = shape as number[];
    const sample = sampleValues({ shape: size, seed: seed + index }, disturbance);
    // Variances are positive; what is summed over many inputs is small.
    const fanIn = size.slice(0, -1).reduce((a, b) => a * b, 1);
    const scale = /variance|gamma/.test(originalName)
      ? (value: number) => 0.5 + Math.abs(value)
      : (value: number) => value / Math.sqrt(fanIn);
    return tf.tensor(sample.map(scale), size);
  });
  model.setWeights(values);
  tf.dispose(values);
}
