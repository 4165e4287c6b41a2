// What the module exports. It owns no memory: every pointer is an address in the memory of the running tfjs backend,
// and scratch space comes from its allocator, so there must be no static data here (scripts/inlineWasm.mjs checks).
export { die, help } from "./help";
export { close, leaveOpen, setTeam, stopHelpers, teamBytes, teamSize } from "./team";
export { activate, activationGradient, eluGradient } from "./activate";
export {
  batchNormalization, batchNormalizationGradient, batchNormalizationScratchBytes, batchNormalizationStatistics,
  normalizedActivationGradient,
} from "./batchNormalization";
export { scaleBytes } from "./bytes";
export { gemm, gemmScratchBytes, packProduct, productPackedBytes } from "./gemm";
export { gradientProduct, gradientScratchBytes } from "./gradientProduct";
export { conv2d, conv2dPackedBytes, conv2dScratchBytes, packConv2d } from "./convolution";
export { conv2dBackpropFilter, filterGradientScratchBytes } from "./filterGradient";
export {
  conv2dBackpropInput, inputGradientOfPooled, inputGradientPackedBytes, inputGradientScratchBytes, packInputGradient,
} from "./inputGradient";
export { plainBackpropFilter, plainBackpropInput, plainConv2d } from "./plainConvolution";
export { depthwiseBackpropFilter, depthwiseBackpropInput, depthwiseConv2d } from "./depthwise";
export { countHits, crossEntropy, softmaxGradient } from "./crossEntropy";
export { add, addBias, clip, maximum, minimum, movingAverage, multiply, relu, reluGradient } from "./elementwise";
export { middleMean, middleMeanGradient } from "./middle";
export { avgPool, avgPoolGrad, maxPool, maxPoolGrad, maxPoolGradAt } from "./pooling";
export { randomMask } from "./randomMask";
export { unsortedSegmentSum } from "./segments";
export { sumRows, sumRowsScratchBytes } from "./reductions";
export { finishStep, sgd, momentum, rmsprop, adam, adadelta } from "./optimizers";
export { isFiniteRun } from "./vector";
