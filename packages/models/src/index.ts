export { type AirbenchOptions, airbench } from "./airbench.ts";
export { type CnnBlock, type CnnOptions, cnn } from "./cnn.ts";
export { decodeModel } from "./decodeModel.ts";
export { deriveSeed } from "./deriveSeed.ts";
export { encodeModel } from "./encodeModel.ts";
export { type FromLayersOptions, fromLayers } from "./fromLayers.ts";
export type { KernelInitializer } from "./kernelInitializer.ts";
export type { LayerProblem } from "./LayerProblem.ts";
export type {
  Conv2dSpec,
  DenseSpec,
  DropoutSpec,
  GlobalAveragePooling2dSpec,
  LayerSpec,
  MaxPooling2dSpec,
  WeightedSpec,
} from "./LayerSpec.ts";
export { layersOf } from "./layersOf.ts";
export { type LinearRegressionOptions, linearRegression } from "./linearRegression.ts";
export { loadModel } from "./loadModel.ts";
export type { ModelFiles } from "./ModelFiles.ts";
export { ModelError, type ModelErrorCode } from "./ModelError.ts";
export type { InputScaling, ModelMetadata } from "./ModelMetadata.ts";
export { type MlpLayers, type MlpOptions, mlp } from "./mlp.ts";
export { outputActivation } from "./outputActivation.ts";
export { type PerceptronOptions, perceptron } from "./perceptron.ts";
export type { LoadedModel } from "./LoadedModel.ts";
export { type LayerPlan, type LayerStack, planLayers, type StackPlan } from "./planLayers.ts";
export { type ResnetOptions, resnet, resnet20 } from "./resnet.ts";
export { saveModel } from "./saveModel.ts";
export type { Activation } from "./activationNames.ts";
export { type SoftmaxRegressionOptions, softmaxRegression } from "./softmaxRegression.ts";
export { type LayerSummary, type ModelSummary, summary } from "./summary.ts";
export { type TransferOptions, transfer } from "./transfer.ts";
export { whiten } from "./whiten.ts";
