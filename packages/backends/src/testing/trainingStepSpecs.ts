import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { checkClose } from "./checkClose.ts";
import { ConformanceError } from "./ConformanceError.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { digest } from "./digest.ts";
import { sampleValues } from "./sample.ts";
import { withoutLeak } from "./withoutLeak.ts";

/** A model of yours whose training the conformance suite is to check as well. */
export interface ConformanceModel {
  /** E.g. `mnist-cnn`; the spec is called `a training step of mnist-cnn`. */
  readonly name: string;
  /** Makes the model; it may be uncompiled. One input and one output `[batch, outputs]`; the spec disposes it. */
  createModel(): LayersModel;
  /** Makes what moves the weights; the spec disposes it. */
  createOptimizer(): tf.Optimizer;
  /** How wrong it is: the mean over the batch, of probabilities of classes or of values. */
  readonly loss: "sparseCategoricalCrossentropy" | "meanSquaredError";
  /**
   * What another implementation computes for the same step: the loss, then of each gradient what the suite compares.
   *
   * @default none: the step only has to bring the loss down
   */
  readonly expected?: readonly (readonly number[])[] | undefined;
}

/** So few that a GPU which the CPU plays takes seconds; the fully connected and the convolutional kernels still differ. */
const ROWS = 2;

/**
 * Makes a spec of each model: one training step on two rows. Weights and inputs are the same on every machine, so that loss
 * and gradients can be held against a reference; dropout, which draws at random, is left out. The step itself must bring
 * the loss down.
 *
 * @example
 * const specs = trainingStepSpecs([{ name: "mine", createModel, createOptimizer, loss: "meanSquaredError" }]);
 * specs[0].name; // "a training step of mine"
 */
export function trainingStepSpecs(models: readonly ConformanceModel[]): ConformanceSpec[] {
  return models.map((model) => {
    const name = `a training step of ${model.name}`;
    return { name, trains: true, run: () => withoutLeak(() => checkStep(name, model)) };
  });
}

async function checkStep(name: string, { loss, expected, ...make }: ConformanceModel): Promise<void> {
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
    const values = await Promise.all(results.map((result) => result.data()));
    const [[before = Number.NaN] = [], ...gradients] = values;
    const [after = Number.NaN] = gradients.pop() ?? [];
    if (expected) {
      const actual = [[before], ...gradients.map(digest)];
      checkClose(`${name}, results`, [actual.length], [expected.length]);
      for (const [index, reference] of expected.entries()) {
        const what = index === 0 ? "loss" : `gradient of weight ${index - 1}`;
        checkScaled(`${name}, ${what}`, actual[index] ?? [], reference);
      }
    }
    if (!(after < before)) {
      throw new ConformanceError(
        "WRONG_RESULT",
        `${name}: expected the loss to fall from ${before}, got ${after}`,
      );
    }
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

/** Gradients of wide layers are small: they are compared in parts of their largest value. */
function checkScaled(what: string, actual: readonly number[], reference: readonly number[]): void {
  const size = Math.max(...reference.map(Math.abs)) || 1;
  const scaled = (values: readonly number[]) => values.map((value) => value / size);
  checkClose(what, scaled(actual), scaled(reference));
}
