// Pooling and its gradients, NHWC, four channels at a time, an image a task.
import { multiplyByStep } from "./elementwise";
import { AVERAGE_POOL, AVERAGE_POOL_GRADIENT, MAX_POOL, MAX_POOL_GRADIENT } from "./jobs";
import { giveToPlaces } from "./places";
import { PoolShape } from "./poolShape";
import { jobArguments, share } from "./team";

@unmanaged
export class Pooling extends PoolShape {
  x: usize; y: usize; dy: usize; dx: usize;
  /** Where the largest inputs were (places.ts), or 0 where they are found in x. */
  places: usize;
  /** Whether the gradient goes on through relu. */
  relu: bool;

  run(job: i32, image: i32, thread: i32): void {
    const input = (<usize>image) * this.inBytes;
    const output = (<usize>image) * this.outBytes;
    if (this.places) {
      const places = this.places + (output >> 2);
      const pixel = (<usize>this.channels) << 2;
      giveToPlaces(
        places, this.relu ? this.y + output : 0, this.dy + output, pixel, this.outHeight, this.outWidth, pixel,
        this.dx + input, pixel, this.inHeight, this.inWidth,
      );
      return;
    }
    // Windows that do not overlap and leave nothing out write all of dx.
    const tiled = this.tiled;
    if (job == AVERAGE_POOL_GRADIENT || (job == MAX_POOL_GRADIENT && !tiled)) memory.fill(this.dx + input, 0, this.inBytes);
    for (let oy = 0; oy < this.outHeight; oy++) {
      const top = oy * this.strideHeight - this.padTop;
      const y0 = max(0, top);
      const y1 = min(this.inHeight, top + this.filterHeight);
      for (let ox = 0; ox < this.outWidth; ox++) {
        const left = ox * this.strideWidth - this.padLeft;
        const x0 = max(0, left);
        const x1 = min(this.inWidth, left + this.filterWidth);
        const at = output + ((<usize>((oy * this.outWidth + ox) * this.channels)) << 2);
        const rowBytes = (<usize>(this.inWidth * this.channels)) << 2;
        const from = input + (<usize>y0) * rowBytes + ((<usize>(x0 * this.channels)) << 2);
        if (job == MAX_POOL) maxOf(this.x + from, this.y + at, y1 - y0, x1 - x0, rowBytes, this.channels);
        else if (job == AVERAGE_POOL) meanOf(this.x + from, this.y + at, y1 - y0, x1 - x0, rowBytes, this.channels);
        else if (job == MAX_POOL_GRADIENT) {
          giveToMax(this.x + from, this.y + at, this.dy + at, this.dx + from, y1 - y0, x1 - x0, rowBytes, this.channels, tiled);
        } else {
          const share = <f32>1 / <f32>(this.filterHeight * this.filterWidth);
          giveToAll(this.dy + at, this.dx + from, y1 - y0, x1 - x0, rowBytes, this.channels, share);
        }
      }
    }
    // Afterwards, since an input that is not a number makes its gradient none, whether it is the largest of a window or not.
    if (this.relu) multiplyByStep(this.dx + input, this.x + input, this.dx + input, <i32>(this.inBytes >> 2));
  }
}

function start(
  job: i32, x: usize, y: usize, dy: usize, dx: usize, places: usize, relu: bool, shape: usize,
): void {
  const p = changetype<Pooling>(jobArguments());
  memory.copy(changetype<usize>(p), shape, offsetof<PoolShape>());
  p.x = x; p.y = y; p.dy = dy; p.dx = dx; p.places = places; p.relu = relu;
  share<Pooling>(job, p.batch);
}

/** y: the largest input of each window; `shape` is the address of a PoolShape. */
export function maxPool(x: usize, y: usize, shape: usize): void {
  start(MAX_POOL, x, y, 0, 0, 0, false, shape);
}

/** y: the mean of each window, of those of its inputs that are no padding; `shape` as above. */
export function avgPool(x: usize, y: usize, shape: usize): void {
  start(AVERAGE_POOL, x, y, 0, 0, 0, false, shape);
}

/**
 * dx: dy of each window goes to the first of its largest inputs, as tfjs does, and with `relu` on through the relu before it.
 *
 * @param y output of the pooling
 */
export function maxPoolGrad(x: usize, y: usize, dy: usize, dx: usize, relu: i32, shape: usize): void {
  start(MAX_POOL_GRADIENT, x, y, dy, dx, 0, relu != 0, shape);
}

/** The same of a pooling that noted its places, all inputs being finite. */
export function maxPoolGradAt(places: usize, y: usize, dy: usize, dx: usize, relu: i32, shape: usize): void {
  start(MAX_POOL_GRADIENT, 0, y, dy, dx, places, relu != 0, shape);
}

/** dx: dy of each window, divided by the whole size of the window (padding too, as tfjs does), to all of its inputs. */
export function avgPoolGrad(dy: usize, dx: usize, shape: usize): void {
  start(AVERAGE_POOL_GRADIENT, 0, 0, dy, dx, 0, false, shape);
}

// The largest of a window of height x width pixels, for each channel. As in tfjs, what is not a number is passed over: pmax keeps
// the first of two values unless the second is larger.
function maxOf(x: usize, y: usize, height: i32, width: i32, rowBytes: usize, channels: i32): void {
  const pixel = (<usize>channels) << 2;
  const whole = (<usize>(channels & ~3)) << 2;
  let c: usize = 0;
  for (; c < whole; c += 16) {
    let most = f32x4.splat(f32.NEGATIVE_INFINITY);
    let row = x + c;
    for (let i = 0; i < height; i++) {
      let at = row;
      for (let j = 0; j < width; j++) {
        most = f32x4.pmax(most, v128.load(at));
        at += pixel;
      }
      row += rowBytes;
    }
    v128.store(y + c, most);
  }
  for (; c < pixel; c += 4) {
    let most = f32.NEGATIVE_INFINITY;
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        const value = load<f32>(x + (<usize>i) * rowBytes + (<usize>j) * pixel + c);
        if (value > most) most = value;
      }
    }
    store<f32>(y + c, most);
  }
}

// The mean of a window of height x width pixels, for each channel: of none, it is not a number.
function meanOf(x: usize, y: usize, height: i32, width: i32, rowBytes: usize, channels: i32): void {
  const pixel = (<usize>channels) << 2;
  const whole = (<usize>(channels & ~3)) << 2;
  const count = <f32>(max(0, height) * max(0, width));
  let c: usize = 0;
  for (; c < whole; c += 16) {
    let sum = f32x4.splat(0);
    let row = x + c;
    for (let i = 0; i < height; i++) {
      let at = row;
      for (let j = 0; j < width; j++) {
        sum = f32x4.add(sum, v128.load(at));
        at += pixel;
      }
      row += rowBytes;
    }
    v128.store(y + c, f32x4.div(sum, f32x4.splat(count)));
  }
  for (; c < pixel; c += 4) {
    let sum: f32 = 0;
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) sum += load<f32>(x + (<usize>i) * rowBytes + (<usize>j) * pixel + c);
    }
    store<f32>(y + c, sum / count);
  }
}

// As in tfjs, a window without anything above minus infinity gives its gradient to nobody. `tiled`: nobody else writes to this
// window, so that nothing has to be added.
function giveToMax(
  x: usize, y: usize, dy: usize, dx: usize, height: i32, width: i32, rowBytes: usize, channels: i32, tiled: bool,
): void {
  const pixel = (<usize>channels) << 2;
  const whole = (<usize>(channels & ~3)) << 2;
  const least = f32x4.splat(f32.NEGATIVE_INFINITY);
  let c: usize = 0;
  if (tiled && height == 2 && width == 2) {
    for (; c < whole; c += 16) {
      const most = v128.load(y + c);
      const gradient = v128.and(v128.load(dy + c), f32x4.gt(most, least));
      let at = c;
      const hit0 = f32x4.eq(v128.load(x + at), most);
      v128.store(dx + at, v128.and(gradient, hit0));
      at += pixel;
      const hit1 = f32x4.eq(v128.load(x + at), most);
      v128.store(dx + at, v128.and(gradient, v128.andnot(hit1, hit0)));
      let taken = v128.or(hit0, hit1);
      at = c + rowBytes;
      const hit2 = f32x4.eq(v128.load(x + at), most);
      v128.store(dx + at, v128.and(gradient, v128.andnot(hit2, taken)));
      taken = v128.or(taken, hit2);
      at += pixel;
      v128.store(dx + at, v128.and(gradient, v128.andnot(f32x4.eq(v128.load(x + at), most), taken)));
    }
  }
  for (; c < whole; c += 16) {
    const most = v128.load(y + c);
    const gradient = v128.load(dy + c);
    let open = f32x4.gt(most, least);
    let row = c;
    for (let i = 0; i < height; i++) {
      let at = row;
      for (let j = 0; j < width; j++) {
        const hit = v128.and(open, f32x4.eq(v128.load(x + at), most));
        open = v128.andnot(open, hit);
        const part = v128.and(gradient, hit);
        v128.store(dx + at, tiled ? part : f32x4.add(v128.load(dx + at), part));
        at += pixel;
      }
      row += rowBytes;
    }
  }
  for (; c < pixel; c += 4) {
    const most = load<f32>(y + c);
    let open = most > f32.NEGATIVE_INFINITY;
    for (let i = 0; i < height; i++) {
      for (let j = 0; j < width; j++) {
        const at = (<usize>i) * rowBytes + (<usize>j) * pixel + c;
        const hit = open && load<f32>(x + at) == most;
        if (hit) open = false;
        const part = hit ? load<f32>(dy + c) : 0;
        store<f32>(dx + at, tiled ? part : load<f32>(dx + at) + part);
      }
    }
  }
}

function giveToAll(
  dy: usize, dx: usize, height: i32, width: i32, rowBytes: usize, channels: i32, share: f32,
): void {
  const pixel = (<usize>channels) << 2;
  const whole = (<usize>(channels & ~3)) << 2;
  const shares = f32x4.splat(share);
  for (let i = 0; i < height; i++) {
    let to = dx;
    for (let j = 0; j < width; j++) {
      let c: usize = 0;
      for (; c < whole; c += 16) {
        v128.store(to + c, f32x4.add(v128.load(to + c), f32x4.mul(v128.load(dy + c), shares)));
      }
      for (; c < pixel; c += 4) store<f32>(to + c, load<f32>(to + c) + load<f32>(dy + c) * share);
      to += pixel;
    }
    dx += rowBytes;
  }
}
