// A convolution and both of its gradients, NHWC, with no multiplication but those that have to be: for values that are not finite.
// Elsewhere zeros stand for what lies outside of an image, and Winograd's algorithm adds up what later cancels out; zero times
// infinity, and infinity less infinity, are not a number. An image is a task; of the filter's gradient, a place of the filter.
import { ConvShape } from "./convShape";
import { finishTile } from "./finishTile";
import { PLAIN_CONVOLUTION, PLAIN_FILTER_GRADIENT, PLAIN_INPUT_GRADIENT } from "./jobs";
import { jobArguments, share } from "./team";
import { addScaledRun, dotRun, zeroRun } from "./vector";

@unmanaged
export class PlainConvolution extends ConvShape {
  x: usize; filter: usize; bias: usize; activation: i32; y: usize;

  /** Address of the weights of a tap, those of each input channel together. */
  tapAt(fy: i32, fx: i32): usize {
    return this.filter + ((<usize>((fy * this.filterWidth + fx) * this.inChannels * this.outChannels)) << 2);
  }

  run(job: i32, task: i32, thread: i32): void {
    if (job == PLAIN_FILTER_GRADIENT) {
      const fy = task / this.filterWidth;
      const fx = task % this.filterWidth;
      zeroRun(this.tapAt(fy, fx), this.inChannels * this.outChannels);
      for (let n = 0; n < this.batch; n++) takeTap(this, job, n, fy, fx);
      return;
    }
    if (job == PLAIN_CONVOLUTION) zeroRun(this.y + (<usize>task) * this.outBytes, <i32>(this.outBytes >> 2));
    else zeroRun(this.x + (<usize>task) * this.inBytes, <i32>(this.inBytes >> 2));
    for (let fy = 0; fy < this.filterHeight; fy++) {
      for (let fx = 0; fx < this.filterWidth; fx++) takeTap(this, job, task, fy, fx);
    }
    if (job == PLAIN_CONVOLUTION) finish(this, this.y + (<usize>task) * this.outBytes);
  }
}

function start(
  job: i32, x: usize, filter: usize, bias: usize, activation: i32, y: usize, shape: usize,
): void {
  const p = changetype<PlainConvolution>(jobArguments());
  memory.copy(changetype<usize>(p), shape, offsetof<ConvShape>());
  p.x = x; p.filter = filter; p.bias = bias; p.activation = activation; p.y = y;
  share<PlainConvolution>(job, job == PLAIN_FILTER_GRADIENT ? p.filterHeight * p.filterWidth : p.batch);
}

/** As `conv2d`, not pooled. */
export function plainConv2d(x: usize, filter: usize, bias: usize, activation: i32, y: usize, shape: usize): void {
  start(PLAIN_CONVOLUTION, x, filter, bias, activation, y, shape);
}

/** As `conv2dBackpropInput`. */
export function plainBackpropInput(dy: usize, filter: usize, dx: usize, shape: usize): void {
  start(PLAIN_INPUT_GRADIENT, dx, filter, 0, 0, dy, shape);
}

/** As `conv2dBackpropFilter`. */
export function plainBackpropFilter(x: usize, dy: usize, dw: usize, shape: usize): void {
  start(PLAIN_FILTER_GRADIENT, x, dw, 0, 0, dy, shape);
}

// What one tap of the filter adds, over an image.
function takeTap(p: PlainConvolution, job: i32, n: i32, fy: i32, fx: i32): void {
  const pixelBytes = (<usize>p.inChannels) << 2;
  const rowBytes = (<usize>p.outChannels) << 2;
  const image = p.x + (<usize>n) * p.inBytes;
  const weights = p.tapAt(fy, fx);
  let y = p.y + (<usize>n) * p.outBytes;
  for (let oy = 0; oy < p.outHeight; oy++) {
    const iy = oy * p.strideHeight - p.padTop + fy * p.dilationHeight;
    for (let ox = 0; ox < p.outWidth; ox++) {
      const ix = ox * p.strideWidth - p.padLeft + fx * p.dilationWidth;
      if (iy >= 0 && iy < p.inHeight && ix >= 0 && ix < p.inWidth) {
        let pixel = image + (<usize>(iy * p.inWidth + ix)) * pixelBytes;
        let weight = weights;
        for (const end = pixel + pixelBytes; pixel < end; pixel += 4) {
          if (job == PLAIN_CONVOLUTION) addScaledRun(y, weight, load<f32>(pixel), p.outChannels);
          else if (job == PLAIN_FILTER_GRADIENT) addScaledRun(weight, y, load<f32>(pixel), p.outChannels);
          else store<f32>(pixel, load<f32>(pixel) + dotRun(y, weight, p.outChannels));
          weight += rowBytes;
        }
      }
      y += rowBytes;
    }
  }
}

// Bias and activation, eight channels at a time.
function finish(p: PlainConvolution, y: usize): void {
  if (!p.bias && p.activation == 0) return;
  const step = (<usize>p.outChannels) << 2;
  for (let i = p.outHeight * p.outWidth; i > 0; i--) {
    for (let c = 0; c < p.outChannels; c += 8) {
      const at = (<usize>c) << 2;
      const bias = p.bias ? p.bias + at : 0;
      finishTile(y + at, step, y + at, step, 1, min(8, p.outChannels - c), false, bias, p.activation);
    }
    y += step;
  }
}
