import { describe, expect, it, type TestContext } from "vitest";
import { conformanceSpecs } from "../src/testing.ts";
import { runInNode } from "./runInNode.ts";
import { requireSwiftShader } from "./requireSwiftShader.ts";
import { setUpOrSkip } from "./setUpOrSkip.ts";

/** Runs the suite, then takes the device away, then starts again; a line of JSON for each result. */
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
  const after = tf.mul(tf.tensor1d([1, 2]), 2);
  console.log(JSON.stringify({ device, results, lost, again: [...await after.data()] }));
  process.exit(0);`;

interface Outcome {
  readonly device: string;
  readonly results: readonly { readonly name: string; readonly error: string }[];
  readonly lost: { readonly code: string; readonly message: string };
  readonly again: readonly number[];
}

let outcome: Promise<Outcome> | undefined;

async function outcomeHere(context: TestContext): Promise<Outcome> {
  const environment = requireSwiftShader(context);
  await setUpOrSkip("webgpu", context);
  outcome ??= runInNode<Outcome>(code, environment);
  return outcome;
}

describe("conformance of webgpu in Node (Dawn)", { timeout: 300_000 }, () => {
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
});
