// Means over the middle axis of x[outer, length, inner], as of the pixels of an image, and their gradient.
import { MIDDLE_MEAN, MIDDLE_MEAN_GRADIENT } from "./jobs";
import { jobArguments, share } from "./team";
import { addRun } from "./vector";

@unmanaged
export class Middle {
  from: usize; to: usize; length: i32; inner: i32;

  run(job: i32, task: i32, thread: i32): void {
    const step = (<usize>this.inner) << 2;
    const large = (<usize>task) * (<usize>this.length) * step;
    const small = (<usize>task) * step;
    if (job == MIDDLE_MEAN) {
      const y = this.to + small;
      memory.fill(y, 0, step);
      for (let i = 0; i < this.length; i++) addRun(y, this.from + large + (<usize>i) * step, this.inner);
      for (let at: usize = 0; at < step; at += 4) store<f32>(y + at, load<f32>(y + at) / <f32>this.length);
    } else {
      const dx = this.to + large;
      for (let at: usize = 0; at < step; at += 4) store<f32>(dx + at, load<f32>(this.from + small + at) / <f32>this.length);
      for (let i = 1; i < this.length; i++) memory.copy(dx + (<usize>i) * step, dx, step);
    }
  }
}

function start(job: i32, from: usize, to: usize, outer: i32, length: i32, inner: i32): void {
  const m = changetype<Middle>(jobArguments());
  m.from = from; m.to = to; m.length = length; m.inner = inner;
  share<Middle>(job, outer);
}

/** y[outer, inner] = the means of x[outer, length, inner] */
export function middleMean(x: usize, y: usize, outer: i32, length: i32, inner: i32): void {
  start(MIDDLE_MEAN, x, y, outer, length, inner);
}

/** dx[outer, length, inner] = dy[outer, inner] / length */
export function middleMeanGradient(dy: usize, dx: usize, outer: i32, length: i32, inner: i32): void {
  start(MIDDLE_MEAN_GRADIENT, dy, dx, outer, length, inner);
}
