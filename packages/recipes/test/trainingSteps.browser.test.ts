import type { startBackend } from "@minibatch/backends";
import type { ConformanceResult } from "@minibatch/backends/testing";
import type * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { openPage } from "../../backends/test/openPage.ts";
import { requireTestBackends } from "../../backends/test/requireTestBackends.ts";
import { differentModels } from "./differentModels.ts";
import { recipeModels } from "./recipeModels.ts";

const code = `
  import * as backends from "../../src/index.ts";
  import { runConformance as run, trainingStepSpecs } from "../../src/testing.ts";
  import { differentModels } from "../../../recipes/test/differentModels.ts";
  import { recipeModels } from "../../../recipes/test/recipeModels.ts";
  import * as tf from "@tensorflow/tfjs-core";
  const runConformance = (all) => run(trainingStepSpecs(all ? recipeModels : differentModels));
  const libraries = {
    webgl: () => import("@tensorflow/tfjs-backend-webgl"),
    webgpu: () => import("@tensorflow/tfjs-backend-webgpu"),
  };
  const startBackend = (name, options) => backends.startBackend(name, { ...options, libraries });
  Object.assign(globalThis, { tf, startBackend, runConformance });`;

interface PageGlobals {
  readonly startBackend: typeof startBackend;
  readonly runConformance: (all: boolean) => Promise<ConformanceResult[]>;
  readonly tf: typeof tf;
}

const cases = [
  ["wasm", { threads: 1 }, recipeModels],
  ["wasm", { threads: 2 }, recipeModels],
  ["webgl", {}, differentModels],
  ["webgpu", {}, differentModels],
] as const;

it.for(cases)(
  "conformance of %s in Chromium, %j: a training step of each recipe",
  { timeout: 600_000 },
  async ([name, options, models], context) => {
    if (name.startsWith("webg")) requireTestBackends(context);
    const page = await openPage(code, context);
    const results = await page.evaluate(
      async ({ name, options, all }) => {
        const { runConformance, startBackend, tf } = globalThis as unknown as PageGlobals;
        await startBackend(name, options);
        // The shaders that a GPU gets; in Node the suite runs on those for a CPU that plays one.
        if (name === "webgpu") tf.env().set("WEBGPU_CONV_SEPARATE_IM2COL_SHADER", false);
        return runConformance(all);
      },
      { name, options, all: models === recipeModels },
    );
    expect(results.filter(({ error }) => error !== "")).toEqual([]);
    expect(results).toHaveLength(models.length);
  },
);
