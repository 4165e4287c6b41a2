import { type ConformanceResult, trainingStepSpecs } from "@minibatch/backends/testing";
import { describe, expect, it } from "vitest";
import { requireSwiftShader } from "../../backends/test/requireSwiftShader.ts";
import { runInNode } from "../../backends/test/runInNode.ts";
import { setUpOrSkip } from "../../backends/test/setUpOrSkip.ts";
import { differentModels } from "./differentModels.ts";

const code = `
  import { startBackend } from "../../src/index.ts";
  import { runConformance, trainingStepSpecs } from "../../src/testing.ts";
  import { differentModels } from "../../../recipes/test/differentModels.ts";
  await startBackend("webgpu", { folder: process.env.MINIBATCH_TEST_BACKENDS });
  console.log(JSON.stringify(await runConformance(trainingStepSpecs(differentModels))));
  process.exit(0);`;

let results: Promise<readonly ConformanceResult[]> | undefined;

describe("conformance of webgpu in Node (Dawn)", { timeout: 600_000 }, () => {
  it.for(trainingStepSpecs(differentModels))("$name", async ({ name }, context) => {
    const environment = requireSwiftShader(context);
    await setUpOrSkip("webgpu", context);
    results ??= runInNode(code, environment);
    expect((await results).find((result) => result.name === name)).toMatchObject({ error: "" });
  });
});
