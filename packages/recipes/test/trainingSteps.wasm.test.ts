import { startBackend } from "@minibatch/backends";
import { expect, it } from "vitest";
import { describeTrainingSteps } from "./describeTrainingSteps.ts";
import { recipeModels } from "./recipeModels.ts";

it("reference/trainingSteps.json has every recipe; its script adds a new one", () => {
  expect(recipeModels.filter(({ expected }) => !expected).map(({ name }) => name)).toEqual([]);
});

describeTrainingSteps("wasm in Node, one thread", () => startBackend("wasm", { threads: 1 }));
