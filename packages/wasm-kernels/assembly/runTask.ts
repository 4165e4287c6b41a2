import { activationTask } from "./activate";
import { batchNormalizationTask } from "./batchNormalization";
import { convolutionTask } from "./convolution";
import { depthwiseTask } from "./depthwise";
import { elementwiseTask } from "./elementwise";
import { filterGradientTask } from "./filterGradient";
import { productTask } from "./gemm";
import { inputGradientTask } from "./inputGradient";
import {
  ACTIVATION_GRADIENT, AVERAGE_POOL_GRADIENT, BATCH_NORMALIZATION_GRADIENT, CONVOLUTION, DEPTHWISE_INPUT_GRADIENT, FILTER_GRADIENT,
  INPUT_GRADIENT, OPTIMIZER, PLAIN_FILTER_GRADIENT, PRODUCT, RELU_GRADIENT, SUM_ROWS, WINOGRAD_FILTER_GRADIENT,
  WINOGRAD_FILTER_SUMS,
} from "./jobs";
import { middleTask } from "./middle";
import { optimizerTask } from "./optimizers";
import { plainTask } from "./plainConvolution";
import { poolingTask } from "./pooling";
import { sumRowsTask } from "./reductions";
import { winogradTask } from "./winograd";
import { winogradFilterTask } from "./winogradFilter";

/** Does one task of a job; `thread` chooses the part of the scratch space. */
export function runTask(job: i32, task: i32, thread: i32): void {
  if (job == PRODUCT) productTask(task, thread);
  else if (job == CONVOLUTION) convolutionTask(task, thread);
  else if (job == FILTER_GRADIENT) filterGradientTask(task, thread);
  else if (job == INPUT_GRADIENT) inputGradientTask(task, thread);
  else if (job <= RELU_GRADIENT) elementwiseTask(job, task);
  else if (job <= AVERAGE_POOL_GRADIENT) poolingTask(job, task);
  else if (job == SUM_ROWS) sumRowsTask(task);
  else if (job == OPTIMIZER) optimizerTask(task);
  else if (job <= DEPTHWISE_INPUT_GRADIENT) depthwiseTask(job, task);
  else if (job <= WINOGRAD_FILTER_GRADIENT) winogradTask(job, task, thread);
  else if (job <= WINOGRAD_FILTER_SUMS) winogradFilterTask(job, task, thread);
  else if (job <= PLAIN_FILTER_GRADIENT) plainTask(job, task);
  else if (job <= ACTIVATION_GRADIENT) activationTask(job, task);
  else if (job <= BATCH_NORMALIZATION_GRADIENT) batchNormalizationTask(job, task);
  else middleTask(job, task);
}
