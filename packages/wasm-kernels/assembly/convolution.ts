// A two-dimensional convolution and both of its gradients, NHWC, as matrix products over windows: a row for an output
// position, a column for a tap and input channel. The windows are laid out a few hundred rows at a time, so that they
// never leave the cache.
import { gemm, gemmScratchBytes } from "./gemm";
import { addRun, copyRun, zeroRun } from "./vector";

const WINDOW_ROWS: i32 = 256;
const WINDOW_FLOATS: i32 = 262144;

function rowsAtOnce(taps: i32): i32 {
  return max(16, min(WINDOW_ROWS, WINDOW_FLOATS / taps));
}

/** Bytes of scratch space for any of the three; `taps` is filter height * filter width * input channels. */
export function conv2dScratchBytes(taps: i32, outChannels: i32): usize {
  const rows = rowsAtOnce(taps);
  const product = max(gemmScratchBytes(taps, outChannels, rows), gemmScratchBytes(rows, taps, outChannels));
  return product + ((<usize>(rows * taps)) << 2);
}

/** y[batch, outHeight, outWidth, outChannels] = activation(convolution + bias), the last two as in `gemm`. */
export function conv2d(
  x: usize, filter: usize, bias: usize, activation: i32, y: usize,
  batch: i32, inHeight: i32, inWidth: i32, inChannels: i32, outHeight: i32, outWidth: i32, outChannels: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32, scratch: usize,
): void {
  const taps = filterHeight * filterWidth * inChannels;
  const positions = batch * outHeight * outWidth;
  const rows = rowsAtOnce(taps);
  const inner = scratch + ((<usize>(rows * taps)) << 2);
  for (let first = 0; first < positions; first += rows) {
    const count = min(rows, positions - first);
    moveWindows(
      false, x, scratch, first, count, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth,
      strideHeight, strideWidth, dilationHeight, dilationWidth, padTop, padLeft,
    );
    const yRows = y + (((<usize>first) * (<usize>outChannels)) << 2);
    gemm(
      scratch, taps, false, filter, outChannels, false, yRows, outChannels, count, outChannels, taps,
      false, bias, activation, inner,
    );
  }
}

/** dw[filterHeight, filterWidth, inChannels, outChannels] from x and dy. */
export function conv2dBackpropFilter(
  x: usize, dy: usize, dw: usize,
  batch: i32, inHeight: i32, inWidth: i32, inChannels: i32, outHeight: i32, outWidth: i32, outChannels: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32, scratch: usize,
): void {
  const taps = filterHeight * filterWidth * inChannels;
  const positions = batch * outHeight * outWidth;
  const rows = rowsAtOnce(taps);
  const inner = scratch + ((<usize>(rows * taps)) << 2);
  for (let first = 0; first < positions; first += rows) {
    const count = min(rows, positions - first);
    moveWindows(
      false, x, scratch, first, count, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth,
      strideHeight, strideWidth, dilationHeight, dilationWidth, padTop, padLeft,
    );
    const dyRows = dy + (((<usize>first) * (<usize>outChannels)) << 2);
    gemm(
      scratch, taps, true, dyRows, outChannels, false, dw, outChannels, taps, outChannels, count,
      first > 0, 0, 0, inner,
    );
  }
}

/** dx[batch, inHeight, inWidth, inChannels] from dy and the filter. */
export function conv2dBackpropInput(
  dy: usize, filter: usize, dx: usize,
  batch: i32, inHeight: i32, inWidth: i32, inChannels: i32, outHeight: i32, outWidth: i32, outChannels: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32, scratch: usize,
): void {
  const taps = filterHeight * filterWidth * inChannels;
  const positions = batch * outHeight * outWidth;
  const rows = rowsAtOnce(taps);
  const inner = scratch + ((<usize>(rows * taps)) << 2);
  zeroRun(dx, batch * inHeight * inWidth * inChannels);
  for (let first = 0; first < positions; first += rows) {
    const count = min(rows, positions - first);
    const dyRows = dy + (((<usize>first) * (<usize>outChannels)) << 2);
    gemm(
      dyRows, outChannels, false, filter, outChannels, true, scratch, taps, count, taps, outChannels,
      false, 0, 0, inner,
    );
    moveWindows(
      true, dx, scratch, first, count, inHeight, inWidth, inChannels, outHeight, outWidth, filterHeight, filterWidth,
      strideHeight, strideWidth, dilationHeight, dilationWidth, padTop, padLeft,
    );
  }
}

// Inlined, so that `back` is a constant in the loops. Copies the windows of `count` output positions out of the image, or (back) adds them back into it.
// @ts-ignore: decorator
@inline
function moveWindows(
  back: bool, image: usize, windows: usize, first: i32, count: i32,
  inHeight: i32, inWidth: i32, inChannels: i32, outHeight: i32, outWidth: i32,
  filterHeight: i32, filterWidth: i32, strideHeight: i32, strideWidth: i32,
  dilationHeight: i32, dilationWidth: i32, padTop: i32, padLeft: i32,
): void {
  let ox = first % outWidth;
  let oy = (first / outWidth) % outHeight;
  let sample = image + (((<usize>(first / (outWidth * outHeight))) * (<usize>(inHeight * inWidth * inChannels))) << 2);
  const sampleBytes = (<usize>(inHeight * inWidth * inChannels)) << 2;
  const channelBytes = (<usize>inChannels) << 2;
  const run = filterWidth * inChannels;
  const lastTap = (filterWidth - 1) * dilationWidth;
  for (let i = 0; i < count; i++) {
    const left = ox * strideWidth - padLeft;
    const whole = dilationWidth == 1 && left >= 0 && left + lastTap < inWidth;
    for (let fy = 0; fy < filterHeight; fy++) {
      const y = oy * strideHeight - padTop + fy * dilationHeight;
      if (y < 0 || y >= inHeight) {
        if (!back) zeroRun(windows, run);
        windows += (<usize>run) << 2;
        continue;
      }
      const row = sample + (<usize>(y * inWidth)) * channelBytes;
      if (whole) {
        // The taps of this row of the filter are one run of the image.
        const pixel = row + (<usize>left) * channelBytes;
        if (back) addRun(pixel, windows, run);
        else copyRun(windows, pixel, run);
        windows += (<usize>run) << 2;
        continue;
      }
      for (let fx = 0; fx < filterWidth; fx++) {
        const at = left + fx * dilationWidth;
        if (at >= 0 && at < inWidth) {
          const pixel = row + (<usize>at) * channelBytes;
          if (back) addRun(pixel, windows, inChannels);
          else copyRun(windows, pixel, inChannels);
        } else if (!back) {
          zeroRun(windows, inChannels);
        }
        windows += channelBytes;
      }
    }
    if (++ox == outWidth) {
      ox = 0;
      if (++oy == outHeight) {
        oy = 0;
        sample += sampleBytes;
      }
    }
  }
}
