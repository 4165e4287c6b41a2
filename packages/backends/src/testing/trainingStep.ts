import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { ConformanceModel } from "./ConformanceModel.ts";
import { sampleValues } from "./sample.ts";

/** What a training step came to. */
export interface TrainingStep {
  /** The loss before it. */
  readonly before: number;
  /** Of each weight. */
  readonly gradients: readonly Float32Array[];
  /** The loss after it. */
  readonly after: number;
}

/** So few that a GPU which the CPU plays takes seconds; the fully connected and the convolutional kernels still differ. */
const ROWS = 2;

/** Takes one training step on two rows, from weights that are the same on every machine. */
export async function trainingStep({ loss, ...make }: ConformanceModel): Promise<TrainingStep> {
  const model = make.createModel();
  const optimizer = make.createOptimizer();
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  let results: tf.Tensor[] = [];
  try {
    results = tf.tidy(() => {
      for (const [index, weight] of weights.entries()) weight.assign(initialWeight(weight.shape, index));
      const measure = () => lossOf(model, loss);
      const { value, grads } = optimizer.computeGradients(measure, weights);
      const gradients = weights.map((weight) => grads[weight.name] as tf.Tensor);
      optimizer.applyGradients(grads);
      return [value, ...gradients, measure()];
    });
    const values = await Promise.all(results.map((result) => result.data<"float32">()));
    const [[before = Number.NaN] = [], ...gradients] = values;
    const [after = Number.NaN] = gradients.pop() ?? [];
    return { before, gradients, after };
  } finally {
    tf.dispose(results);
    optimizer.dispose();
    // tfjs' momentum forgets the learning rate of the SGD that it builds on.
    tf.dispose((optimizer as { c?: tf.Tensor }).c ?? []);
    model.dispose();
  }
}

/** Glorot's range, so that nothing saturates however wide a layer is; biases are 0. */
function initialWeight(shape: number[], index: number): tf.Tensor {
  if (shape.length < 2) return tf.zeros(shape);
  const [inputs = 1, outputs = 1] = shape.slice(-2);
  const window = tf.util.sizeFromShape(shape.slice(0, -2));
  const limit = Math.sqrt(6 / (window * (inputs + outputs)));
  const values = sampleValues(tf.util.sizeFromShape(shape), 100 + index);
  return tf.tensor(
    values.map((value) => value * limit),
    shape,
  );
}

function lossOf(model: LayersModel, loss: ConformanceModel["loss"]): tf.Scalar {
  const sizes = (axes: readonly (number | null)[] = []) => [ROWS, ...(axes.slice(1) as number[])];
  const inputShape = sizes(model.inputs[0]?.shape);
  const [, outputs = 1] = sizes(model.outputs[0]?.shape);
  const x = tf.tensor(sampleValues(tf.util.sizeFromShape(inputShape), 50), inputShape);
  const output = model.apply(x, { training: false }) as tf.Tensor2D;
  if (loss === "meanSquaredError") {
    const y = tf.tensor2d(sampleValues(ROWS * outputs, 51), [ROWS, outputs]);
    return tf.mean(tf.square(tf.sub(output, y)));
  }
  const labels = tf.tensor1d([0, outputs - 1], "int32");
  const chosen = tf.sum(tf.mul(output, tf.cast(tf.oneHot(labels, outputs), "float32")), 1);
  return tf.neg(tf.mean(tf.log(chosen)));
}
