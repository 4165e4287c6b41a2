// A depthwise convolution and both of its gradients, NHWC. The filter is [height, width, channels, multiplier]; output channel
// c * multiplier + q comes from input channel c. An image is a task; of the
// filter's gradient, a place of the filter.
import { highest, lowest, within } from "./bounds";
import { ConvShape } from "./convShape";
import { DEPTHWISE, DEPTHWISE_FILTER_GRADIENT, DEPTHWISE_INPUT_GRADIENT } from "./jobs";
import { read, write } from "./lanes";
import { multiplyAdd } from "./multiplyAdd";
import { jobArguments, share } from "./team";

@unmanaged
export class Depthwise extends ConvShape {
  x: usize; filter: usize; y: usize;
  /** Of the forward pass: 0 or a value for each output channel, and the activation, as in `gemm`. */
  bias: usize; activation: i32;

  get multiplier(): i32 {
    return this.outChannels;
  }

  /** Address of an input pixel. */
  inputAt(n: i32, y: i32, x: i32): usize {
    return this.x + ((<usize>(((n * this.inHeight + y) * this.inWidth + x) * this.inChannels)) << 2);
  }

  /** Address of the taps of the filter at a place. */
  filterAt(y: i32, x: i32): usize {
    return this.filter + ((<usize>((y * this.filterWidth + x) * this.inChannels * this.multiplier)) << 2);
  }

  /** Address of an output pixel. */
  outputAt(n: i32, y: i32, x: i32): usize {
    const channels = this.inChannels * this.multiplier;
    return this.y + ((<usize>(((n * this.outHeight + y) * this.outWidth + x) * channels)) << 2);
  }

  run(job: i32, task: i32, thread: i32): void {
    if (job == DEPTHWISE_FILTER_GRADIENT) sumTap(this, task / this.filterWidth, task % this.filterWidth);
    else if (job == DEPTHWISE) convolveImage(this, task);
    else spreadImage(this, task);
  }
}

function start(job: i32, x: usize, filter: usize, y: usize, shape: usize): void {
  const d = changetype<Depthwise>(jobArguments());
  memory.copy(changetype<usize>(d), shape, offsetof<ConvShape>());
  d.x = x; d.filter = filter; d.y = y;
  share<Depthwise>(job, job == DEPTHWISE_FILTER_GRADIENT ? d.filterHeight * d.filterWidth : d.batch);
}

/** y[batch, outHeight, outWidth, channels * multiplier]; `shape` is the address of a ConvShape, the multiplier last. */
export function depthwiseConv2d(
  x: usize, filter: usize, bias: usize, activation: i32, y: usize, shape: usize,
): void {
  const d = changetype<Depthwise>(jobArguments());
  d.bias = bias; d.activation = activation;
  start(DEPTHWISE, x, filter, y, shape);
}

/** dw[filterHeight, filterWidth, channels, multiplier] from x and dy. */
export function depthwiseBackpropFilter(x: usize, dy: usize, dw: usize, shape: usize): void {
  start(DEPTHWISE_FILTER_GRADIENT, x, dw, dy, shape);
}

/** dx[batch, inHeight, inWidth, channels] from dy and the filter. */
export function depthwiseBackpropInput(dy: usize, filter: usize, dx: usize, shape: usize): void {
  start(DEPTHWISE_INPUT_GRADIENT, dx, filter, dy, shape);
}

function convolveImage(d: Depthwise, n: i32): void {
  const channels = d.inChannels * d.multiplier;
  const step = (<usize>channels) << 2;
  const dilationHeight = d.dilationHeight;
  const dilationWidth = d.dilationWidth;
  for (let oy = 0; oy < d.outHeight; oy++) {
    const top = oy * d.strideHeight - d.padTop;
    const firstRow = firstInside(top, dilationHeight);
    const rows = insideUntil(top, dilationHeight, d.inHeight, d.filterHeight) - firstRow;
    let result = d.outputAt(n, oy, 0);
    for (let ox = 0; ox < d.outWidth; ox++) {
      const left = ox * d.strideWidth - d.padLeft;
      const first = firstInside(left, dilationWidth);
      const taps = insideUntil(left, dilationWidth, d.inWidth, d.filterWidth) - first;
      const inside = rows > 0 && taps > 0;
      const pixel = inside ? d.inputAt(n, top + firstRow * dilationHeight, left + first * dilationWidth) : 0;
      const weights = d.filterAt(firstRow, first);
      if (d.multiplier == 1) sumWindow(d, pixel, weights, inside ? rows : 0, taps, result);
      else multiplyWindow(d, pixel, weights, inside ? rows : 0, taps, result);
      result += step;
    }
  }
}

// The taps of a window that begins at `from` are inside the image from this one on, up to the other one.
// @ts-ignore: decorator
@inline
function firstInside(from: i32, dilation: i32): i32 {
  return from < 0 ? (dilation - 1 - from) / dilation : 0;
}

// @ts-ignore: decorator
@inline
function insideUntil(from: i32, dilation: i32, length: i32, taps: i32): i32 {
  return from < length ? min(taps, (length - from + dilation - 1) / dilation) : 0;
}

// A multiplier of 1: the sums of eight, four or one channel stay in registers.
function sumWindow(d: Depthwise, pixel: usize, weights: usize, rows: i32, taps: i32, result: usize): void {
  const end = (<usize>d.inChannels) << 2;
  const tapBytes = (<usize>d.dilationWidth) * end;
  const rowBytes = (<usize>(d.dilationHeight * d.inWidth)) * end;
  const weightsBytes = (<usize>d.filterWidth) * end;
  const bias = d.bias;
  const activation = d.activation;
  let at: usize = 0;
  for (; at + 32 <= end; at += 32) {
    let low = f32x4.splat(0), high = low;
    let row = pixel + at;
    let weightsRow = weights + at;
    for (let fy = 0; fy < rows; fy++) {
      let x = row;
      let w = weightsRow;
      for (let fx = 0; fx < taps; fx++) {
        low = multiplyAdd(v128.load(x), v128.load(w), low);
        high = multiplyAdd(v128.load(x, 16), v128.load(w, 16), high);
        x += tapBytes;
        w += end;
      }
      row += rowBytes;
      weightsRow += weightsBytes;
    }
    finish(low, bias ? bias + at : 0, activation, result + at, false);
    finish(high, bias ? bias + at + 16 : 0, activation, result + at + 16, false);
  }
  for (; at < end; at += at + 16 <= end ? 16 : 4) {
    const single = at + 16 > end;
    let sum = f32x4.splat(0);
    for (let fy = 0; fy < rows; fy++) {
      let x = pixel + at + (<usize>fy) * rowBytes;
      let w = weights + at + (<usize>fy) * weightsBytes;
      for (let fx = 0; fx < taps; fx++) {
        sum = multiplyAdd(read(x, single), read(w, single), sum);
        x += tapBytes;
        w += end;
      }
    }
    finish(sum, bias ? bias + at : 0, activation, result + at, single);
  }
}

// Any multiplier.
function multiplyWindow(d: Depthwise, pixel: usize, weights: usize, rows: i32, taps: i32, result: usize): void {
  const channels = d.inChannels;
  const multiplier = d.multiplier;
  const count = channels * multiplier;
  const step = (<usize>channels) << 2;
  const weightsStep = (<usize>count) << 2;
  memory.fill(result, 0, weightsStep);
  for (let fy = 0; fy < rows; fy++) {
    for (let fx = 0; fx < taps; fx++) {
      const x = pixel + (<usize>(fy * d.dilationHeight * d.inWidth + fx * d.dilationWidth)) * step;
      addProducts(result, x, weights + (<usize>(fy * d.filterWidth + fx)) * weightsStep, channels, multiplier);
    }
  }
  const bias = d.bias;
  for (let at: usize = 0; at < weightsStep; at += 4) {
    finish(v128.load_zero<f32>(result + at), bias ? bias + at : 0, d.activation, result + at, true);
  }
}

// @ts-ignore: decorator
@inline
function finish(sum: v128, bias: usize, activation: i32, result: usize, single: bool): void {
  const value = bias ? f32x4.add(sum, read(bias, single)) : sum;
  write(result, within(value, lowest(activation), highest(activation)), single);
}

function spreadImage(d: Depthwise, n: i32): void {
  const channels = d.inChannels;
  const multiplier = d.multiplier;
  memory.fill(d.inputAt(n, 0, 0), 0, (<usize>(d.inHeight * d.inWidth * channels)) << 2);
  for (let oy = 0; oy < d.outHeight; oy++) {
    for (let fy = 0; fy < d.filterHeight; fy++) {
      const y = oy * d.strideHeight - d.padTop + fy * d.dilationHeight;
      if (y < 0 || y >= d.inHeight) continue;
      for (let ox = 0; ox < d.outWidth; ox++) {
        const gradient = d.outputAt(n, oy, ox);
        for (let fx = 0; fx < d.filterWidth; fx++) {
          const x = ox * d.strideWidth - d.padLeft + fx * d.dilationWidth;
          if (x < 0 || x >= d.inWidth) continue;
          addFolded(d.inputAt(n, y, x), gradient, d.filterAt(fy, fx), channels, multiplier);
        }
      }
    }
  }
}

// The gradient of one place of the filter: all images, so that the sum does not depend on the threads.
function sumTap(d: Depthwise, fy: i32, fx: i32): void {
  const channels = d.inChannels;
  const multiplier = d.multiplier;
  const sum = d.filterAt(fy, fx);
  memory.fill(sum, 0, (<usize>(channels * multiplier)) << 2);
  for (let n = 0; n < d.batch; n++) {
    for (let oy = 0; oy < d.outHeight; oy++) {
      const y = oy * d.strideHeight - d.padTop + fy * d.dilationHeight;
      if (y < 0 || y >= d.inHeight) continue;
      for (let ox = 0; ox < d.outWidth; ox++) {
        const x = ox * d.strideWidth - d.padLeft + fx * d.dilationWidth;
        if (x < 0 || x >= d.inWidth) continue;
        addProducts(sum, d.inputAt(n, y, x), d.outputAt(n, oy, ox), channels, multiplier);
      }
    }
  }
}

// sum[c, q] += pixel[c] * factor[c, q]
// @ts-ignore: decorator
@inline
function addProducts(sum: usize, pixel: usize, factor: usize, channels: i32, multiplier: i32): void {
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= channels; c += 4) {
      const at = (<usize>c) << 2;
      const product = f32x4.mul(v128.load(pixel + at), v128.load(factor + at));
      v128.store(sum + at, f32x4.add(v128.load(sum + at), product));
    }
  }
  for (; c < channels; c++) {
    const value = load<f32>(pixel + ((<usize>c) << 2));
    for (let q = 0; q < multiplier; q++) {
      const at = (<usize>(c * multiplier + q)) << 2;
      store<f32>(sum + at, load<f32>(sum + at) + value * load<f32>(factor + at));
    }
  }
}

// pixel[c] += sum over q of gradient[c, q] * weight[c, q]
// @ts-ignore: decorator
@inline
function addFolded(pixel: usize, gradient: usize, weight: usize, channels: i32, multiplier: i32): void {
  let c = 0;
  if (multiplier == 1) {
    for (; c + 4 <= channels; c += 4) {
      const at = (<usize>c) << 2;
      const product = f32x4.mul(v128.load(gradient + at), v128.load(weight + at));
      v128.store(pixel + at, f32x4.add(v128.load(pixel + at), product));
    }
  }
  for (; c < channels; c++) {
    let sum: f32 = 0;
    for (let q = 0; q < multiplier; q++) {
      const at = (<usize>(c * multiplier + q)) << 2;
      sum += load<f32>(gradient + at) * load<f32>(weight + at);
    }
    const at = (<usize>c) << 2;
    store<f32>(pixel + at, load<f32>(pixel + at) + sum);
  }
}
