import { argMax, pairedDifference } from "@minibatch/training";
import { RecipeError } from "../RecipeError.ts";
import type { ClassificationRecipe } from "../Recipe.ts";
import type { ClassificationResult } from "../RecipeResult.ts";
import { splitForValidation } from "../splitForValidation.ts";
import { type TrainRecipeOptions, trainRecipe } from "../trainRecipe.ts";
import { validates } from "../validates.ts";
import { halveClasses } from "./halveClasses.ts";
import { inTwiceTheEpochs } from "./inTwiceTheEpochs.ts";
import type { LearningCurve } from "./LearningCurve.ts";

/**
 * Measures whether more rows to train on are likely to help, by what the last doubling was worth: trains the recipe anew on half of the rows of
 * each class, for as many steps, watched by the same rows for validation, and compares both models on the same test rows. It takes as long as the training itself.
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
  const ofClass = dataset.classNames.map(() => 0);
  const half = await trainRecipe(
    {
      ...recipe,
      schedule: {
        ...inTwiceTheEpochs(recipe.schedule),
        validation: validates(recipe, settings) ? { ownPart: true } : { lastFraction: 0 },
      },
      dataset: {
        ...dataset,
        async load(options) {
          const loaded = await dataset.load(options);
          // Both are watched by the same rows.
          const { train, validation } = splitForValidation(recipe, settings, loaded);
          for (const label of train.y.data) ofClass[label] = (ofClass[label] ?? 0) + 1;
          return { ...loaded, train: halveClasses(train), ...(validation && { validation }) };
        },
      },
    },
    {
      ...settings,
      validationSplit: null,
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
    rows: { half: half.samples.train, all: samples.train },
    accuracy: { half: half.test.accuracy, all: trained.test.accuracy },
    gain: pairedDifference(onlyAll, onlyHalf, tested.length),
    classes: dataset.classNames.map((className, label) => {
      const own = tested.filter((row) => labels[row] === label);
      return {
        className,
        rows: ofClass[label] ?? 0,
        tested: own.length,
        right: { half: right("half", own), all: right("all", own) },
      };
    }),
  };
}
