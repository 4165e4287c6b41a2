import * as tf from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expect } from "vitest";
import type { ReferenceArray } from "./referenceFiles.ts";

/** Expects what Keras answered, within a part of its largest value. */
export function expectSameAnswers(
  model: LayersModel,
  {
    inputs,
    outputs,
  }: { readonly inputs: readonly ReferenceArray[]; readonly outputs: readonly ReferenceArray[] },
  tolerance: number,
): void {
  tf.tidy(() => {
    const predicted = model.predict(inputs.map(({ data, shape }) => tf.tensor(data, shape)));
    const answers = Array.isArray(predicted) ? predicted : [predicted];
    expect(answers.map(({ shape }) => shape)).toEqual(outputs.map(({ shape }) => shape));
    outputs.forEach(({ data }, i) => {
      const largest = Math.max(...data.map(Math.abs));
      const found = answers[i]?.dataSync() ?? [];
      const error = Math.max(...data.map((value, j) => Math.abs(value - (found[j] ?? Number.NaN)))) / largest;
      expect(error, `the largest difference of output ${i}, of ${largest}`).toBeLessThan(tolerance);
    });
  });
}
