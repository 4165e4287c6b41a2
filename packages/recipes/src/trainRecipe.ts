import type { Cache, LoadProgress, Samples } from "@minibatch/datasets";
import type { ModelMetadata } from "@minibatch/models";
import {
  type Checkpoint,
  type FitEvent,
  fit,
  normalizationMomentum,
  predict,
  type ReduceOnPlateau,
} from "@minibatch/training";
import { getBackend } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { classificationTask } from "./classificationTask.ts";
import { classWeightsOf } from "./classWeightsOf.ts";
import { fitOptionsOf } from "./fitOptionsOf.ts";
import { inputScalingOf } from "./inputScalingOf.ts";
import { learningRateScheduleOf } from "./learningRateScheduleOf.ts";
import { modelToFit } from "./modelToFit.ts";
import type { ClassificationRecipe, Recipe, RegressionRecipe } from "./Recipe.ts";
import type { ClassificationResult, RecipeResult, RegressionResult, TrainedRecipe } from "./RecipeResult.ts";
import type { RecipeTask, TestedModel } from "./RecipeTask.ts";
import { regressionTask } from "./regressionTask.ts";
import type { RecipeSettings } from "./RecipeSettings.ts";
import { type ResolvedSettings, resolveSettings } from "./resolveSettings.ts";
import { splitForValidation } from "./splitForValidation.ts";
import { takeColumns } from "./takeColumns.ts";

/** What a run reports while it goes on. */
export type RecipeEvent =
  | ({ readonly type: "load" } & LoadProgress)
  | {
      readonly type: "start";
      readonly recipe: string;
      readonly parameters: number;
      readonly trainSamples: number;
      readonly validationSamples: number;
      readonly testSamples: number;
      readonly epochs: number;
      readonly batchSize: number;
      /** The epoch the run starts with, counted from 1; above 1 when it resumes. */
      readonly firstEpoch: number;
    }
  | FitEvent
  | { readonly type: "test"; readonly done: number; readonly total: number };

/** Options of {@link trainRecipe}. */
export interface TrainRecipeOptions extends RecipeSettings {
  readonly mirror?: string | undefined;
  readonly offline?: boolean | undefined;
  readonly cache?: Cache | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: RecipeEvent) => void) | undefined;
  /** Called after each epoch, within it as `checkpointSeconds` says, and when the run is aborted; {@link trainRecipe} waits for it. */
  readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
  /**
   * Calls `onCheckpoint` after a batch too, once so many seconds have passed since it was called.
   *
   * @default none within an epoch
   */
  readonly checkpointSeconds?: number | undefined;
  /**
   * Calls `onCheckpoint` before the first batch too, with the network as it is untrained; not where `resumeFrom` says to go on.
   *
   * @default false
   */
  readonly checkpointAtStart?: boolean | undefined;
  /** Where to go on; the settings must be those of the run that wrote it (`epochs` may be larger). */
  readonly resumeFrom?: Checkpoint | undefined;
}

/**
 * Runs a recipe: loads its dataset, trains its model on the running tfjs backend and measures it on the test set.
 *
 * @param recipe one of `recipes`, or your own
 * @returns by the task of the recipe: with a confusion matrix for classes, with predictions for values
 * @throws {RecipeError} `INVALID_SETTING`; and what loading and training throw
 * @example
 * await startBackend("wasm");
 * const { test, model } = await trainRecipe(findRecipe("digits-cnn"), { epochs: 1 });
 * test.loss; // 0.08
 */
export function trainRecipe(
  recipe: ClassificationRecipe,
  options?: TrainRecipeOptions,
): Promise<ClassificationResult>;
export function trainRecipe(
  recipe: RegressionRecipe,
  options?: TrainRecipeOptions,
): Promise<RegressionResult>;
export function trainRecipe(recipe: Recipe, options?: TrainRecipeOptions): Promise<RecipeResult>;
export function trainRecipe(recipe: Recipe, options: TrainRecipeOptions = {}): Promise<RecipeResult> {
  return (recipe.task ?? recipe.dataset.task) === "regression"
    ? run(recipe, regressionTask(recipe), options)
    : run(recipe, classificationTask(recipe.dataset), options);
}

async function run<Measured extends TestedModel>(
  recipe: Recipe,
  task: RecipeTask<Measured>,
  options: TrainRecipeOptions,
): Promise<TrainedRecipe & Measured> {
  const settings = resolveSettings(recipe, options);
  const { signal, onEvent, onCheckpoint, checkpointSeconds, checkpointAtStart, resumeFrom } = options;
  const { dataset, schedule, features } = recipe;
  const loaded = await dataset.load({
    mirror: options.mirror,
    offline: options.offline,
    cache: options.cache,
    signal,
    onProgress: (progress) => onEvent?.({ type: "load", ...progress }),
    ...(settings.limit !== null && { limit: { train: settings.limit } }),
  });
  const data = features ? takeColumns(loaded, dataset, features) : loaded;
  const { train, validation } = splitForValidation(recipe, settings, data);
  const inputScaling = inputScalingOf(recipe, train.x);
  const samples = {
    train: countOf(train),
    validation: validation ? countOf(validation) : 0,
    test: countOf(data.test),
  };
  const { model, optimizer } = modelToFit(recipe, settings, samples.train);
  const speed = { samples: 0, seconds: 0 };
  try {
    onEvent?.({
      type: "start",
      recipe: recipe.name,
      parameters: model.countParams(),
      trainSamples: samples.train,
      validationSamples: samples.validation,
      testSamples: samples.test,
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      firstEpoch: (resumeFrom?.epoch ?? 0) + 1,
    });
    const started = performance.now();
    recipe.prepareModel?.(model, train.x, inputScaling);
    const history = await fit(model, train, {
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      seed: settings.seed,
      validationData: validation,
      ...fitOptionsOf(recipe),
      classWeights: classWeightsOf(recipe, train.y),
      learningRateSchedule:
        schedule.learningRateSchedule &&
        learningRateScheduleOf(schedule.learningRateSchedule, settings, samples.train),
      reduceOnPlateau:
        schedule.reduceOnPlateau && watched(schedule.reduceOnPlateau, validation !== undefined),
      earlyStopping: settings.earlyStopping === null ? undefined : { patience: settings.earlyStopping },
      inputScaling,
      signal,
      onCheckpoint,
      checkpointSeconds,
      checkpointAtStart,
      resumeFrom,
      onEvent(event) {
        if (event.type === "epoch") {
          speed.samples += event.samplesPerSecond * event.seconds;
          speed.seconds += event.seconds;
        }
        onEvent?.(event);
      },
    });
    const measured = await task.measure(data, (x) =>
      predict(model, x, {
        inputScaling,
        testTimeAugmentation: schedule.testTimeAugmentation,
        signal,
        onProgress: (done, total) => onEvent?.({ type: "test", done, total }),
      }),
    );
    return {
      recipe: recipe.name,
      dataset: dataset.name,
      backend: getBackend(),
      parameters: model.countParams(),
      settings,
      samples,
      history,
      ...normalizationOf(model, recipe, settings, samples.train, history.loss.length),
      ...measured,
      published: recipe.published ?? null,
      samplesPerSecond: speed.seconds > 0 ? speed.samples / speed.seconds : 0,
      seconds: (performance.now() - started) / 1000,
      model,
      metadata: {
        ...metadataOf(recipe),
        inputScaling,
        dataset: dataset.name,
        provenance: { recipe: recipe.name, ...settings, test: measured.test },
      },
    };
  } catch (error) {
    model.dispose();
    throw error;
  } finally {
    optimizer.dispose();
  }
}

/** Each part of a batch that is computed in parts moves the averages. */
function normalizationOf(
  model: LayersModel,
  { schedule: { gradientAccumulation = 1 } }: Recipe,
  { batchSize }: ResolvedSettings,
  rows: number,
  epochs: number,
): Pick<TrainedRecipe, "batchNormalization"> {
  const momentum = normalizationMomentum(model);
  if (momentum === undefined) return {};
  const parts = Math.ceil(rows / Math.ceil(batchSize / gradientAccumulation));
  return { batchNormalization: { momentum, steps: parts * epochs } };
}

/** Without validation there is only the training loss to watch. */
function watched({ mode, ...plateau }: ReduceOnPlateau, validated: boolean): ReduceOnPlateau {
  return validated ? { mode, ...plateau } : { ...plateau, monitor: "loss" };
}

/** What is saved beside the model, so that it can be used without the recipe. */
function metadataOf({ dataset, features = dataset.featureNames }: Recipe): ModelMetadata {
  const { classNames, targetName, preparation } = dataset;
  return {
    ...(classNames.length > 0 && { classNames }),
    ...(features && { featureNames: features }),
    ...(targetName !== undefined && { targetName }),
    ...(preparation && { preparation }),
  };
}

function countOf({ y }: Samples): number {
  return y.shape[0] ?? 0;
}
