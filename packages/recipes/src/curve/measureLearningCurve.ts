import { argMax, pairedDifference } from "@minibatch/training";
import { RecipeError } from "../RecipeError.ts";
import type { ClassificationRecipe } from "../Recipe.ts";
import type { ClassificationResult } from "../RecipeResult.ts";
import { type TrainRecipeOptions, trainRecipe } from "../trainRecipe.ts";
import { halveClasses } from "./halveClasses.ts";
import type { LearningCurve } from "./LearningCurve.ts";

/**
 * Measures whether more rows to train on are likely to help, by what the last doubling was worth: trains the recipe anew on half of the rows of
 * each class, for as many steps, and compares both models on the same test rows. It takes as long as the training itself.
 *
 * It is two points of a learning curve: what held from half to all need not hold from all to twice as many.
 *
 * @param trained what `trainRecipe` made of the recipe on all rows
 * @param options where data come from; the settings are those of `trained`
 * @throws {RecipeError} `INVALID_SETTING` for a recipe without classes
 * @throws what loading and training throw
 * @example
 * const { gain, classes } = await measureLearningCurve(recipe, await trainRecipe(recipe));
 * gain[0] > 0; // whether the accuracy still rises with the number of rows, 95 % sure
 */
export async function measureLearningCurve(
  recipe: ClassificationRecipe,
  trained: ClassificationResult,
  { mirror, offline, cache, signal, onEvent }: TrainRecipeOptions = {},
): Promise<LearningCurve> {
  const { dataset } = recipe;
  const { settings, testSet, testProbabilities, samples } = trained;
  if (dataset.classNames.length === 0) {
    throw new RecipeError(
      "INVALID_SETTING",
      "A learning curve counts what is told right of each class, and this recipe has no classes.",
    );
  }
  const rows = { half: 0, ofClass: dataset.classNames.map(() => 0) };
  const half = await trainRecipe(
    {
      ...recipe,
      dataset: {
        ...dataset,
        async load(options) {
          const loaded = await dataset.load(options);
          const train = halveClasses(loaded.train);
          rows.half = train.y.shape[0] ?? 0;
          for (const label of loaded.train.y.data) rows.ofClass[label] = (rows.ofClass[label] ?? 0) + 1;
          return { ...loaded, train };
        },
      },
    },
    {
      ...settings,
      // Half the rows twice as often: a model that is trained for half the time says nothing of its rows.
      epochs: 2 * settings.epochs,
      earlyStopping: settings.earlyStopping && 2 * settings.earlyStopping,
      mirror,
      offline,
      cache,
      signal,
      onEvent,
    },
  );
  half.model.dispose();
  const labels = testSet.y.data;
  const answers = { half: argMax(half.testProbabilities), all: argMax(testProbabilities) };
  const isRight = (which: "half" | "all", row: number) => answers[which][row] === labels[row];
  const tested = Array.from({ length: labels.length }, (_, row) => row);
  const right = (which: "half" | "all", among: readonly number[]) =>
    among.filter((row) => isRight(which, row)).length;
  const both = tested.filter((row) => isRight("half", row) && isRight("all", row)).length;
  const [onlyAll, onlyHalf] = [right("all", tested) - both, right("half", tested) - both];
  return {
    rows: { half: rows.half, all: samples.train },
    accuracy: { half: half.test.accuracy, all: trained.test.accuracy },
    gain: pairedDifference(onlyAll, onlyHalf, tested.length),
    classes: dataset.classNames.map((className, label) => {
      const own = tested.filter((row) => labels[row] === label);
      return {
        className,
        rows: rows.ofClass[label] ?? 0,
        tested: own.length,
        right: { half: right("half", own), all: right("all", own) },
      };
    }),
  };
}
