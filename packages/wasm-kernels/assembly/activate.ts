// Activations of tensors, each value once.
import { activated, eluSlope, slopeOf } from "./activations";
import { ACTIVATION, ACTIVATION_GRADIENT } from "./jobs";
import { read, write } from "./lanes";
import { jobArguments, share } from "./team";

const TASK_VALUES: i32 = 16384;

@unmanaged
export class Activation {
  x: usize; dy: usize; out: usize; count: i32; code: i32; alpha: f32; byOutput: bool;

  run(job: i32, task: i32, thread: i32): void {
    const from = (<usize>(task * TASK_VALUES)) << 2;
    const count = min(TASK_VALUES, this.count - task * TASK_VALUES);
    const x = this.x + from;
    const dy = this.dy + from;
    const out = this.out + from;
    const whole = (<usize>(count & ~3)) << 2;
    const end = (<usize>count) << 2;
    let at: usize = 0;
    if (job == ACTIVATION) {
      for (; at < whole; at += 16) forward(x + at, out + at, this.code, this.alpha, false);
      for (; at < end; at += 4) forward(x + at, out + at, this.code, this.alpha, true);
    } else if (this.byOutput) {
      for (; at < whole; at += 16) backwardElu(x + at, dy + at, out + at, false);
      for (; at < end; at += 4) backwardElu(x + at, dy + at, out + at, true);
    } else {
      for (; at < whole; at += 16) backward(x + at, dy + at, out + at, this.code, this.alpha, false);
      for (; at < end; at += 4) backward(x + at, dy + at, out + at, this.code, this.alpha, true);
    }
  }
}

function start(job: i32, x: usize, dy: usize, out: usize, count: i32, code: i32, alpha: f32, byOutput: bool): void {
  const a = changetype<Activation>(jobArguments());
  a.x = x; a.dy = dy; a.out = out; a.count = count; a.code = code; a.alpha = alpha; a.byOutput = byOutput;
  share<Activation>(job, (count + TASK_VALUES - 1) / TASK_VALUES);
}

/** y = the activation of x; its code and `alpha` as in activations.ts. */
export function activate(x: usize, y: usize, count: i32, code: i32, alpha: f32): void {
  start(ACTIVATION, x, 0, y, count, code, alpha, false);
}

/** dx = dy times the slope of the activation at x. */
export function activationGradient(dy: usize, x: usize, dx: usize, count: i32, code: i32, alpha: f32): void {
  start(ACTIVATION_GRADIENT, x, dy, dx, count, code, alpha, false);
}

/** dx = dy times the slope of ELU, by its output y. */
export function eluGradient(dy: usize, y: usize, dx: usize, count: i32): void {
  start(ACTIVATION_GRADIENT, y, dy, dx, count, 0, 0, true);
}

// @ts-ignore: decorator
@inline
function forward(x: usize, y: usize, code: i32, alpha: f32, single: bool): void {
  write(y, activated(read(x, single), code, alpha), single);
}

// @ts-ignore: decorator
@inline
function backward(x: usize, dy: usize, dx: usize, code: i32, alpha: f32, single: bool): void {
  write(dx, f32x4.mul(read(dy, single), slopeOf(read(x, single), code, alpha)), single);
}

// @ts-ignore: decorator
@inline
function backwardElu(y: usize, dy: usize, dx: usize, single: bool): void {
  write(dx, f32x4.mul(read(dy, single), eluSlope(read(y, single))), single);
}
