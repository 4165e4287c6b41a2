import type { Cache, LoadProgress, NdArray, Samples } from "@minibatch/datasets";
import type { InputScaling, ModelMetadata } from "@minibatch/models";
import {
  accuracy,
  argMax,
  categoricalCrossentropy,
  type Checkpoint,
  confusionMatrix,
  type FitEvent,
  fit,
  type History,
  predict,
} from "@minibatch/training";
import { getBackend } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { createOptimizer } from "./createOptimizer.ts";
import type { PublishedResult, Recipe } from "./Recipe.ts";
import { type RecipeSettings, type ResolvedSettings, resolveSettings } from "./resolveSettings.ts";
import { splitForValidation } from "./splitForValidation.ts";

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
  /** Called after each epoch and when the run is aborted; {@link trainRecipe} waits for it. */
  readonly onCheckpoint?: ((checkpoint: Checkpoint) => void | Promise<void>) | undefined;
  /** Where to go on; the settings must be those of the run that wrote it (`epochs` may be larger). */
  readonly resumeFrom?: Checkpoint | undefined;
}

/** A finished run. */
export interface RecipeResult {
  readonly recipe: string;
  readonly dataset: string;
  /** The tfjs backend it ran on. */
  readonly backend: string;
  readonly parameters: number;
  /** The settings as they were used, none left out (`limit` is null without one). */
  readonly settings: ResolvedSettings;
  readonly samples: { readonly train: number; readonly validation: number; readonly test: number };
  readonly history: History;
  readonly test: { readonly loss: number; readonly accuracy: number };
  /** Counts `[actual][predicted]` on the test set. */
  readonly confusionMatrix: readonly (readonly number[])[];
  readonly published: PublishedResult;
  /** Training samples per second over all epochs of this call. */
  readonly samplesPerSecond: number;
  /** Wall-clock seconds of this call's training and testing, loading not counted. */
  readonly seconds: number;
  /** The trained model; the caller disposes it. */
  readonly model: LayersModel;
  readonly metadata: ModelMetadata;
  /** The test set, and the probability of each class for each of its images: `[n, classes]`. */
  readonly testSet: Samples<Uint8Array, Uint8Array>;
  readonly testProbabilities: NdArray<Float32Array>;
}

/** Bytes become 0 to 1, in training as in testing. */
const inputScaling: InputScaling = { scale: 1 / 255, offset: 0 };

/**
 * Runs a recipe: loads its dataset, trains its model on the running tfjs backend and measures it on the test set.
 *
 * @param recipe one of `recipes`, or your own
 * @throws {RecipeError} `INVALID_SETTING`; and what loading and training throw
 * @example
 * await startBackend("wasm");
 * const { test, model } = await trainRecipe(findRecipe("digits-cnn"), { epochs: 1 });
 * test.accuracy; // 0.98
 */
export async function trainRecipe(recipe: Recipe, options: TrainRecipeOptions = {}): Promise<RecipeResult> {
  const settings = resolveSettings(recipe, options);
  const { signal, onEvent, onCheckpoint, resumeFrom } = options;
  const data = await recipe.dataset.load({
    mirror: options.mirror,
    offline: options.offline,
    cache: options.cache,
    signal,
    onProgress: (progress) => onEvent?.({ type: "load", ...progress }),
    ...(settings.limit !== null && { limit: { train: settings.limit } }),
  });
  const { train, validation } = splitForValidation(recipe, data);
  const samples = { train: countOf(train), validation: countOf(validation), test: countOf(data.test) };
  const model = recipe.createModel(settings.seed);
  const optimizer = createOptimizer(settings.optimizer, settings.learningRate);
  model.compile({ optimizer, loss: "sparseCategoricalCrossentropy", metrics: ["accuracy"] });
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
    const history = await fit(model, train, {
      epochs: settings.epochs,
      batchSize: settings.batchSize,
      seed: settings.seed,
      validationData: validation,
      inputScaling,
      signal,
      onCheckpoint,
      resumeFrom,
      onEvent(event) {
        if (event.type === "epoch") {
          speed.samples += event.samplesPerSecond * event.seconds;
          speed.seconds += event.seconds;
        }
        onEvent?.(event);
      },
    });
    const probabilities = await predict(model, data.test.x, {
      inputScaling,
      signal,
      onProgress: (done, total) => onEvent?.({ type: "test", done, total }),
    });
    const predicted = argMax(probabilities);
    return {
      recipe: recipe.name,
      dataset: recipe.dataset.name,
      backend: getBackend(),
      parameters: model.countParams(),
      settings,
      samples,
      history,
      test: {
        loss: categoricalCrossentropy(data.test.y.data, probabilities),
        accuracy: accuracy(data.test.y.data, predicted),
      },
      confusionMatrix: confusionMatrix(data.test.y.data, predicted, recipe.dataset.classNames.length),
      published: recipe.published,
      samplesPerSecond: speed.seconds > 0 ? speed.samples / speed.seconds : 0,
      seconds: (performance.now() - started) / 1000,
      model,
      metadata: metadataOf(recipe, settings),
      testSet: data.test,
      testProbabilities: probabilities,
    };
  } catch (error) {
    model.dispose();
    throw error;
  } finally {
    optimizer.dispose();
  }
}

function countOf({ y }: Samples): number {
  return y.shape[0] ?? 0;
}

function metadataOf(recipe: Recipe, settings: ResolvedSettings): ModelMetadata {
  return {
    classNames: recipe.dataset.classNames,
    inputScaling,
    dataset: recipe.dataset.name,
    provenance: { recipe: recipe.name, ...settings },
  };
}
