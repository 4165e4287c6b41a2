// Steps that take each value once: the memory is what limits them, and several threads get more of it than one.
import { activated, NONE } from "./activations";
import { ADD, ADD_BIAS, CLIP, MAXIMUM, MINIMUM, MOVING_AVERAGE, MULTIPLY, RELU, RELU_GRADIENT } from "./jobs";
import { read, write } from "./lanes";
import { jobArguments, share } from "./team";

// Values of a task: small enough to share out evenly, large enough that taking one costs nothing.
const TASK_VALUES: i32 = 32768;

@unmanaged
export class Elementwise {
  a: usize; b: usize; out: usize;
  /** Values of all, and of one row. */
  count: i32; columns: i32;
  /** Values of a task, whole rows. */
  length: i32;
  /** Bounds. */
  low: f32; high: f32;
  share: f32;
  /** Whether b is one value for all. */
  single: bool;
  /** The activation, as in activations.ts. */
  code: i32; alpha: f32;

  run(job: i32, task: i32, thread: i32): void {
    const first = task * this.length;
    const count = min(this.length, this.count - first);
    const from = (<usize>first) << 2;
    if (job == ADD_BIAS) addToRows(this.a + from, this.b, this.out + from, count / this.columns, this.columns);
    else if (job == RELU) positive(this.a + from, this.out + from, count);
    else if (job == CLIP) between(this.a + from, this.out + from, count, this.low, this.high);
    else if (job == MOVING_AVERAGE) approach(this.a + from, this.b + from, this.out + from, count, this.share);
    else if (job == MULTIPLY) multiplyAll(this.a + from, this.b + from, this.out + from, count);
    else if (job == ADD) addAll(this.a + from, this.b + from, this.out + from, count, this.code, this.alpha);
    else if (job <= MINIMUM) {
      const b = this.single ? this.b : this.b + from;
      extreme(this.a + from, b, this.out + from, count, this.single, job == MAXIMUM);
    } else multiplyByStep(this.a + from, this.b + from, this.out + from, count);
  }
}

function start(job: i32, a: usize, b: usize, out: usize, count: i32, columns: i32): void {
  const e = changetype<Elementwise>(jobArguments());
  e.a = a; e.b = b; e.out = out; e.count = count; e.columns = columns;
  e.length = max(1, TASK_VALUES / columns) * columns;
  share<Elementwise>(job, (count + e.length - 1) / e.length);
}

/** out[rows, columns] = x + bias[columns], the same for each row. */
export function addBias(x: usize, bias: usize, out: usize, rows: i32, columns: i32): void {
  start(ADD_BIAS, x, bias, out, rows * columns, columns);
}

/** out = the activation of a + b; its code and `alpha` as in activations.ts. */
export function add(a: usize, b: usize, out: usize, count: i32, code: i32, alpha: f32): void {
  const e = changetype<Elementwise>(jobArguments());
  e.code = code; e.alpha = alpha;
  start(ADD, a, b, out, count, 4);
}

/** out = a * b */
export function multiply(a: usize, b: usize, out: usize, count: i32): void {
  start(MULTIPLY, a, b, out, count, 4);
}

/** out = x where it is positive, else 0. */
export function relu(x: usize, out: usize, count: i32): void {
  start(RELU, x, 0, out, count, 4);
}

/** out = x, but `low` where it is below, and `high` where it is above. */
export function clip(x: usize, out: usize, count: i32, low: f32, high: f32): void {
  const e = changetype<Elementwise>(jobArguments());
  e.low = low; e.high = high;
  start(CLIP, x, 0, out, count, 4);
}

/** out = the larger of a and b, not a number where one of them is none; `single`: b is one value. */
export function maximum(a: usize, b: usize, out: usize, count: i32, single: i32): void {
  changetype<Elementwise>(jobArguments()).single = single != 0;
  start(MAXIMUM, a, b, out, count, 4);
}

/** The smaller one, likewise. */
export function minimum(a: usize, b: usize, out: usize, count: i32, single: i32): void {
  changetype<Elementwise>(jobArguments()).single = single != 0;
  start(MINIMUM, a, b, out, count, 4);
}

/** out = average + (value - average) * share, in the order in which tfjs' operations round. */
export function movingAverage(average: usize, value: usize, out: usize, count: i32, share: f32): void {
  changetype<Elementwise>(jobArguments()).share = share;
  start(MOVING_AVERAGE, average, value, out, count, 4);
}

/** dx = dy * step(x), which is 1 where x is positive, not a number where x is none, else 0; `x` may also be relu of x. */
export function reluGradient(dy: usize, x: usize, dx: usize, count: i32): void {
  start(RELU_GRADIENT, dy, x, dx, count, 4);
}

function addAll(a: usize, b: usize, out: usize, count: i32, code: i32, alpha: f32): void {
  const whole = (<usize>(count & ~3)) << 2;
  const end = (<usize>count) << 2;
  let at: usize = 0;
  // A loop of its own: without one, a sum took a tenth longer for looking at each value whether there is an activation.
  if (code == NONE) {
    for (; at < whole; at += 16) v128.store(out + at, f32x4.add(v128.load(a + at), v128.load(b + at)));
  }
  for (; at < whole; at += 16) addFour(a + at, b + at, out + at, code, alpha, false);
  for (; at < end; at += 4) addFour(a + at, b + at, out + at, code, alpha, true);
}

// @ts-ignore: decorator
@inline
function addFour(a: usize, b: usize, out: usize, code: i32, alpha: f32, single: bool): void {
  write(out, activated(f32x4.add(read(a, single), read(b, single)), code, alpha), single);
}

function multiplyAll(a: usize, b: usize, out: usize, count: i32): void {
  const whole = (<usize>(count & ~3)) << 2;
  const end = (<usize>count) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) v128.store(out + at, f32x4.mul(v128.load(a + at), v128.load(b + at)));
  for (; at < end; at += 4) store<f32>(out + at, load<f32>(a + at) * load<f32>(b + at));
}

function approach(average: usize, value: usize, out: usize, count: i32, share: f32): void {
  const whole = (<usize>(count & ~3)) << 2;
  const end = (<usize>count) << 2;
  let at: usize = 0;
  for (; at < whole; at += 16) moveFour(average + at, value + at, out + at, share, false);
  for (; at < end; at += 4) moveFour(average + at, value + at, out + at, share, true);
}

// @ts-ignore: decorator
@inline
function moveFour(average: usize, value: usize, out: usize, share: f32, single: bool): void {
  const before = read(average, single);
  const way = f32x4.mul(f32x4.sub(read(value, single), before), f32x4.splat(share));
  write(out, f32x4.add(before, way), single);
}

function addToRows(x: usize, bias: usize, out: usize, rows: i32, columns: i32): void {
  const whole = (<usize>(columns & ~3)) << 2;
  const end = (<usize>columns) << 2;
  for (let i = 0; i < rows; i++) {
    let at: usize = 0;
    for (; at < whole; at += 16) v128.store(out + at, f32x4.add(v128.load(x + at), v128.load(bias + at)));
    for (; at < end; at += 4) store<f32>(out + at, load<f32>(x + at) + load<f32>(bias + at));
    x += end;
    out += end;
  }
}

function positive(x: usize, out: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const end = (<usize>count) << 2;
  let at: usize = 0;
  // pmax takes the first of two values unless the second is larger: not a number stays what it is.
  for (; at + 16 <= end; at += 16) v128.store(out + at, f32x4.pmax(v128.load(x + at), zero));
  for (; at < end; at += 4) {
    const value = load<f32>(x + at);
    store<f32>(out + at, value < 0 ? 0 : value);
  }
}

function between(x: usize, out: usize, count: i32, low: f32, high: f32): void {
  const lowest = f32x4.splat(low);
  const highest = f32x4.splat(high);
  const end = (<usize>count) << 2;
  let at: usize = 0;
  // As above: pmax and pmin take the first of two values unless the second is larger, or smaller.
  for (; at + 16 <= end; at += 16) {
    v128.store(out + at, f32x4.pmin(f32x4.pmax(v128.load(x + at), lowest), highest));
  }
  for (; at < end; at += 4) {
    const value = load<f32>(x + at);
    store<f32>(out + at, value > high ? high : value < low ? low : value);
  }
}

function extreme(a: usize, b: usize, out: usize, count: i32, single: bool, largest: bool): void {
  const end = (<usize>count) << 2;
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) {
    const left = v128.load(a + at);
    const right = single ? v128.load32_splat(b) : v128.load(b + at);
    v128.store(out + at, largest ? f32x4.max(left, right) : f32x4.min(left, right));
  }
  for (; at < end; at += 4) {
    const left = load<f32>(a + at);
    const right = load<f32>(single ? b : b + at);
    store<f32>(out + at, largest ? max(left, right) : min(left, right));
  }
}

/** `reluGradient` by this thread alone. */
export function multiplyByStep(dy: usize, x: usize, dx: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const one = f32x4.splat(1);
  const end = (<usize>count) << 2;
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) {
    const value = v128.load(x + at);
    // A lane of ones is not a number.
    const step = v128.or(v128.and(f32x4.gt(value, zero), one), f32x4.ne(value, value));
    v128.store(dx + at, f32x4.mul(v128.load(dy + at), step));
  }
  for (; at < end; at += 4) {
    const value = load<f32>(x + at);
    const step: f32 = value > 0 ? 1 : value != value ? value : 0;
    store<f32>(dx + at, load<f32>(dy + at) * step);
  }
}
