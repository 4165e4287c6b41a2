import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { startBackend } from "../src/index.ts";
import { conformanceSpecs, runConformance } from "../src/testing.ts";

beforeAll(() => startBackend("cpu"));

/** Puts another function in the place of a kernel of cpu while the running test runs. */
function replaceKernel(name: string, change: (original: tf.KernelFunc) => tf.KernelFunc): void {
  const original = tf.getKernel(name, "cpu");
  const put = (kernelFunc: tf.KernelFunc) => {
    tf.unregisterKernel(name, "cpu");
    tf.registerKernel({ ...original, kernelFunc });
  };
  put(change(original.kernelFunc));
  onTestFinished(() => put(original.kernelFunc));
}

async function failures(): Promise<Record<string, string>> {
  const failed = (await runConformance()).filter(({ error }) => error !== "");
  return Object.fromEntries(failed.map(({ name, error }) => [name, error]));
}

it("runConformance() names what a wrong kernel breaks, and runs the rest", async () => {
  replaceKernel("MaxPoolGrad", (original) => (call) => {
    const result = original(call) as tf.TensorInfo;
    const { values } = (
      tf.backend() as unknown as { data: tf.DataStorage<{ values: Float32Array }> }
    ).data.get(result.dataId);
    values[0] = (values[0] ?? 0) + 0.1;
    return result;
  });
  const failed = await failures();
  expect(Object.keys(failed)).toContain("gradient of maxPool");
  expect(Object.keys(failed)).not.toContain("gradient of avgPool");
  expect(failed["gradient of maxPool"]).toMatch(/expected -?[\d.e-]+ at 0, got/);
});

it("runConformance() names what leaks", async () => {
  replaceKernel("Softmax", (original) => (call) => {
    tf.keep(tf.tensor1d([1]));
    return original(call);
  });
  expect(await failures()).toMatchObject({
    softmax: "ConformanceError: expected no tensors to be left, got 1",
  });
});

it("the names of the specs are unique, and gradients are told from what only predicts", () => {
  const names = conformanceSpecs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(conformanceSpecs.filter(({ trains }) => !trains).map(({ name }) => name)).toContain("matMul");
});
