import type { KernelDefinition } from "./KernelDefinition.ts";
import { accuracy } from "./kernels/Accuracy.ts";
import { activation } from "./kernels/Activation.ts";
import { activationGrad } from "./kernels/ActivationGrad.ts";
import { add } from "./kernels/Add.ts";
import { avgPool } from "./kernels/AvgPool.ts";
import { avgPoolGrad } from "./kernels/AvgPoolGrad.ts";
import { batchMatMul } from "./kernels/BatchMatMul.ts";
import { trainingBatchNormalization } from "./kernels/BatchNormalization.ts";
import { batchNormalizationGrad } from "./kernels/BatchNormalizationGrad.ts";
import { cast } from "./kernels/Cast.ts";
import { clipByValue } from "./kernels/ClipByValue.ts";
import { conv2d } from "./kernels/Conv2D.ts";
import { conv2dBackpropFilter } from "./kernels/Conv2DBackpropFilter.ts";
import { conv2dBackpropInput } from "./kernels/Conv2DBackpropInput.ts";
import { crossEntropy } from "./kernels/CrossEntropy.ts";
import { depthwiseConv2dNative } from "./kernels/DepthwiseConv2dNative.ts";
import { depthwiseConv2dNativeBackpropFilter } from "./kernels/DepthwiseConv2dNativeBackpropFilter.ts";
import { depthwiseConv2dNativeBackpropInput } from "./kernels/DepthwiseConv2dNativeBackpropInput.ts";
import { elu } from "./kernels/Elu.ts";
import { eluGrad } from "./kernels/EluGrad.ts";
import { fusedBatchNorm } from "./kernels/FusedBatchNorm.ts";
import { fusedConv2d } from "./kernels/FusedConv2D.ts";
import { fusedDepthwiseConv2d } from "./kernels/FusedDepthwiseConv2D.ts";
import { fusedMatMul } from "./kernels/FusedMatMul.ts";
import { identity } from "./kernels/Identity.ts";
import { leakyRelu } from "./kernels/LeakyRelu.ts";
import { maximum } from "./kernels/Maximum.ts";
import { maxPool } from "./kernels/MaxPool.ts";
import { maxPoolGrad } from "./kernels/MaxPoolGrad.ts";
import { mean } from "./kernels/Mean.ts";
import { meanGrad } from "./kernels/MeanGrad.ts";
import { minimum } from "./kernels/Minimum.ts";
import { movingAverage } from "./kernels/MovingAverage.ts";
import { multiply } from "./kernels/Multiply.ts";
import { randomMask } from "./kernels/RandomMask.ts";
import { relu } from "./kernels/Relu.ts";
import { reluGrad } from "./kernels/ReluGrad.ts";
import { relu6 } from "./kernels/Relu6.ts";
import { rowsFromBytes } from "./kernels/RowsFromBytes.ts";
import { slice } from "./kernels/Slice.ts";
import { softmaxGrad } from "./kernels/SoftmaxGrad.ts";
import { sum } from "./kernels/Sum.ts";
import { unsortedSegmentSum } from "./kernels/UnsortedSegmentSum.ts";

/** Every kernel that `installWasmKernels` installs. */
export const kernelDefinitions: readonly KernelDefinition[] = [
  accuracy,
  activation,
  activationGrad,
  add,
  avgPool,
  avgPoolGrad,
  batchMatMul,
  trainingBatchNormalization,
  batchNormalizationGrad,
  cast,
  clipByValue,
  conv2d,
  conv2dBackpropFilter,
  conv2dBackpropInput,
  crossEntropy,
  depthwiseConv2dNative,
  depthwiseConv2dNativeBackpropFilter,
  depthwiseConv2dNativeBackpropInput,
  elu,
  eluGrad,
  fusedBatchNorm,
  fusedConv2d,
  fusedDepthwiseConv2d,
  fusedMatMul,
  identity,
  leakyRelu,
  maximum,
  maxPool,
  maxPoolGrad,
  mean,
  meanGrad,
  minimum,
  movingAverage,
  multiply,
  randomMask,
  relu,
  reluGrad,
  relu6,
  rowsFromBytes,
  slice,
  softmaxGrad,
  sum,
  unsortedSegmentSum,
];
