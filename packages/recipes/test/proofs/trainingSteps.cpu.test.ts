import { startBackend } from "@minibatch/backends";
import type { ConformanceModel } from "@minibatch/backends/testing";
import { expectNoLeak } from "@minibatch/testing";
import { describe, expect, it } from "vitest";
import { type TrainingStep, trainingStep } from "../../../backends/src/testing/trainingStep.ts";
import { checkStep } from "../../../backends/src/testing/trainingStepSpecs.ts";
import { recipeModels } from "../recipeModels.ts";

/** The widest network is that of `cifar10-airbench-93` in other sizes, of which cpu takes half a minute a step; wasm is held against Keras in it everywhere. */
const models = recipeModels.filter(({ name }) => name !== "cifar10-airbench-94");

/** What cpu came to, which takes some networks ten seconds: it is held against Keras, and wasm against it. */
const onCpu = new Map<string, Promise<TrainingStep>>();

async function stepOnCpu(model: ConformanceModel): Promise<TrainingStep> {
  await startBackend("cpu");
  const step = onCpu.get(model.name) ?? expectNoLeak(() => trainingStep(model));
  onCpu.set(model.name, step);
  return step;
}

describe("conformance of cpu in Node", () => {
  it.for(models)("a training step of $name", { timeout: 120_000 }, async (model) => {
    const step = await stepOnCpu(model);
    expect(() => checkStep(model, step)).not.toThrow();
  });
});

it.for(models)(
  "the gradients of $name are those of cpu on wasm, value by value, with all threads",
  { timeout: 120_000 },
  async (model) => {
    const expected = await stepOnCpu(model);
    await startBackend("wasm");
    const actual = await expectNoLeak(() => trainingStep(model));
    expect(actual.gradients).toHaveLength(expected.gradients.length);
    for (const [index, values] of expected.gradients.entries()) {
      const size = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
      const gap = values.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (actual.gradients[index]?.[at] ?? Number.NaN))),
        0,
      );
      expect(gap / size, `weight ${index}`).toBeLessThan(1e-4);
    }
  },
);
