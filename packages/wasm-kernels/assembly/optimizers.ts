// The optimizers: each moves a variable by its gradient, in one pass that the threads share (step.ts).
import { GradientProduct, gradientStep, shareGradientStep } from "./gradientProduct";
import { GRADIENT_PRODUCT, OPTIMIZER } from "./jobs";
import { ADADELTA, ADAM, MOMENTUM, RMSPROP, SGD, Step } from "./step";
import { finishLeft, jobArguments, leftJob, share } from "./team";

// Without a gradient, it is that of `gradientProduct`, whose arguments lie where those of the job are.
function begin(kind: i32, value: usize, result: usize, gradient: usize, first: usize, second: usize, count: i32): Step {
  const step = changetype<Step>(gradient ? jobArguments() : gradientStep());
  step.kind = kind;
  step.value = value; step.result = result; step.gradient = gradient; step.first = first; step.second = second;
  step.count = count;
  return step;
}

function run(step: Step): void {
  if (step.gradient) share<Step>(OPTIMIZER, step.tasks);
  else shareGradientStep(step);
}

/** Finishes a step that `leaveOpen` has left to the other threads, if there is one: not before is the variable where it moves to. */
export function finishStep(): void {
  const job = leftJob();
  if (job == OPTIMIZER) finishLeft<Step>(job);
  else if (job == GRADIENT_PRODUCT) finishLeft<GradientProduct>(job);
}

/** result = value + scale * gradient; `scale` is minus the learning rate. Here and below, `gradient` is 0 for that of `gradientProduct`. */
export function sgd(value: usize, result: usize, gradient: usize, count: i32, scale: f32): void {
  const step = begin(SGD, value, result, gradient, 0, 0, count);
  step.s0 = scale;
  run(step);
}

/**
 * accumulation = m * accumulation + gradient; result = keep * value + scale * accumulation, or Nesterov's form of it. `keep` is 1, or less
 * where weights decay.
 */
export function momentum(
  value: usize, result: usize, gradient: usize, accumulation: usize, count: i32, scale: f32, m: f32, nesterov: bool,
  keep: f32,
): void {
  const step = begin(MOMENTUM, value, result, gradient, accumulation, 0, count);
  step.s0 = scale; step.s1 = m; step.nesterov = nesterov; step.keep = keep;
  run(step);
}

/** RMSProp, not centered. Without momentum the moment, which nothing reads then, is left as it is: it would be a third of what is read and written. */
export function rmsprop(
  value: usize, result: usize, gradient: usize, meanSquare: usize, moment: usize, count: i32,
  learningRate: f32, decay: f32, oneMinusDecay: f32, momentum: f32, epsilon: f32,
): void {
  const step = begin(RMSPROP, value, result, gradient, meanSquare, moment, count);
  step.s0 = learningRate; step.s1 = decay; step.s2 = oneMinusDecay; step.s3 = momentum; step.s4 = epsilon;
  run(step);
}

/** Adam; `correction1` and `correction2` are one minus the powers of the betas, `scale` minus the learning rate; `keep` as above. */
export function adam(
  value: usize, result: usize, gradient: usize, first: usize, second: usize, count: i32,
  scale: f32, beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  correction1: f32, correction2: f32, epsilon: f32, keep: f32,
): void {
  const step = begin(ADAM, value, result, gradient, first, second, count);
  step.s0 = scale; step.s1 = beta1; step.s2 = oneMinusBeta1; step.s3 = beta2; step.s4 = oneMinusBeta2;
  step.s5 = correction1; step.s6 = correction2; step.s7 = epsilon; step.keep = keep;
  run(step);
}

/** Adadelta; `scale` is minus the learning rate. Like tfjs, it divides by the accumulator of the step before. */
export function adadelta(
  value: usize, result: usize, gradient: usize, squares: usize, updates: usize, count: i32,
  scale: f32, rho: f32, oneMinusRho: f32, epsilon: f32,
): void {
  const step = begin(ADADELTA, value, result, gradient, squares, updates, count);
  step.s0 = scale; step.s1 = rho; step.s2 = oneMinusRho; step.s3 = epsilon;
  run(step);
}
