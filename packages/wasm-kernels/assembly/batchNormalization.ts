// Batch normalization of x[rows, channels], each channel by its own mean and variance, with the activation behind it. Forward it
// reads x twice, for the statistics and for the result. Its gradient reads x and dy once for the sums, which all of it depends on,
// and once for dx; what an activation leaves of dy waits in dx meanwhile.
//
// A block of rows is a task. It adds up in float32, the blocks together in float64: always the same blocks, so that the threads
// change no bit.
import { activated, NONE, slopeOf } from "./activations";
import { BATCH_NORMALIZATION, BATCH_NORMALIZATION_GRADIENT, BATCH_NORMALIZATION_STATISTICS, BATCH_NORMALIZATION_SUMS } from "./jobs";
import { read, write } from "./lanes";
import { multiplyAdd } from "./multiplyAdd";
import { jobArguments, share } from "./team";

// A block stays in the first- or second-level cache.
const BLOCK_BYTES: i32 = 65536;

@unmanaged
export class Normalization {
  x: usize; dy: usize; out: usize; mean: usize;
  /** What each channel is multiplied by after its mean is taken off, and what is added then. */
  factor: usize; shift: usize;
  /** Of the gradient: what of x without its mean, and what of nothing, comes to `factor` times dy. */
  slope: usize; constant: usize;
  /** Two sums for each channel and block. */
  sums: usize;
  rows: i32; channels: i32; code: i32; alpha: f32;

  run(job: i32, block: i32, thread: i32): void {
    const length = blockRows(this.channels);
    const rows = min(length, this.rows - block * length);
    const step = (<usize>this.channels) << 2;
    const from = (<usize>(block * length)) * step;
    const sums = this.sums + (<usize>block) * (step << 1);
    if (job == BATCH_NORMALIZATION_STATISTICS) addUp(this.x + from, sums, rows, step);
    else if (job == BATCH_NORMALIZATION) normalizeRows(this, from, rows, step);
    else if (job == BATCH_NORMALIZATION_SUMS) sumGradients(this, from, sums, rows, step);
    else distribute(this, from, rows, step);
  }
}

function blockRows(channels: i32): i32 {
  return min(256, max(16, BLOCK_BYTES / (channels << 2)));
}

function blocksOf(rows: i32, channels: i32): i32 {
  return (rows + blockRows(channels) - 1) / blockRows(channels);
}

/** Bytes of scratch space that each of the functions below needs. */
export function batchNormalizationScratchBytes(rows: i32, channels: i32): usize {
  return (<usize>channels) * (24 + ((<usize>blocksOf(rows, channels)) << 3)) + 16;
}

/** mean[channels] and variance[channels], that of the values themselves, not an estimate. */
export function batchNormalizationStatistics(
  x: usize, mean: usize, variance: usize, rows: i32, channels: i32, scratch: usize,
): void {
  const n = changetype<Normalization>(jobArguments());
  n.x = x; n.rows = rows; n.channels = channels;
  n.sums = scratch;
  const blocks = blocksOf(rows, channels);
  share<Normalization>(BATCH_NORMALIZATION_STATISTICS, blocks);
  const length = blockRows(channels);
  const step = (<usize>channels) << 3;
  for (let c = 0; c < channels; c++) {
    const at = (<usize>c) << 2;
    let total: f64 = 0;
    for (let block = 0; block < blocks; block++) total += <f64>load<f32>(scratch + (<usize>block) * step + at);
    const centre = total / <f64>rows;
    let squares: f64 = 0;
    for (let block = 0; block < blocks; block++) {
      const count = <f64>min(length, rows - block * length);
      const sums = scratch + (<usize>block) * step + at;
      const away = <f64>load<f32>(sums) / count - centre;
      squares += <f64>load<f32>(sums + (step >> 1)) + count * away * away;
    }
    store<f32>(mean + at, <f32>centre);
    store<f32>(variance + at, <f32>(squares / <f64>rows));
  }
}

/** out = activation((x - mean) / sqrt(variance + epsilon) * scale + offset) */
export function batchNormalization(
  x: usize, mean: usize, variance: usize, scale: usize, offset: usize, epsilon: f32, out: usize,
  rows: i32, channels: i32, code: i32, alpha: f32, scratch: usize,
): void {
  const n = prepare(x, mean, variance, scale, offset, epsilon, rows, channels, code, alpha, scratch);
  n.out = out;
  share<Normalization>(BATCH_NORMALIZATION, blocksOf(rows, channels));
}

/** out = dy times the slope of the activation, at what `batchNormalization` makes of x. */
export function normalizedActivationGradient(
  x: usize, dy: usize, mean: usize, variance: usize, scale: usize, offset: usize, epsilon: f32, out: usize,
  rows: i32, channels: i32, code: i32, alpha: f32, scratch: usize,
): void {
  const n = prepare(x, mean, variance, scale, offset, epsilon, rows, channels, code, alpha, scratch);
  n.dy = dy; n.out = out;
  share<Normalization>(BATCH_NORMALIZATION_SUMS, blocksOf(rows, channels));
}

/** dx, and the gradients of scale and offset, through activation, normalization, mean and variance. */
export function batchNormalizationGradient(
  x: usize, dy: usize, mean: usize, variance: usize, scale: usize, offset: usize, epsilon: f32,
  dx: usize, dscale: usize, doffset: usize, rows: i32, channels: i32, code: i32, alpha: f32, scratch: usize,
): void {
  const n = prepare(x, mean, variance, scale, offset, epsilon, rows, channels, code, alpha, scratch);
  n.dy = dy; n.out = dx;
  const blocks = blocksOf(rows, channels);
  share<Normalization>(BATCH_NORMALIZATION_SUMS, blocks);
  const step = (<usize>channels) << 3;
  for (let c = 0; c < channels; c++) {
    const at = (<usize>c) << 2;
    let sum: f64 = 0;
    let product: f64 = 0;
    for (let block = 0; block < blocks; block++) {
      const sums = n.sums + (<usize>block) * step + at;
      sum += <f64>load<f32>(sums);
      product += <f64>load<f32>(sums + (step >> 1));
    }
    const root = 1 / Math.sqrt(<f64>load<f32>(variance + at) + <f64>epsilon);
    const factor = root * <f64>load<f32>(scale + at);
    store<f32>(doffset + at, <f32>sum);
    store<f32>(dscale + at, <f32>(product * root));
    store<f32>(n.slope + at, <f32>(-factor * root * root * product / <f64>rows));
    store<f32>(n.constant + at, <f32>(-factor * sum / <f64>rows));
  }
  share<Normalization>(BATCH_NORMALIZATION_GRADIENT, blocks);
}

function prepare(
  x: usize, mean: usize, variance: usize, scale: usize, offset: usize, epsilon: f32,
  rows: i32, channels: i32, code: i32, alpha: f32, scratch: usize,
): Normalization {
  const n = changetype<Normalization>(jobArguments());
  const bytes = (<usize>channels) << 2;
  n.x = x; n.mean = mean; n.shift = offset; n.rows = rows; n.channels = channels; n.code = code; n.alpha = alpha;
  n.factor = scratch;
  n.slope = scratch + bytes;
  n.constant = n.slope + bytes;
  n.sums = n.constant + bytes;
  for (let at: usize = 0; at < bytes; at += 4) {
    const root = 1 / Math.sqrt(<f64>load<f32>(variance + at) + <f64>epsilon);
    store<f32>(n.factor + at, <f32>(root * <f64>load<f32>(scale + at)));
  }
  return n;
}

// The sums of a block, and of the squares of what is left without its mean: squares of large values would lose the small ones.
function addUp(x: usize, sums: usize, rows: i32, step: usize): void {
  memory.fill(sums, 0, step << 1);
  const whole = step & ~15;
  const end = x + (<usize>rows) * step;
  for (let row = x; row < end; row += step) {
    let at: usize = 0;
    for (; at < whole; at += 16) v128.store(sums + at, f32x4.add(v128.load(sums + at), v128.load(row + at)));
    for (; at < step; at += 4) store<f32>(sums + at, load<f32>(sums + at) + load<f32>(row + at));
  }
  const share = f32x4.splat(1 / <f32>rows);
  for (let row = x; row < end; row += step) {
    let at: usize = 0;
    for (; at < whole; at += 16) addSquare(row + at, sums + at, step, share, false);
    for (; at < step; at += 4) addSquare(row + at, sums + at, step, share, true);
  }
}

// @ts-ignore: decorator
@inline
function addSquare(x: usize, sum: usize, step: usize, share: v128, single: bool): void {
  const away = f32x4.sub(read(x, single), f32x4.mul(read(sum, single), share));
  write(sum + step, multiplyAdd(away, away, read(sum + step, single)), single);
}

// The fields are read before the loops: behind a store, they would have to be read again.
function normalizeRows(n: Normalization, from: usize, rows: i32, step: usize): void {
  const mean = n.mean, factor = n.factor, shift = n.shift, code = n.code, alpha = n.alpha;
  const whole = step & ~15;
  let x = n.x + from;
  let out = n.out + from;
  for (let row = 0; row < rows; row++) {
    let at: usize = 0;
    for (; at < whole; at += 16) {
      write(out + at, activated(normalized(x + at, mean + at, factor + at, shift + at, false), code, alpha), false);
    }
    for (; at < step; at += 4) {
      write(out + at, activated(normalized(x + at, mean + at, factor + at, shift + at, true), code, alpha), true);
    }
    x += step;
    out += step;
  }
}

// @ts-ignore: decorator
@inline
function normalized(x: usize, mean: usize, factor: usize, shift: usize, single: bool): v128 {
  const away = f32x4.sub(read(x, single), read(mean, single));
  return multiplyAdd(away, read(factor, single), read(shift, single));
}

function sumGradients(n: Normalization, from: usize, sums: usize, rows: i32, step: usize): void {
  memory.fill(sums, 0, step << 1);
  const mean = n.mean, factor = n.factor, shift = n.shift, code = n.code, alpha = n.alpha;
  const whole = step & ~15;
  let x = n.x + from;
  let dy = n.dy + from;
  let out = n.out + from;
  for (let row = 0; row < rows; row++) {
    let at: usize = 0;
    for (; at < whole; at += 16) {
      sumGradient(x + at, dy + at, out + at, mean + at, factor + at, shift + at, sums + at, step, code, alpha, false);
    }
    for (; at < step; at += 4) {
      sumGradient(x + at, dy + at, out + at, mean + at, factor + at, shift + at, sums + at, step, code, alpha, true);
    }
    x += step;
    dy += step;
    out += step;
  }
}

// @ts-ignore: decorator
@inline
function sumGradient(
  x: usize, dy: usize, out: usize, mean: usize, factor: usize, shift: usize, sum: usize, step: usize,
  code: i32, alpha: f32, single: bool,
): void {
  const away = f32x4.sub(read(x, single), read(mean, single));
  let dz = read(dy, single);
  if (code != NONE) {
    const z = multiplyAdd(away, read(factor, single), read(shift, single));
    dz = f32x4.mul(dz, slopeOf(z, code, alpha));
    write(out, dz, single);
  }
  write(sum, f32x4.add(read(sum, single), dz), single);
  write(sum + step, multiplyAdd(dz, away, read(sum + step, single)), single);
}

function distribute(n: Normalization, from: usize, rows: i32, step: usize): void {
  const mean = n.mean, factor = n.factor, slope = n.slope, constant = n.constant;
  const whole = step & ~15;
  let x = n.x + from;
  let dz = (n.code == NONE ? n.dy : n.out) + from;
  let out = n.out + from;
  for (let row = 0; row < rows; row++) {
    let at: usize = 0;
    for (; at < whole; at += 16) {
      giveOn(x + at, dz + at, out + at, mean + at, factor + at, slope + at, constant + at, false);
    }
    for (; at < step; at += 4) {
      giveOn(x + at, dz + at, out + at, mean + at, factor + at, slope + at, constant + at, true);
    }
    x += step;
    dz += step;
    out += step;
  }
}

// @ts-ignore: decorator
@inline
function giveOn(
  x: usize, dz: usize, out: usize, mean: usize, factor: usize, slope: usize, constant: usize, single: bool,
): void {
  const rest = normalized(x, mean, slope, constant, single);
  write(out, multiplyAdd(read(dz, single), read(factor, single), rest), single);
}
