import * as tf from "@tensorflow/tfjs-core";
import { ConformanceError } from "./ConformanceError.ts";

/**
 * Runs `body` and counts tensors around it.
 *
 * @throws {ConformanceError} `LEAK` when tensors are left
 */
export async function withoutLeak<Result>(body: () => Promise<Result>): Promise<Result> {
  const before = tf.memory().numTensors;
  const result = await body();
  const left = tf.memory().numTensors - before;
  if (left !== 0) throw new ConformanceError("LEAK", `expected no tensors to be left, got ${left}`);
  return result;
}
