import { convolutionTask } from "./convolution";
import { filterGradientTask } from "./filterGradient";
import { productTask } from "./gemm";
import { inputGradientTask } from "./inputGradient";
import { CONVOLUTION, FILTER_GRADIENT, INPUT_GRADIENT, PRODUCT } from "./jobs";

/** Does one task of a job; `thread` chooses the part of the scratch space. */
export function runTask(job: i32, task: i32, thread: i32): void {
  if (job == PRODUCT) productTask(task, thread);
  else if (job == CONVOLUTION) convolutionTask(task, thread);
  else if (job == FILTER_GRADIENT) filterGradientTask(task, thread);
  else if (job == INPUT_GRADIENT) inputGradientTask(task, thread);
}
