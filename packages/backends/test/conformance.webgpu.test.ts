// In a process of its own: a GPU that the CPU plays stays in it, where it is tested.
import { describe, expect, it, type TestContext } from "vitest";
import { conformanceSpecs } from "../src/testing.ts";
import { runInNode } from "./runInNode.ts";
import { requireSwiftShader } from "./requireSwiftShader.ts";
import { setUpOrSkip } from "./setUpOrSkip.ts";

/** Runs the suite; takes the device away and starts again; fills its memory and starts again. */
const code = `
  import { startBackend } from "../../src/index.ts";
  import { conformanceSpecs, runConformance } from "../../src/testing.ts";
  import * as tf from "@tensorflow/tfjs-core";
  const folder = process.env.MINIBATCH_TEST_BACKENDS;
  const { device } = await startBackend("webgpu", { folder });
  const results = await runConformance();
  const tensor = tf.tensor1d([1, 2]);
  const doubled = tf.mul(tensor, 2);
  tf.backend().device.destroy();
  await tf.backend().device.lost;
  const lost = await doubled.data().catch(({ code, message }) => ({ code, message }));
  await startBackend("webgpu", { folder });
  const again = [...await tf.mul(tf.tensor1d([1, 2]), 2).data()];
  const failure = async (compute) => {
    try {
      await tf.tidy(compute).data();
    } catch ({ code, message }) {
      return { code, message };
    }
  };
  // All of it at once: SwiftShader has less memory than the largest buffer that it promises.
  const largest = tf.backend().device.limits.maxBufferSize / 4;
  const tooLarge = await failure(() => tf.sum(tf.ones([largest + 1024])));
  const full = await failure(() => tf.sum(tf.ones([largest])));
  await startBackend("webgpu", { folder });
  const afterFull = [...await tf.mul(tf.tensor1d([1, 2]), 2).data()];
  console.log(JSON.stringify({ device, results, lost, again, tooLarge, full, afterFull }));
  process.exit(0);`;

interface Outcome {
  readonly device: string;
  readonly results: readonly { readonly name: string; readonly error: string }[];
  readonly lost: Failure;
  readonly again: readonly number[];
  readonly tooLarge: Failure;
  readonly full?: Failure;
  readonly afterFull: readonly number[];
}

interface Failure {
  readonly code: string;
  readonly message: string;
}

let outcome: Promise<Outcome> | undefined;

async function outcomeHere(context: TestContext): Promise<Outcome> {
  const environment = requireSwiftShader(context);
  await setUpOrSkip("webgpu", context);
  outcome ??= runInNode<Outcome>(code, environment);
  return outcome;
}

describe("conformance of webgpu in Node (Dawn)", { timeout: 600_000 }, () => {
  it.for(conformanceSpecs)("$name", async ({ name }, context) => {
    const { results } = await outcomeHere(context);
    expect(results.find((result) => result.name === name)).toMatchObject({ error: "" });
  });

  it("names its adapter", async (context) => {
    expect((await outcomeHere(context)).device).toMatch(/^WebGPU on \S+/);
  });

  it("fails with DEVICE_LOST when the device is lost, and starts again", async (context) => {
    const { lost, again } = await outcomeHere(context);
    expect(lost).toMatchObject({ code: "DEVICE_LOST" });
    expect(lost.message).toMatch(/^the GPU device was lost \(destroyed: .*\): start the backend again/);
    expect(again).toEqual([2, 4]);
  });

  it("refuses a tensor that is larger than its largest buffer with OUT_OF_MEMORY", async (context) => {
    const { tooLarge } = await outcomeHere(context);
    expect(tooLarge).toMatchObject({ code: "OUT_OF_MEMORY" });
    expect(tooLarge.message).toMatch(
      /^a tensor of \d+ MB is larger than this GPU's largest buffer, \d+ MB: take/,
    );
  });

  it("fails with OUT_OF_MEMORY when its memory is full, and starts again", async (context) => {
    const { full, afterFull } = await outcomeHere(context);
    if (!full) {
      context.skip("the memory of this GPU holds its largest buffer, and is not filled for a test");
      return;
    }
    expect(full).toMatchObject({ code: "OUT_OF_MEMORY" });
    expect(full.message).toMatch(/^the GPU has no memory left \(.*\): take smaller batches/);
    expect(afterFull).toEqual([2, 4]);
  });
});
