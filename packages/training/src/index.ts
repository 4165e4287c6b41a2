export type { Checkpoint } from "./checkpoint/Checkpoint.ts";
export { decodeCheckpoint, encodeCheckpoint } from "./checkpoint/encodeCheckpoint.ts";
export { keptEpochs } from "./checkpoint/keptEpochs.ts";
export { lastHidden } from "./explain/lastHidden.ts";
export { type Neighbour, nearestByCosine } from "./explain/nearestByCosine.ts";
export { type SampleTrace, type TracedLayer, traceSample } from "./explain/traceSample.ts";
export { loadCheckpoint } from "./checkpoint/loadCheckpoint.ts";
export { restoreWeights } from "./checkpoint/modelWeights.ts";
export { decodeSafetensors, encodeSafetensors, type Safetensors } from "./checkpoint/safetensors.ts";
export type { NamedArray } from "./checkpoint/NamedArray.ts";
export { saveCheckpoint } from "./checkpoint/saveCheckpoint.ts";
export { applyScaling } from "./data/applyScaling.ts";
export { type Augmentation, type AugmentationTime, augment } from "./data/augment.ts";
export { balancedClassWeights } from "./data/balancedClassWeights.ts";
export { type EncodedLabels, encodeLabels } from "./data/encodeLabels.ts";
export { gatherRows } from "./data/gatherRows.ts";
export { type KFoldOptions, kFold } from "./data/kFold.ts";
export { oneHot } from "./data/oneHot.ts";
export { rescale } from "./data/rescale.ts";
export { sliceRows } from "./data/sliceRows.ts";
export { standardize } from "./data/standardize.ts";
export { type TrainTestSplitOptions, trainTestSplit } from "./data/trainTestSplit.ts";
export { validationSplit } from "./data/validationSplit.ts";
export { type ChanceLevel, chanceLevel } from "./diagnosis/chanceLevel.ts";
export { type DiagnosedTraining, diagnoseTraining } from "./diagnosis/diagnoseTraining.ts";
export type { Finding, NormalizationSteps } from "./diagnosis/Finding.ts";
export { normalizationMomentum } from "./diagnosis/normalizationMomentum.ts";
export {
  type ActivationFunction,
  elu,
  leakyRelu,
  maxout,
  relu,
  sigmoid,
  tanh,
} from "./learn/activations.ts";
export { type Backpropagation, backpropagate, type LayerGradients } from "./learn/backpropagate.ts";
export { type Conv2dOptions, conv2d } from "./learn/conv2d.ts";
export { type DenseLayer, forwardPass, type LayerPass } from "./learn/forwardPass.ts";
export { gradientDescentStep } from "./learn/gradientDescentStep.ts";
export { optimizerPath, type OptimizerPathOptions, type OptimizerRule } from "./learn/optimizerPath.ts";
export { type Pool2dOptions, pool2d } from "./learn/pool2d.ts";
export { type LinearFit, type RidgeRegressionOptions, ridgeRegression } from "./learn/ridgeRegression.ts";
export { softmax } from "./learn/softmax.ts";
export type { EarlyStoppingState } from "./checkpoint/EarlyStoppingState.ts";
export type { EarlyStopping } from "./loop/EarlyStopping.ts";
export { type EvaluateOptions, evaluate } from "./loop/evaluate.ts";
export { type FeatureMaps, featureMaps } from "./loop/featureMaps.ts";
export { type LayerOutput, layerOutputs, type LayerOutputsOptions } from "./loop/layerOutputs.ts";
export type { BatchEvent, EpochEvent, FitEvent, StopEvent } from "./loop/FitEvent.ts";
export type { FitOptions } from "./loop/FitOptions.ts";
export { fit } from "./loop/fit.ts";
export type { History, Logs } from "./History.ts";
export { historyToCsv } from "./loop/historyToCsv.ts";
export type { Monitor } from "./loop/Monitor.ts";
export { type PredictOptions, predict } from "./loop/predict.ts";
export type { TestTimeAugmentation } from "./loop/testViews.ts";
export type { WeightAverage } from "./loop/weightAverage.ts";
export type { ReduceOnPlateau } from "./loop/ReduceOnPlateau.ts";
export type { ReduceOnPlateauState } from "./checkpoint/ReduceOnPlateauState.ts";
export { accuracy } from "./metrics/accuracy.ts";
export { argMax } from "./metrics/argMax.ts";
export { categoricalCrossentropy } from "./metrics/categoricalCrossentropy.ts";
export {
  type ClassificationReport,
  type ClassificationRow,
  classificationReport,
} from "./metrics/classificationReport.ts";
export { confusionMatrix } from "./metrics/confusionMatrix.ts";
export { meanAbsoluteError, meanSquaredError, rSquared, sumOfSquaredErrors } from "./metrics/regression.ts";
export {
  type FeatureGroup,
  type FeatureImportance,
  type PermutationImportanceOptions,
  permutationImportance,
} from "./metrics/permutationImportance.ts";
export { type RocPoint, rocAuc, rocCurve } from "./metrics/rocCurve.ts";
export {
  type ActivationCurvesOptions,
  type ActivationRow,
  activationCurves,
} from "./plots/activationCurves.ts";
export { type ClassCountRow, classHistogram } from "./plots/classHistogram.ts";
export { type ConfusionRow, confusionHeatMap } from "./plots/confusionHeatMap.ts";
export {
  type DescentRow,
  type GradientDescentPathOptions,
  gradientDescentPath,
} from "./plots/gradientDescentPath.ts";
export { type ImageUriOptions, imageUri } from "./plots/imageUri.ts";
export { importanceBars, type ImportanceBarsOptions, type ImportanceRow } from "./plots/importanceBars.ts";
export { type LearningCurveRow, learningCurves } from "./plots/learningCurves.ts";
export { type Confusion, mostConfused } from "./plots/mostConfused.ts";
export type { Json, Plot, VegaLiteSpec } from "./plots/Plot.ts";
export { type PredictionPlotOptions, predictedVersusActual } from "./plots/predictedVersusActual.ts";
export type { PredictionRow } from "./plots/predictionRows.ts";
export type { RegressionPart } from "./plots/RegressionPart.ts";
export {
  type RegressionRow,
  type RegressionScatterOptions,
  regressionScatter,
} from "./plots/regressionScatter.ts";
export { residualScatter } from "./plots/residualScatter.ts";
export { type RocRow, type RocSeries, rocPlot } from "./plots/rocPlot.ts";
export { type SampleGridOptions, type SampleRow, sampleGrid } from "./plots/sampleGrid.ts";
export {
  type SettingsPanelsOptions,
  type SettingsPoint,
  type SettingsRow,
  settingsPanels,
} from "./plots/settingsPanels.ts";
export { type Mistake, worstMistakes } from "./plots/worstMistakes.ts";
export { seededRandom } from "./random/seededRandom.ts";
export { shuffledIndices } from "./random/shuffledIndices.ts";
export { type CosineDecayOptions, cosineDecay } from "./schedules/cosineDecay.ts";
export { type ExponentialDecayOptions, exponentialDecay } from "./schedules/exponentialDecay.ts";
export { type InverseTimeDecayOptions, inverseTimeDecay } from "./schedules/inverseTimeDecay.ts";
export type { LearningRateSchedule } from "./schedules/LearningRateSchedule.ts";
export { type OneCycleOptions, oneCycle } from "./schedules/oneCycle.ts";
export { type StepDecayOptions, stepDecay } from "./schedules/stepDecay.ts";
export { type WarmUpOptions, warmUp } from "./schedules/warmUp.ts";
export {
  type AdamOptions,
  type AdamWOptions,
  makeOptimizer,
  type MakeOptimizerOptions,
  type SgdOptions,
} from "./optimizers/makeOptimizer.ts";
export type { WeightGroup } from "./optimizers/Sgd.ts";
export { TrainingError, type TrainingErrorCode } from "./TrainingError.ts";
export { pairedDifference } from "./metrics/pairedDifference.ts";
export { wilsonInterval } from "./metrics/wilsonInterval.ts";
