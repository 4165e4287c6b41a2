// A two-dimensional convolution, NHWC: tiles of four positions by eight channels or sixteen, read from the pixels where they lie.
import { ConvShape } from "./convShape";
import { COLUMNS, ROWS } from "./directTile";
import { finishTile, TILE_BYTES } from "./finishTile";
import { roundUp } from "./product";
import { CONVOLUTION } from "./jobs";
import { multiplyDirect } from "./loops";
import { packRows } from "./pack";
import { padImage } from "./padImage";
import { poolToPlaces, spoiledAt } from "./places";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { copyRun, isFiniteRun } from "./vector";
import { winogradConvolution, winogradScratchBytes } from "./winograd";
import { packWinogradFilter, winogradPackedBytes } from "./winogradFilter";
import { isWinograd } from "./winogradShape";

// Images are taken together until they have so many positions: a lone position would fill a quarter of its tile.
const GROUP_POSITIONS: i32 = 64;

@unmanaged
export class Convolution extends ConvShape {
  x: usize; packed: usize; bias: usize; activation: i32; y: usize;
  /** Where the places of the pooling go (places.ts), or 0 for none; then y is what comes out of the pooling. */
  places: usize;
  /** Images of a task, and those that are worked on together. */
  images: i32; group: i32;
  scratch: usize; scratchBytes: usize;

  /** Some of the images. */
  run(job: i32, task: i32, thread: i32): void {
    const end = min(this.batch, (task + 1) * this.images);
    const offsets = this.scratch + (<usize>thread) * this.scratchBytes;
    const tile = offsets + this.scratchBytes - TILE_BYTES;
    const padded = this.padded;
    const height = padded ? this.reachHeight : this.inHeight;
    const width = padded ? this.reachWidth : this.inWidth;
    const imageBytes = (<usize>(height * width * this.inChannels)) << 2;
    const sourceBytes = this.inBytes;
    listOffsets(this, offsets, height, width);
    const images = offsets + ((<usize>(this.group * this.outHeight * this.outWidth)) << 2);
    const outBytes = this.outBytes;
    const outputs = tile - (<usize>this.group) * outBytes;
    for (let first = task * this.images; first < end; first += this.group) {
      const group = min(this.group, end - first);
      let source = this.x + (<usize>first) * sourceBytes;
      if (padded) {
        for (let i = 0; i < group; i++) {
          padImage(
            images + (<usize>i) * imageBytes, height, width, source + (<usize>i) * sourceBytes,
            this.inHeight, this.inWidth, this.inChannels, this.padTop, this.padLeft,
          );
        }
        source = images;
      }
      if (!this.places) {
        convolveGroup(this, source, width, this.y + (<usize>first) * outBytes, group, offsets, tile);
        continue;
      }
      convolveGroup(this, source, width, outputs, group, offsets, tile);
      for (let i = 0; i < group; i++) {
        const at = (<usize>(first + i)) * this.pooledFloats;
        const image = outputs + (<usize>i) * outBytes;
        if (!poolToPlaces(image, this.outHeight, this.outWidth, this.outChannels, this.y + (at << 2), this.places + at)) {
          store<u8>(spoiledAt(this, this.places), 1);
        }
      }
    }
  }
}

function groupOf(shape: ConvShape): i32 {
  return max(1, min(shape.batch, GROUP_POSITIONS / (shape.outHeight * shape.outWidth)));
}

function packedBytes(shape: ConvShape): usize {
  return (<usize>(shape.taps * roundUp(shape.outChannels, COLUMNS))) << 2;
}

// Sums begin with the bias: it has as many values as there are columns in the panels.
function biasBytes(shape: ConvShape): usize {
  return (<usize>roundUp(shape.outChannels, COLUMNS)) << 2;
}

function wholeBias(bias: usize, shape: ConvShape, to: usize): usize {
  if (!bias || shape.outChannels % COLUMNS == 0) return bias;
  memory.fill(to, 0, biasBytes(shape));
  copyRun(to, bias, shape.outChannels);
  return to;
}

// For a thread: the offset of each position, the images with their padding, the outputs before they are pooled, a tile.
function threadBytes(shape: ConvShape, group: i32, pooled: bool): usize {
  const offsets = (<usize>(group * shape.outHeight * shape.outWidth)) << 2;
  const image = shape.reachHeight * shape.reachWidth * shape.inChannels;
  return offsets + (shape.padded ? (<usize>(group * image)) << 2 : 0) +
    (pooled ? (<usize>group) * shape.outBytes : 0) + TILE_BYTES;
}

/** Bytes of a filter as `packConv2d` writes it. */
export function conv2dPackedBytes(shape: usize): usize {
  const s = changetype<ConvShape>(shape);
  return isWinograd(s) ? winogradPackedBytes(s, false) : packedBytes(s);
}

/**
 * Writes a filter as `conv2d` reads it, for as long as it stays what it is. The scratch space is that of `conv2d`.
 *
 * @returns whether that is of use; otherwise something is not finite, and `plainConv2d` has to compute
 */
export function packConv2d(filter: usize, packed: usize, shape: usize, scratch: usize): bool {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) {
    packWinogradFilter(filter, packed, s, false, scratch);
    return true;
  }
  if (s.padded && !isFiniteRun(filter, s.taps * s.outChannels)) return false;
  packRows(packed, filter, s.outChannels, s.outChannels, s.taps, COLUMNS);
  return true;
}

/** Bytes of scratch space that `conv2d` needs; `shape` is the address of a ConvShape. */
export function conv2dScratchBytes(shape: usize, pooled: bool): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradScratchBytes(s);
  return packedBytes(s) + biasBytes(s) + threadBytes(s, groupOf(s), pooled) * (<usize>teamCapacity());
}

/**
 * y[batch, outHeight, outWidth, outChannels] = activation(convolution + bias), the last two as in `gemm`.
 *
 * @param packed what `packConv2d` wrote, or 0
 * @param places 0; or where the places of the maxima go, and y is pooled by windows of 2x2 (places.ts). Behind them is a byte that
 *   becomes 1 where they are no good
 * @returns whether that is the result; otherwise something is not finite, and `plainConv2d` has to compute it
 */
export function conv2d(
  x: usize, filter: usize, packed: usize, bias: usize, activation: i32, y: usize, places: usize, shape: usize,
  scratch: usize,
): bool {
  const s = changetype<ConvShape>(shape);
  if (places) store<u8>(spoiledAt(s, places), 0);
  if (isWinograd(s)) return winogradConvolution(x, filter, packed, bias, activation, y, places, s, scratch);
  if (!packed) {
    if (!packConv2d(filter, scratch, shape, 0)) return false;
    packed = scratch;
  }
  convolvePacked(x, packed, bias, activation, y, places, s, scratch + packedBytes(s));
  return true;
}

/** `conv2d` with a filter that lies in panels of COLUMNS output channels, its scratch space behind it. */
export function convolvePacked(
  x: usize, packed: usize, bias: usize, activation: i32, y: usize, places: usize, shape: ConvShape, scratch: usize,
): void {
  const job = changetype<Convolution>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.x = x; job.packed = packed; job.bias = wholeBias(bias, shape, scratch); job.activation = activation; job.y = y;
  job.places = places;
  job.group = groupOf(shape);
  // Four tasks for each thread, so that one that was held up is helped out.
  job.images = roundUp((job.batch + 4 * teamSize() - 1) / (4 * teamSize()), job.group);
  job.scratch = scratch + biasBytes(shape); job.scratchBytes = threadBytes(shape, job.group, places != 0);
  share<Convolution>(CONVOLUTION, (job.batch + job.images - 1) / job.images);
}

// Where the window of each position begins, in bytes from the first image of its group.
function listOffsets(job: Convolution, offsets: usize, height: i32, width: i32): void {
  const pixel = job.inChannels << 2;
  for (let n = 0; n < job.group; n++) {
    for (let oy = 0; oy < job.outHeight; oy++) {
      const row = (n * height + oy * job.strideHeight) * width;
      for (let ox = 0; ox < job.outWidth; ox++) {
        store<i32>(offsets, (row + ox * job.strideWidth) * pixel);
        offsets += 4;
      }
    }
  }
}

function convolveGroup(
  job: Convolution, source: usize, width: i32, y: usize, group: i32, offsets: usize, tile: usize,
): void {
  const positions = group * job.outHeight * job.outWidth;
  const outChannels = job.outChannels;
  const step = (<usize>outChannels) << 2;
  const pixel = (<usize>job.inChannels) << 2;
  // The taps of a row of the filter are one run of the image, unless they are dilated.
  const run = job.dilationWidth == 1;
  const n0 = job.filterHeight;
  const s0 = (<usize>(job.dilationHeight * width)) * pixel;
  const n1 = run ? 1 : job.filterWidth;
  const s1 = (<usize>job.dilationWidth) * pixel;
  const n2 = run ? job.filterWidth * job.inChannels : job.inChannels;
  const panelBytes = (<usize>(job.taps * COLUMNS)) << 2;
  let panel = job.packed;
  for (let j = 0; j < outChannels; j += COLUMNS) {
    const columns = min(COLUMNS, outChannels - j);
    const bias = job.bias ? job.bias + ((<usize>j) << 2) : 0;
    let target = y + ((<usize>j) << 2);
    for (let i = 0; i < positions; i += ROWS) {
      const at = offsets + ((<usize>i) << 2);
      // The rest of the last tile repeats its first row.
      const whole = i + ROWS <= positions;
      const a0 = source + load<i32>(at);
      const a1 = whole || i + 1 < positions ? source + load<i32>(at, 4) : a0;
      const a2 = whole || i + 2 < positions ? source + load<i32>(at, 8) : a0;
      const a3 = whole ? source + load<i32>(at, 12) : a0;
      if (whole && columns == COLUMNS) {
        multiplyDirect(a0, a1, a2, a3, n0, s0, n1, s1, n2, 4, panel, bias, job.activation, target, step);
      } else {
        multiplyDirect(a0, a1, a2, a3, n0, s0, n1, s1, n2, 4, panel, bias, job.activation, tile, COLUMNS << 2);
        finishTile(target, step, tile, COLUMNS << 2, min(ROWS, positions - i), columns, false, 0, 0);
      }
      target += step * ROWS;
    }
    panel += panelBytes;
  }
}
