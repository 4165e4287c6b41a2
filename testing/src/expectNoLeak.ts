import { expect } from "vitest";

/**
 * Runs `body` and fails the test when it leaves tensors behind, the commonest fault of TensorFlow.js code.
 *
 * @param body what to run; tensors that it made must be disposed when it returns
 * @returns whatever `body` returned
 */
export async function expectNoLeak<Result>(body: () => Result | Promise<Result>): Promise<Result> {
  // A fifth of a second that the files need not wait which take something else from here.
  const tf = await import("@tensorflow/tfjs-core");
  const before = tf.memory().numTensors;
  const result = await body();
  expect(tf.memory().numTensors - before, "tensors left behind").toBe(0);
  return result;
}
