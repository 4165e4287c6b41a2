import { checkClose } from "./checkClose.ts";
import { ConformanceError } from "./ConformanceError.ts";
import type { ConformanceModel } from "./ConformanceModel.ts";
import type { ConformanceSpec } from "./ConformanceSpec.ts";
import { digest } from "./digest.ts";
import { type TrainingStep, trainingStep } from "./trainingStep.ts";
import { withoutLeak } from "./withoutLeak.ts";

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
    return {
      name,
      trains: true,
      run: () => withoutLeak(async () => checkStep(model, await trainingStep(model))),
    };
  });
}

/**
 * Holds a step of a model against what another implementation computes, and requires that the loss fell.
 *
 * @throws {ConformanceError} `WRONG_RESULT`
 */
export function checkStep({ name: of, expected }: ConformanceModel, step: TrainingStep): void {
  const name = `a training step of ${of}`;
  const { before, gradients, after } = step;
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
}

/** Gradients of wide layers are small: they are compared in parts of their largest value. */
function checkScaled(what: string, actual: readonly number[], reference: readonly number[]): void {
  const size = Math.max(...reference.map(Math.abs)) || 1;
  const scaled = (values: readonly number[]) => values.map((value) => value / size);
  checkClose(what, scaled(actual), scaled(reference));
}
