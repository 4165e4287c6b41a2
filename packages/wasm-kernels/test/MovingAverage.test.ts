import * as tf from "@tensorflow/tfjs-core";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { differenceFromCpu, sample, startBackends, variants } from "./againstCpu.ts";

describe.each(variants)("MinibatchMovingAverage, %s", (_name, options) => {
  beforeAll(() => startBackends(options));

  const moved = (shape: number[], seed: number, share: number) => () =>
    tf
      .engine()
      .runKernel<tf.Tensor>(
        "MinibatchMovingAverage",
        { average: sample(shape, seed), value: sample(shape, seed + 1) },
        { share },
      );

  it("equals tfjs' operations on cpu to the last bit", async () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(1000), fc.constantFrom(0, 0.01, 0.5, 1), async (shape, seed, share) => {
        const composed = () => {
          const average = sample(shape, seed);
          return tf.add(average, tf.mul(tf.sub(sample(shape, seed + 1), average), share));
        };
        expect(await differenceFromCpu(moved(shape, seed, share), composed)).toBe(0);
      }),
      { seed: 12, numRuns: 40, examples: [[[100_003], 1, 0.3]] },
    );
  });

  it("refuses values of another shape", async () => {
    await tf.setBackend("wasm");
    const run = () =>
      tf.tidy(() => {
        const inputs = { average: sample([6], 1), value: sample([5], 2) };
        tf.engine().runKernel("MinibatchMovingAverage", inputs, { share: 0.5 });
      });
    expect(run).toThrow(expect.objectContaining({ code: "SHAPE_MISMATCH" }));
  });
});
