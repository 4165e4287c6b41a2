export type { Baseline } from "./baselines/Baseline.ts";
export { measureBaselines } from "./baselines/measureBaselines.ts";
export type { ClassGain, LearningCurve } from "./curve/LearningCurve.ts";
export { measureLearningCurve } from "./curve/measureLearningCurve.ts";
export { type Comparison, compareWithPublished, type MeasuredResult } from "./compareWithPublished.ts";
export { classProbabilities } from "./classProbabilities.ts";
export { estimateTraining, type TrainingEstimate } from "./estimateTraining.ts";
export { createOptimizer } from "./createOptimizer.ts";
export { type OptimizerName, optimizerNames } from "./optimizers/optimizerNames.ts";
export type {
  ArraysData,
  ArraysOptions,
  DatasetData,
  Experiment,
  ExperimentData,
  PicturesData,
  PicturesOptions,
  PlanePoint,
  PlaneShape,
  PointsData,
  RecipeExperiment,
  StartingModel,
  TableColumnKind,
  TableData,
  TableDataOptions,
} from "./experiment/Experiment.ts";
export { experimentRecipe } from "./experiment/experimentRecipe.ts";
export type { LayerDescription, ModelDescription } from "./experiment/ModelDescription.ts";
export type { CosineDescription, LearningRateDescription } from "./LearningRateDescription.ts";
export type { OptimizerOptions } from "./OptimizerOptions.ts";
export { optimizerOptionsOf } from "./optimizerOptionsOf.ts";
export { findRecipe } from "./findRecipe.ts";
export type {
  PublishedFigure,
  PublishedMetric,
  PublishedPrediction,
  PublishedResult,
} from "./PublishedResult.ts";
export type {
  ClassificationRecipe,
  PublishedRecipe,
  Recipe,
  RegressionRecipe,
  Schedule,
  Validation,
} from "./Recipe.ts";
export { RecipeError, type RecipeErrorCode } from "./RecipeError.ts";
export type {
  ClassificationResult,
  RecipeResult,
  RegressionResult,
  ReproducedPrediction,
  TrainedRecipe,
} from "./RecipeResult.ts";
export { pickSamples } from "./pickSamples.ts";
export type { RunSamples, SampleRecord } from "./RunSamples.ts";
export { type PlaneDataset, planeDataset } from "./points/planeDataset.ts";
export { reachedValues } from "./reachedValues.ts";
export { recipes } from "./recipes.ts";
export type { RecipeSettings } from "./RecipeSettings.ts";
export { type ResolvedSettings, resolveSettings } from "./resolveSettings.ts";
export { experimentFaults } from "./schema/experimentFaults.ts";
export { experimentSchema, experimentSchemaUrl } from "./schema/experimentSchema.ts";
export type { SchemaFault } from "./schema/faultsOf.ts";
export type { JsonSchema } from "./schema/JsonSchema.ts";
export { samplesFor } from "./samplesFor.ts";
export { takeColumns } from "./takeColumns.ts";
export { type Suggestion, suggest } from "./suggest/suggest.ts";
export type { SuggestedTraining } from "./suggest/SuggestedTraining.ts";
export { type RecipeEvent, type TrainRecipeOptions, trainRecipe } from "./trainRecipe.ts";
