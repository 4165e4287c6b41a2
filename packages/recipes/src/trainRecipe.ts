import type { Cache, LoadProgress, NdArray, Samples } from "@minibatch/datasets";
import type { ModelMetadata } from "@minibatch/models";
import type { Checkpoint, FitEvent, History } from "@minibatch/training";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import type { OptimizerName, PublishedResult, Recipe } from "./Recipe.ts";

/** What can be changed about a recipe; what is left out is as the recipe has it. */
export interface RecipeSettings {
  readonly epochs?: number | undefined;
  readonly batchSize?: number | undefined;
  readonly learningRate?: number | undefined;
  readonly optimizer?: OptimizerName | undefined;
  /**
   * Fixes the initial weights, the order of the samples and the dropout masks.
   *
   * @default 1
   */
  readonly seed?: number | undefined;
  /** Trains on the first so many training samples only; the test set stays whole, so that results compare. */
  readonly limit?: number | undefined;
}

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
  readonly settings: {
    readonly epochs: number;
    readonly batchSize: number;
    readonly learningRate: number;
    readonly optimizer: OptimizerName;
    readonly seed: number;
    readonly limit: number | null;
  };
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
