import type { startBackend } from "@minibatch/backends";
import type { runConformance } from "@minibatch/backends/testing";
import type * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { openPage } from "../../backends/test/openPage.ts";
import { requireTestBackends } from "../../backends/test/requireTestBackends.ts";
import { recipeModels } from "./recipeModels.ts";

const code = `
  import * as backends from "../../src/index.ts";
  import { runConformance as run, trainingStepSpecs } from "../../src/testing.ts";
  import { recipeModels } from "../../../recipes/test/recipeModels.ts";
  import * as tf from "@tensorflow/tfjs-core";
  const runConformance = () => run(trainingStepSpecs(recipeModels));
  const libraries = {
    webgl: () => import("@tensorflow/tfjs-backend-webgl"),
    webgpu: () => import("@tensorflow/tfjs-backend-webgpu"),
  };
  const startBackend = (name, options) => backends.startBackend(name, { ...options, libraries });
  Object.assign(globalThis, { tf, startBackend, runConformance });`;

interface PageGlobals {
  readonly startBackend: typeof startBackend;
  readonly runConformance: typeof runConformance;
  readonly tf: typeof tf;
}

const cases = [
  ["wasm", { threads: 1 }],
  ["wasm", { threads: 2 }],
  ["webgl", {}],
  ["webgpu", {}],
] as const;

it.for(cases)(
  `conformance of %s in Chromium, %j: a training step of each of ${recipeModels.length} recipes`,
  { timeout: 600_000 },
  async ([name, options], context) => {
    if (name.startsWith("webg")) requireTestBackends(context);
    const page = await openPage(code, context);
    const results = await page.evaluate(
      async ({ name, options }) => {
        const { runConformance, startBackend, tf } = globalThis as unknown as PageGlobals;
        await startBackend(name, options);
        // The shaders that a GPU gets; in Node the suite runs on those for a CPU that plays one.
        if (name === "webgpu") tf.env().set("WEBGPU_CONV_SEPARATE_IM2COL_SHADER", false);
        return runConformance();
      },
      { name, options },
    );
    expect(results.filter(({ error }) => error !== "")).toEqual([]);
    expect(results).toHaveLength(recipeModels.length);
  },
);
