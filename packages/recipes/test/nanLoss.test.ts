import { startBackend } from "@minibatch/backends";
import type { NdArray } from "@minibatch/datasets";
import { mlp, perceptron } from "@minibatch/models";
import { expectNoLeak } from "@minibatch/testing";
import { type Checkpoint, fit, type FitOptions, oneHot } from "@minibatch/training";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";

const rows = 12;
const labels = { data: Uint8Array.from({ length: rows }, (_, row) => row % 2), shape: [rows] };

function inputs(wrong?: number): NdArray {
  const data = Float32Array.from({ length: rows * 3 }, (_, at) => Math.sin(at));
  if (wrong !== undefined) data[22] = wrong;
  return { data, shape: [rows, 3] };
}

const makers = {
  sparseCategoricalCrossentropy: { y: labels, make: () => mlp({ inputShape: [3], hidden: [4], classes: 2 }) },
  categoricalCrossentropy: {
    y: oneHot(labels.data, 2),
    make: () => mlp({ inputShape: [3], hidden: [4], activation: "sigmoid", classes: 2 }),
  },
  binaryCrossentropy: { y: labels, make: () => perceptron({ inputShape: [3] }) },
  meanSquaredError: { y: labels, make: () => mlp({ inputShape: [3], hidden: [4], outputs: 1 }) },
} as const;

describe.each(["cpu", "wasm"] as const)(
  "on %s, fit(model, samples) ends with NAN_LOSS and no checkpoint",
  (backend) => {
    beforeAll(() => startBackend(backend));

    /** Trains, which is to fail, and leave no tensor and no checkpoint. */
    async function message(
      loss: keyof typeof makers,
      x: NdArray,
      options: FitOptions = {},
      rate = 0.1,
    ): Promise<string> {
      const { make, y } = makers[loss];
      return expectNoLeak(async () => {
        const model = make();
        const optimizer = tf.train.sgd(rate);
        model.compile({ optimizer, loss });
        const checkpoints: number[] = [];
        const failure = await fit(
          model,
          { x, y },
          {
            batchSize: 5,
            ...options,
            onCheckpoint: ({ epoch }) => void checkpoints.push(epoch),
          },
        ).then(
          () => new Error("it trained"),
          (error: Error) => error,
        );
        expect(failure).toMatchObject({ code: "NAN_LOSS" });
        expect(checkpoints).toEqual([]);
        model.dispose();
        optimizer.dispose();
        return failure.message;
      });
    }

    const losses = Object.keys(makers) as (keyof typeof makers)[];

    it.each(
      losses.flatMap((loss) => [Number.NaN, Number.POSITIVE_INFINITY].map((value) => [loss, value] as const)),
    )("with %s and %s in the inputs, whose row it names", async (loss, value) => {
      expect(await message(loss, inputs(value))).toContain(
        `Row 7 of x holds ${value}: remove or replace it.`,
      );
    });

    it.each(losses)("with %s and a rate that diverges in the last step", async (loss) => {
      // Of one batch the loss is measured before the step.
      const options = { batchSize: rows };
      const said = await message(loss, inputs(), options, Number.MAX_VALUE);
      expect(said).toMatch(
        /^Weights are no longer finite numbers after epoch 1\. Try a smaller learning rate/,
      );
    });

    it("with an interruption after such a step", async () => {
      const controller = new AbortController();
      const onEvent = () => controller.abort();
      const options = { epochs: 9, signal: controller.signal, onEvent };
      expect(await message("binaryCrossentropy", inputs(), options, Number.MAX_VALUE)).toContain(
        "in epoch 1",
      );
    });

    it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
      "with a weight of %s, however the loss comes out",
      async (weight) => {
        const model = perceptron({ inputShape: [3] });
        model.compile({ optimizer: "sgd", loss: "binaryCrossentropy" });
        tf.tidy(() => model.setWeights([tf.tensor2d([[0], [weight], [0]]), tf.tensor1d([0])]));
        await expect(fit(model, { x: inputs(), y: labels })).rejects.toMatchObject({ code: "NAN_LOSS" });
        model.dispose();
      },
    );

    it("with a checkpoint that holds them, before a step", async () => {
      const model = perceptron({ inputShape: [3] });
      model.compile({ optimizer: "sgd", loss: "binaryCrossentropy" });
      const samples = { x: inputs(), y: labels };
      const checkpoints: Checkpoint[] = [];
      await fit(model, samples, { onCheckpoint: (checkpoint) => void checkpoints.push(checkpoint) });
      const [sound] = checkpoints as [Checkpoint];
      const weights = sound.weights.map((weight) => ({ ...weight, data: weight.data.map(() => Number.NaN) }));
      const run = fit(model, samples, { epochs: 2, resumeFrom: { ...sound, weights } });
      await expect(run).rejects.toThrow("Weights are no longer finite numbers in the checkpoint.");
      model.dispose();
    });
  },
);
