// How optimizers move values: one pass over them, their gradient and their accumulators. The order of the operations is that of the tfjs
// optimizers, so that the results are the same to the last bit; accumulators change in place, and so may the values.
//
// Every step is written once, for four lanes. The rest of one to three values goes through the same code, read and
// written by lane: an addition in a different order would not be the same.
const TASK_VALUES: i32 = 16384;

export const SGD: i32 = 0;
export const MOMENTUM: i32 = 1;
export const RMSPROP: i32 = 2;
export const ADAM: i32 = 3;
export const ADADELTA: i32 = 4;

@unmanaged
export class Step {
  kind: i32;
  /**
   * The variable's values, before and after, its gradient and the accumulators; all of `count` floats. The gradient
   * is 0 where it comes part by part.
   */
  value: usize; result: usize; gradient: usize; first: usize; second: usize;
  count: i32;
  nesterov: bool;
  s0: f32; s1: f32; s2: f32; s3: f32; s4: f32; s5: f32; s6: f32; s7: f32; keep: f32;

  get tasks(): i32 {
    return (this.count + TASK_VALUES - 1) / TASK_VALUES;
  }

  /** Moves some of the values. */
  run(job: i32, task: i32, thread: i32): void {
    const first = task * TASK_VALUES;
    this.move(first, 0, 1, min(TASK_VALUES, this.count - first), this.gradient + ((<usize>first) << 2), 0);
  }

  /**
   * Moves some rows of values.
   *
   * @param first the first value
   * @param width how many there are from one row to the next
   * @param gradient address of the gradients of the first row
   * @param gradientStep bytes from one row of those to the next
   */
  move(first: i32, width: i32, rows: i32, columns: i32, gradient: usize, gradientStep: usize): void {
    const from = (<usize>first) << 2;
    const step = (<usize>width) << 2;
    const bytes = (<usize>columns) << 2;
    if (this.kind == RMSPROP) moveByRmsprop(this, from, step, rows, bytes, gradient, gradientStep);
    else if (this.kind == ADAM) moveByAdam(this, from, step, rows, bytes, gradient, gradientStep);
    else if (this.kind == SGD) moveBySgd(this, from, step, rows, bytes, gradient, gradientStep);
    else if (this.kind == MOMENTUM) moveByMomentum(this, from, step, rows, bytes, gradient, gradientStep);
    else if (this.kind == ADADELTA) moveByAdadelta(this, from, step, rows, bytes, gradient, gradientStep);
  }
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

// `from`, `step` and `bytes` are bytes: where the first row begins, how far it is to the next one, and how long they are.

function moveBySgd(
  s: Step, from: usize, step: usize, rows: i32, bytes: usize, gradient: usize, gradientStep: usize,
): void {
  const scales = f32x4.splat(s.s0);
  const value = s.value;
  const result = s.result;
  for (let row = 0; row < rows; row++) {
    const end = from + bytes;
    for (let at = from; at < end; at += 16) {
      const lanes = min(4, <i32>((end - at) >> 2));
      const g = read(gradient + (at - from), lanes);
      write(result + at, f32x4.add(f32x4.mul(scales, g), read(value + at, lanes)), lanes);
    }
    from += step;
    gradient += gradientStep;
  }
}

function moveByMomentum(
  s: Step, from: usize, step: usize, rows: i32, bytes: usize, gradient: usize, gradientStep: usize,
): void {
  const scales = f32x4.splat(s.s0);
  const ms = f32x4.splat(s.s1);
  const keeps = f32x4.splat(s.keep);
  const nesterov = s.nesterov;
  const value = s.value;
  const result = s.result;
  const accumulation = s.first;
  for (let row = 0; row < rows; row++) {
    const end = from + bytes;
    for (let at = from; at < end; at += 16) {
      const lanes = min(4, <i32>((end - at) >> 2));
      const g = read(gradient + (at - from), lanes);
      const next = f32x4.add(f32x4.mul(ms, read(accumulation + at, lanes)), g);
      const way = nesterov ? f32x4.add(g, f32x4.mul(next, ms)) : next;
      write(accumulation + at, next, lanes);
      write(result + at, f32x4.add(f32x4.mul(scales, way), f32x4.mul(keeps, read(value + at, lanes))), lanes);
    }
    from += step;
    gradient += gradientStep;
  }
}

function moveByRmsprop(
  s: Step, from: usize, step: usize, rows: i32, bytes: usize, gradient: usize, gradientStep: usize,
): void {
  const rates = f32x4.splat(s.s0);
  const decays = f32x4.splat(s.s1);
  const rests = f32x4.splat(s.s2);
  const momentum = s.s3;
  const momenta = f32x4.splat(momentum);
  const epsilons = f32x4.splat(s.s4);
  const value = s.value;
  const result = s.result;
  const meanSquare = s.first;
  const moment = s.second;
  for (let row = 0; row < rows; row++) {
    const end = from + bytes;
    for (let at = from; at < end; at += 16) {
      const lanes = min(4, <i32>((end - at) >> 2));
      const g = read(gradient + (at - from), lanes);
      const square = blend(read(meanSquare + at, lanes), decays, f32x4.mul(g, g), rests);
      let way = f32x4.div(f32x4.mul(g, rates), f32x4.sqrt(f32x4.add(square, epsilons)));
      write(meanSquare + at, square, lanes);
      if (momentum != 0) {
        way = f32x4.add(f32x4.mul(read(moment + at, lanes), momenta), way);
        write(moment + at, way, lanes);
      }
      write(result + at, f32x4.sub(read(value + at, lanes), way), lanes);
    }
    from += step;
    gradient += gradientStep;
  }
}

function moveByAdam(
  s: Step, from: usize, step: usize, rows: i32, bytes: usize, gradient: usize, gradientStep: usize,
): void {
  const scales = f32x4.splat(s.s0);
  const keep1 = f32x4.splat(s.s1);
  const take1 = f32x4.splat(s.s2);
  const keep2 = f32x4.splat(s.s3);
  const take2 = f32x4.splat(s.s4);
  const corrections1 = f32x4.splat(s.s5);
  const corrections2 = f32x4.splat(s.s6);
  const epsilons = f32x4.splat(s.s7);
  const keeps = f32x4.splat(s.keep);
  const value = s.value;
  const result = s.result;
  const first = s.first;
  const second = s.second;
  for (let row = 0; row < rows; row++) {
    const end = from + bytes;
    for (let at = from; at < end; at += 16) {
      const lanes = min(4, <i32>((end - at) >> 2));
      const g = read(gradient + (at - from), lanes);
      const m = blend(read(first + at, lanes), keep1, g, take1);
      const v = blend(read(second + at, lanes), keep2, f32x4.mul(g, g), take2);
      const size = f32x4.add(f32x4.sqrt(f32x4.div(v, corrections2)), epsilons);
      const way = f32x4.mul(f32x4.div(f32x4.div(m, corrections1), size), scales);
      write(first + at, m, lanes);
      write(second + at, v, lanes);
      write(result + at, f32x4.add(way, f32x4.mul(keeps, read(value + at, lanes))), lanes);
    }
    from += step;
    gradient += gradientStep;
  }
}

function moveByAdadelta(
  s: Step, from: usize, step: usize, rows: i32, bytes: usize, gradient: usize, gradientStep: usize,
): void {
  const scales = f32x4.splat(s.s0);
  const keep = f32x4.splat(s.s1);
  const take = f32x4.splat(s.s2);
  const epsilons = f32x4.splat(s.s3);
  const value = s.value;
  const result = s.result;
  const squares = s.first;
  const updates = s.second;
  for (let row = 0; row < rows; row++) {
    const end = from + bytes;
    for (let at = from; at < end; at += 16) {
      const lanes = min(4, <i32>((end - at) >> 2));
      const g = read(gradient + (at - from), lanes);
      const square = read(squares + at, lanes);
      const update = read(updates + at, lanes);
      const root = f32x4.sqrt(f32x4.add(update, epsilons));
      const way = f32x4.mul(f32x4.div(root, f32x4.sqrt(f32x4.add(square, epsilons))), g);
      write(squares + at, blend(square, keep, f32x4.mul(g, g), take), lanes);
      write(updates + at, blend(update, keep, f32x4.mul(way, way), take), lanes);
      write(result + at, f32x4.add(f32x4.mul(way, scales), read(value + at, lanes)), lanes);
    }
    from += step;
    gradient += gradientStep;
  }
}
