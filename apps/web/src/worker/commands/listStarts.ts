import { type LayerSpec, layersOf, planLayers } from "@minibatch/models";
import { type OptimizerName, recipes } from "@minibatch/recipes";
import type { Command } from "../Command.ts";
import { startSteadyBackend } from "../startSteadyBackend.ts";

/** A recipe as the beginning of a network that one builds. */
export interface BuildStart {
  /** The name of the recipe. */
  readonly recipe: string;
  /** Of the recipe. */
  readonly title: string;
  /** The name of its dataset. */
  readonly dataset: string;
  readonly layers: readonly LayerSpec[];
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly batchSize: number;
  /** Whether an epoch takes minutes rather than seconds in a page. */
  readonly long: boolean;
}

/** From so many values between its layers on, for one image, a network counts as slow. */
const manyValues = 50_000;

/** Lists the recipes for images whose networks are layers in a row. */
export const listStarts: Command<undefined, BuildStart[]> = async () => {
  await startSteadyBackend();
  return recipes.flatMap((recipe): BuildStart[] => {
    const { title, dataset, schedule } = recipe;
    const { inputShape, classNames, task, name } = dataset;
    if (task !== "classification" || inputShape.length !== 3) return [];
    const model = recipe.createModel(1);
    const layers = layersOf(model);
    model.dispose();
    if (!layers) return [];
    const { optimizer, learningRate, batchSize } = schedule;
    const plan = planLayers({ inputShape, layers, classes: classNames.length });
    const values = plan.layers
      .map(({ outputShape }) => outputShape.reduce((product, length) => product * length, 1))
      .reduce((sum, count) => sum + count, 0);
    return [
      {
        recipe: recipe.name,
        title,
        dataset: name,
        layers,
        optimizer,
        learningRate,
        batchSize,
        long: values > manyValues,
      },
    ];
  });
};
