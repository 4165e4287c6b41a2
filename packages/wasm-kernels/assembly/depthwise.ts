// A depthwise convolution and both of its gradients, NHWC. The filter is [height, width, channels, multiplier]; output channel
// c * multiplier + q comes from input channel c. An image is a task; of the
// filter's gradient, a place of the filter.
import { ConvShape } from "./convShape";
import { DEPTHWISE, DEPTHWISE_FILTER_GRADIENT, DEPTHWISE_INPUT_GRADIENT } from "./jobs";
import { jobArguments, share } from "./team";

@unmanaged
class Depthwise extends ConvShape {
  x: usize; filter: usize; y: usize;

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
}

function start(job: i32, x: usize, filter: usize, y: usize, shape: usize): void {
  const d = changetype<Depthwise>(jobArguments());
  memory.copy(changetype<usize>(d), shape, offsetof<ConvShape>());
  d.x = x; d.filter = filter; d.y = y;
  share(job, job == DEPTHWISE_FILTER_GRADIENT ? d.filterHeight * d.filterWidth : d.batch);
}

/** y[batch, outHeight, outWidth, channels * multiplier]; `shape` is the address of a ConvShape, the multiplier last. */
export function depthwiseConv2d(x: usize, filter: usize, y: usize, shape: usize): void {
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

export function depthwiseTask(job: i32, task: i32): void {
  const d = changetype<Depthwise>(jobArguments());
  if (job == DEPTHWISE_FILTER_GRADIENT) sumTap(d, task / d.filterWidth, task % d.filterWidth);
  else if (job == DEPTHWISE) convolveImage(d, task);
  else spreadImage(d, task);
}

function convolveImage(d: Depthwise, n: i32): void {
  const channels = d.inChannels;
  const multiplier = d.multiplier;
  memory.fill(d.outputAt(n, 0, 0), 0, (<usize>(d.outHeight * d.outWidth * channels * multiplier)) << 2);
  for (let oy = 0; oy < d.outHeight; oy++) {
    for (let fy = 0; fy < d.filterHeight; fy++) {
      const y = oy * d.strideHeight - d.padTop + fy * d.dilationHeight;
      if (y < 0 || y >= d.inHeight) continue;
      for (let ox = 0; ox < d.outWidth; ox++) {
        const result = d.outputAt(n, oy, ox);
        for (let fx = 0; fx < d.filterWidth; fx++) {
          const x = ox * d.strideWidth - d.padLeft + fx * d.dilationWidth;
          if (x < 0 || x >= d.inWidth) continue;
          addProducts(result, d.inputAt(n, y, x), d.filterAt(fy, fx), channels, multiplier);
        }
      }
    }
  }
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
