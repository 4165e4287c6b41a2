import { type Dataset, type LoadOptions, syntheticDigits, type TrainTest } from "@minibatch/datasets";
import { findRecipe, resolveSettings } from "@minibatch/recipes";
import { expect, it } from "vitest";
import { loadAhead } from "../src/train/loadAhead.ts";
import type { TrainPlan } from "../src/train/TrainPlan.ts";

const row = {
  x: { data: new Uint8Array(784), shape: [1, 28, 28, 1] },
  y: { data: new Uint8Array(1), shape: [1] },
};
const data: TrainTest = { train: row, test: row };

/** A plan of a recipe whose dataset notes how it is loaded. */
function planned(limit: number | null, load: Dataset["load"] = async () => data) {
  const loads: LoadOptions[] = [];
  const recipe = findRecipe("mnist-softmax");
  const dataset: Dataset = {
    ...recipe.dataset,
    load: (options = {}) => {
      loads.push(options);
      return load(options);
    },
  };
  const settings = { ...resolveSettings(recipe, {}), limit };
  const plan: TrainPlan = {
    recipe: { ...recipe, dataset, task: "classification" },
    settings,
    backend: "wasm",
    out: undefined,
    resumed: undefined,
  };
  return { plan, loads };
}

const source = { mirror: "/mirror", offline: true, cache: undefined, signal: new AbortController().signal };

it("loadAhead(plan, source) loads at once what training asks for later, as training would", async () => {
  const { plan, loads } = planned(128);
  const ahead = loadAhead(plan, source);
  expect(loads).toMatchObject([{ mirror: "/mirror", offline: true, limit: { train: 128 } }]);
  expect(await ahead.plan.recipe.dataset.load()).toBe(data);
  expect(loads.length).toBe(1);
});

it("loadAhead(plan, source) sets no limit where the plan has none, and loads anew for whoever asks again", async () => {
  const { plan, loads } = planned(null);
  const { dataset } = loadAhead(plan, source).plan.recipe;
  expect(loads[0]).not.toHaveProperty("limit");
  await dataset.load();
  await dataset.load({ limit: 3 });
  expect(loads[1]).toEqual({ limit: 3 });
});

it("loadAhead(plan, source) tells training how far the load has come, once training listens", async () => {
  const { plan, loads } = planned(null);
  const ahead = loadAhead(plan, source);
  const progress = { file: "a", source: "cache", loadedBytes: 1, totalBytes: 2 };
  loads[0]?.onProgress?.(progress);
  const heard: unknown[] = [];
  const loading = ahead.plan.recipe.dataset.load({ onProgress: (event) => heard.push(event) });
  loads[0]?.onProgress?.(progress);
  await loading;
  expect(heard).toEqual([progress]);
});

it("loadAhead(plan, source) leaves a failure to training, which asks for the data", async () => {
  const { plan } = planned(null, () => Promise.reject(new Error("no such file")));
  const ahead = loadAhead(plan, source);
  await new Promise(setImmediate);
  await expect(ahead.plan.recipe.dataset.load()).rejects.toThrow("no such file");
});

it("loadAhead(plan, source) ends the load when it is stopped, and when the command is interrupted", () => {
  const stopped = planned(null);
  loadAhead(stopped.plan, source).stop();
  expect(stopped.loads[0]?.signal?.aborted).toBe(true);
  const interrupted = planned(null);
  const command = new AbortController();
  loadAhead(interrupted.plan, { ...source, signal: command.signal });
  expect(interrupted.loads[0]?.signal?.aborted).toBe(false);
  command.abort(new Error("Ctrl-C"));
  expect(interrupted.loads[0]?.signal?.reason).toEqual(new Error("Ctrl-C"));
});

it("loadAhead(plan, source) does not begin with a dataset that this thread has to draw", () => {
  const { plan, loads } = planned(null);
  const drawn = { ...plan.recipe.dataset, files: syntheticDigits.files };
  loadAhead({ ...plan, recipe: { ...plan.recipe, dataset: drawn } }, source);
  expect(loads).toEqual([]);
});
