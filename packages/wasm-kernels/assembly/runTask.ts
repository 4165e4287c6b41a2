import { Activation } from "./activate";
import { Normalization } from "./batchNormalization";
import { Convolution } from "./convolution";
import { Depthwise } from "./depthwise";
import { Elementwise } from "./elementwise";
import { FilterGradient } from "./filterGradient";
import { Product } from "./gemm";
import { GradientProduct } from "./gradientProduct";
import { InputGradient } from "./inputGradient";
import {
  ACTIVATION_GRADIENT, AVERAGE_POOL_GRADIENT, BATCH_NORMALIZATION_GRADIENT, CONVOLUTION, DEPTHWISE_INPUT_GRADIENT, FILTER_GRADIENT,
  GRADIENT_PRODUCT, INPUT_GRADIENT, OPTIMIZER, PACK_OPERAND, PLAIN_FILTER_GRADIENT, PRODUCT, RELU_GRADIENT, SUM_ROWS, WINOGRAD_FILTER_GRADIENT,
  WINOGRAD_FILTER_SUMS,
} from "./jobs";
import { Middle } from "./middle";
import { OperandPacking } from "./operands";
import { PlainConvolution } from "./plainConvolution";
import { Pooling } from "./pooling";
import { RowSum } from "./reductions";
import { Step } from "./step";
import { runOne } from "./team";
import { Winograd } from "./winograd";
import { WinogradFilter } from "./winogradFilter";

/** Does one task of a job that another thread has shared out. */
export function runTask(job: i32, task: i32, thread: i32): void {
  if (job == PACK_OPERAND) runOne<OperandPacking>(job, task, thread);
  else if (job == PRODUCT) runOne<Product>(job, task, thread);
  else if (job == GRADIENT_PRODUCT) runOne<GradientProduct>(job, task, thread);
  else if (job == CONVOLUTION) runOne<Convolution>(job, task, thread);
  else if (job == FILTER_GRADIENT) runOne<FilterGradient>(job, task, thread);
  else if (job == INPUT_GRADIENT) runOne<InputGradient>(job, task, thread);
  else if (job <= RELU_GRADIENT) runOne<Elementwise>(job, task, thread);
  else if (job <= AVERAGE_POOL_GRADIENT) runOne<Pooling>(job, task, thread);
  else if (job == SUM_ROWS) runOne<RowSum>(job, task, thread);
  else if (job == OPTIMIZER) runOne<Step>(job, task, thread);
  else if (job <= DEPTHWISE_INPUT_GRADIENT) runOne<Depthwise>(job, task, thread);
  else if (job <= WINOGRAD_FILTER_GRADIENT) runOne<Winograd>(job, task, thread);
  else if (job <= WINOGRAD_FILTER_SUMS) runOne<WinogradFilter>(job, task, thread);
  else if (job <= PLAIN_FILTER_GRADIENT) runOne<PlainConvolution>(job, task, thread);
  else if (job <= ACTIVATION_GRADIENT) runOne<Activation>(job, task, thread);
  else if (job <= BATCH_NORMALIZATION_GRADIENT) runOne<Normalization>(job, task, thread);
  else runOne<Middle>(job, task, thread);
}
