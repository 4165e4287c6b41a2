// One pass over a variable, its gradient and its accumulators. The order of the operations is that of the tfjs optimizers,
// so that the results are the same to the last bit; accumulators change in place, the variable's values go elsewhere.
//
// Every step is written once, for four lanes. The rest of one to three values goes through the same code, read and
// written by lane: an addition in a different order would not be the same.
import { OPTIMIZER } from "./jobs";
import { jobArguments, share } from "./team";

const TASK_VALUES: i32 = 16384;

const SGD: i32 = 0;
const MOMENTUM: i32 = 1;
const RMSPROP: i32 = 2;
const ADAM: i32 = 3;
const ADADELTA: i32 = 4;

@unmanaged
export class Step {
  kind: i32;
  /** The variable's values, before and after, its gradient and the accumulators; all of `count` floats. */
  value: usize; result: usize; gradient: usize; first: usize; second: usize;
  count: i32;
  nesterov: bool;
  s0: f32; s1: f32; s2: f32; s3: f32; s4: f32; s5: f32; s6: f32; s7: f32; keep: f32;

  /** Some of the values. */
  run(job: i32, task: i32, thread: i32): void {
    const from = (<usize>(task * TASK_VALUES)) << 2;
    const count = min(TASK_VALUES, this.count - task * TASK_VALUES);
    const value = this.value + from;
    const result = this.result + from;
    const gradient = this.gradient + from;
    const first = this.first + from;
    const second = this.second + from;
    if (this.kind == SGD) sgdPart(value, result, gradient, count, this.s0);
    else if (this.kind == MOMENTUM) {
      momentumPart(value, result, gradient, first, count, this.s0, this.s1, this.nesterov, this.keep);
    } else if (this.kind == RMSPROP) {
      rmspropPart(value, result, gradient, first, second, count, this.s0, this.s1, this.s2, this.s3, this.s4);
    } else if (this.kind == ADAM) {
      adamPart(
        value, result, gradient, first, second, count, this.s0, this.s1, this.s2, this.s3, this.s4, this.s5, this.s6,
        this.s7, this.keep,
      );
    } else if (this.kind == ADADELTA) {
      adadeltaPart(value, result, gradient, first, second, count, this.s0, this.s1, this.s2, this.s3);
    }
  }
}

function begin(kind: i32, value: usize, result: usize, gradient: usize, first: usize, second: usize, count: i32): Step {
  const step = changetype<Step>(jobArguments());
  step.kind = kind;
  step.value = value; step.result = result; step.gradient = gradient; step.first = first; step.second = second;
  step.count = count;
  return step;
}

function run(step: Step): void {
  share<Step>(OPTIMIZER, (step.count + TASK_VALUES - 1) / TASK_VALUES);
}

/** result = value + scale * gradient; `scale` is minus the learning rate. */
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

/** RMSProp, not centered. */
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

// @ts-ignore: decorator
@inline
function read(at: usize, lanes: i32): v128 {
  if (lanes == 4) return v128.load(at);
  let value = v128.load_zero<f32>(at);
  if (lanes > 1) value = f32x4.replace_lane(value, 1, load<f32>(at, 4));
  if (lanes > 2) value = f32x4.replace_lane(value, 2, load<f32>(at, 8));
  return value;
}

// @ts-ignore: decorator
@inline
function write(at: usize, value: v128, lanes: i32): void {
  if (lanes == 4) {
    v128.store(at, value);
    return;
  }
  store<f32>(at, f32x4.extract_lane(value, 0));
  if (lanes > 1) store<f32>(at, f32x4.extract_lane(value, 1), 4);
  if (lanes > 2) store<f32>(at, f32x4.extract_lane(value, 2), 8);
}

// @ts-ignore: decorator
@inline
function blend(old: v128, keep: v128, fresh: v128, take: v128): v128 {
  return f32x4.add(f32x4.mul(old, keep), f32x4.mul(fresh, take));
}

function sgdPart(value: usize, result: usize, gradient: usize, count: i32, scale: f32): void {
  const scales = f32x4.splat(scale);
  const end = value + ((<usize>count) << 2);
  while (value < end) {
    const lanes = min(4, <i32>((end - value) >> 2));
    write(result, f32x4.add(f32x4.mul(scales, read(gradient, lanes)), read(value, lanes)), lanes);
    value += 16;
    result += 16;
    gradient += 16;
  }
}

function momentumPart(
  value: usize, result: usize, gradient: usize, accumulation: usize, count: i32, scale: f32, m: f32, nesterov: bool,
  keep: f32,
): void {
  const scales = f32x4.splat(scale);
  const ms = f32x4.splat(m);
  const keeps = f32x4.splat(keep);
  const end = value + ((<usize>count) << 2);
  while (value < end) {
    const lanes = min(4, <i32>((end - value) >> 2));
    const g = read(gradient, lanes);
    const next = f32x4.add(f32x4.mul(ms, read(accumulation, lanes)), g);
    const step = nesterov ? f32x4.add(g, f32x4.mul(next, ms)) : next;
    write(accumulation, next, lanes);
    write(result, f32x4.add(f32x4.mul(scales, step), f32x4.mul(keeps, read(value, lanes))), lanes);
    value += 16;
    result += 16;
    gradient += 16;
    accumulation += 16;
  }
}

function rmspropPart(
  value: usize, result: usize, gradient: usize, meanSquare: usize, moment: usize, count: i32,
  learningRate: f32, decay: f32, oneMinusDecay: f32, momentum: f32, epsilon: f32,
): void {
  const rates = f32x4.splat(learningRate);
  const decays = f32x4.splat(decay);
  const rests = f32x4.splat(oneMinusDecay);
  const momenta = f32x4.splat(momentum);
  const epsilons = f32x4.splat(epsilon);
  const end = value + ((<usize>count) << 2);
  while (value < end) {
    const lanes = min(4, <i32>((end - value) >> 2));
    const g = read(gradient, lanes);
    const square = blend(read(meanSquare, lanes), decays, f32x4.mul(g, g), rests);
    const step = f32x4.div(f32x4.mul(g, rates), f32x4.sqrt(f32x4.add(square, epsilons)));
    const next = f32x4.add(f32x4.mul(read(moment, lanes), momenta), step);
    write(meanSquare, square, lanes);
    write(moment, next, lanes);
    write(result, f32x4.sub(read(value, lanes), next), lanes);
    value += 16;
    result += 16;
    gradient += 16;
    meanSquare += 16;
    moment += 16;
  }
}

function adamPart(
  value: usize, result: usize, gradient: usize, first: usize, second: usize, count: i32,
  scale: f32, beta1: f32, oneMinusBeta1: f32, beta2: f32, oneMinusBeta2: f32,
  correction1: f32, correction2: f32, epsilon: f32, keep: f32,
): void {
  const scales = f32x4.splat(scale);
  const keep1 = f32x4.splat(beta1);
  const take1 = f32x4.splat(oneMinusBeta1);
  const keep2 = f32x4.splat(beta2);
  const take2 = f32x4.splat(oneMinusBeta2);
  const keeps = f32x4.splat(keep);
  const corrections1 = f32x4.splat(correction1);
  const corrections2 = f32x4.splat(correction2);
  const epsilons = f32x4.splat(epsilon);
  const end = value + ((<usize>count) << 2);
  while (value < end) {
    const lanes = min(4, <i32>((end - value) >> 2));
    const g = read(gradient, lanes);
    const m = blend(read(first, lanes), keep1, g, take1);
    const v = blend(read(second, lanes), keep2, f32x4.mul(g, g), take2);
    const size = f32x4.add(f32x4.sqrt(f32x4.div(v, corrections2)), epsilons);
    const step = f32x4.mul(f32x4.div(f32x4.div(m, corrections1), size), scales);
    write(first, m, lanes);
    write(second, v, lanes);
    write(result, f32x4.add(step, f32x4.mul(keeps, read(value, lanes))), lanes);
    value += 16;
    result += 16;
    gradient += 16;
    first += 16;
    second += 16;
  }
}

function adadeltaPart(
  value: usize, result: usize, gradient: usize, squares: usize, updates: usize, count: i32,
  scale: f32, rho: f32, oneMinusRho: f32, epsilon: f32,
): void {
  const scales = f32x4.splat(scale);
  const keep = f32x4.splat(rho);
  const take = f32x4.splat(oneMinusRho);
  const epsilons = f32x4.splat(epsilon);
  const end = value + ((<usize>count) << 2);
  while (value < end) {
    const lanes = min(4, <i32>((end - value) >> 2));
    const g = read(gradient, lanes);
    const square = read(squares, lanes);
    const update = read(updates, lanes);
    const root = f32x4.sqrt(f32x4.add(update, epsilons));
    const step = f32x4.mul(f32x4.div(root, f32x4.sqrt(f32x4.add(square, epsilons))), g);
    write(squares, blend(square, keep, f32x4.mul(g, g), take), lanes);
    write(updates, blend(update, keep, f32x4.mul(step, step), take), lanes);
    write(result, f32x4.add(f32x4.mul(step, scales), read(value, lanes)), lanes);
    value += 16;
    result += 16;
    gradient += 16;
    squares += 16;
    updates += 16;
  }
}
