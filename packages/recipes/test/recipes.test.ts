import { startBackend } from "@minibatch/backends";
import { expectNoLeak } from "@minibatch/testing";
import { beforeAll, expect, it } from "vitest";
import { createOptimizer, findRecipe, type OptimizerName, RecipeError, recipes } from "../src/index.ts";

beforeAll(() => startBackend("cpu"));

it.each(recipes.map((recipe) => [recipe.name, recipe] as const))(
  "%s builds the model that it describes",
  async (_name, recipe) => {
    await expectNoLeak(() => {
      const model = recipe.createModel(1);
      expect(model.countParams()).toBe(recipe.parameters);
      const { inputShape, classNames } = recipe.dataset;
      const regression = recipe.task === "regression";
      const features = regression && recipe.features ? [recipe.features.length] : [...inputShape];
      expect(model.inputs[0]?.shape.slice(1)).toEqual(features);
      expect(model.outputs[0]?.shape).toEqual([null, regression ? 1 : classNames.length]);
      model.dispose();
    });
  },
);

it("recipes have the sizes and schedules of their sources", () => {
  const table = recipes.map(({ name, parameters, schedule: { optimizer, batchSize, epochs } }) =>
    [name, parameters, optimizer, batchSize, epochs].join(" "),
  );
  expect(table).toEqual([
    "digits-cnn 34826 adam 64 5",
    "boston-linear 2 rmsprop 16 101",
    "boston-mlp 5121 rmsprop 16 80",
    "mnist-softmax 7850 sgd 100 5",
    "mnist-mlp-128 118282 rmsprop 64 21",
    "mnist-mlp-512 407050 rmsprop 128 5",
    "mnist-mlp-512x2 669706 rmsprop 128 20",
    "mnist-convnet 34826 adam 128 15",
    "mnist-cnn 1199882 adam 128 12",
    "mnist-fast 215194 adam 256 2",
    "kmnist-cnn 1199882 adam 128 12",
    "fashion-mnist-mlp 101770 adam 32 10",
    "fashion-mnist-cnn 121930 adam 64 12",
    "fashion-mnist-resnet 488026 adamw 256 6",
    "cifar10-cnn-small 122570 adam 32 10",
    "cifar10-cnn 1250858 rmsprop 32 25",
    "cifar10-airbench-93 570296 momentum 1024 11",
    "cifar10-airbench-94 1973944 momentum 1024 10",
  ]);
});

it("recipes publish what their task measures, with a source, and predictions for as many values as they take", () => {
  for (const recipe of recipes) {
    const { name, published, parameters } = recipe;
    expect(published.metric.includes("accuracy"), name).toBe(recipe.task !== "regression");
    expect(published.source.length, name).toBeGreaterThan(10);
    expect(published.tolerance, name).toBeGreaterThanOrEqual(0);
    expect(parameters, name).toBeGreaterThan(0);
    if (recipe.task !== "regression") continue;
    const features = recipe.features ?? recipe.dataset.featureNames ?? [];
    for (const { input } of recipe.published.predictions ?? [])
      expect(input, name).toHaveLength(features.length);
  }
});

it("findRecipe(name) finds each recipe", () => {
  for (const recipe of recipes) expect(findRecipe(recipe.name)).toBe(recipe);
});

it("findRecipe(name) guesses what was meant, or lists what there is", () => {
  expect(() => findRecipe("mnist-mpl-512")).toThrow('Did you mean "mnist-mlp-512"?');
  expect(() => findRecipe("nonsense")).toThrow(/There are: digits-cnn, boston-linear/);
  expect(() => findRecipe("nonsense")).toThrow(RecipeError);
});

it("createOptimizer(name, learningRate) refuses a name and rates that there are not", () => {
  const invalid = expect.objectContaining({ code: "INVALID_SETTING" });
  expect(() => createOptimizer("lion" as OptimizerName, 0.1)).toThrow(invalid);
  for (const rate of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => createOptimizer("adam", rate)).toThrow(invalid);
  }
});
