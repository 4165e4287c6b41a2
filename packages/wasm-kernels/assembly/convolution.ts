// A two-dimensional convolution, NHWC: tiles of some positions by some channels, read from the pixels where they lie.
import { ConvShape } from "./convShape";
import { COLUMNS, lastColumns, lastPanel, panelColumns, panelledChannels, tileRows } from "./directPanels";
import { finishTile, TILE_BYTES } from "./finishTile";
import { CONVOLUTION } from "./jobs";
import { multiplyDirect } from "./loops";
import { packRows } from "./pack";
import { padImage } from "./padImage";
import { poolImage, spoiledAt } from "./places";
import { roundUp } from "./roundUp";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { copyRun, isFiniteRun } from "./vector";
import { ListedWindows, listsBytes, listWindows } from "./windowOffsets";
import { winogradConvolution, winogradScratchBytes } from "./winograd";
import { packWinogradFilter, winogradPackedBytes } from "./winogradFilter";
import { isWinograd } from "./winogradShape";

// Images are taken together until they have so many positions: a lone position would fill a quarter of its tile.
const GROUP_POSITIONS: i32 = 64;

@unmanaged
export class Convolution extends ListedWindows {
  x: usize; packed: usize; bias: usize; activation: i32; y: usize;
  /** Whether y is what comes out of a pooling, and where its places go (places.ts), or 0. */
  pooled: bool; places: usize;
  /** Images of a task. */
  images: i32;
  scratch: usize; scratchBytes: usize;

  /** Some of the images. */
  run(job: i32, task: i32, thread: i32): void {
    const end = min(this.batch, (task + 1) * this.images);
    const images = this.scratch + (<usize>thread) * this.scratchBytes;
    const tile = images + this.scratchBytes - TILE_BYTES;
    const padded = this.padded;
    const height = this.sourceHeight;
    const width = this.sourceWidth;
    const imageBytes = (<usize>(height * width * this.inChannels)) << 2;
    const sourceBytes = this.inBytes;
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
      if (!this.pooled) {
        convolveGroup(this, source, this.y + (<usize>first) * outBytes, group, tile);
        continue;
      }
      convolveGroup(this, source, outputs, group, tile);
      for (let i = 0; i < group; i++) poolImage(this, outputs + (<usize>i) * outBytes, first + i, this.y, this.places);
    }
  }
}

function groupOf(shape: ConvShape): i32 {
  return max(1, min(shape.batch, GROUP_POSITIONS / (shape.outHeight * shape.outWidth)));
}

function packedBytes(shape: ConvShape): usize {
  return (<usize>(shape.taps * panelledChannels(shape.outChannels))) << 2;
}

// Sums begin with the bias: it has as many values as there are columns in the panels.
function biasBytes(shape: ConvShape): usize {
  return (<usize>panelledChannels(shape.outChannels)) << 2;
}

function wholeBias(bias: usize, shape: ConvShape, to: usize): usize {
  if (!bias || shape.outChannels == panelledChannels(shape.outChannels)) return bias;
  memory.fill(to, 0, biasBytes(shape));
  copyRun(to, bias, shape.outChannels);
  return to;
}

// For a thread: the images with their padding, the outputs before they are pooled, a tile.
function threadBytes(shape: ConvShape, group: i32, pooled: bool): usize {
  const image = shape.reachHeight * shape.reachWidth * shape.inChannels;
  return (shape.padded ? (<usize>(group * image)) << 2 : 0) + (pooled ? (<usize>group) * shape.outBytes : 0) + TILE_BYTES;
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
  const last = lastPanel(s.outChannels);
  packRows(packed, filter, s.outChannels, last, s.taps, COLUMNS);
  packRows(
    packed + ((<usize>(last * s.taps)) << 2), filter + ((<usize>last) << 2), s.outChannels, s.outChannels - last, s.taps,
    lastColumns(s.outChannels),
  );
  return true;
}

/** Bytes of scratch space that `conv2d` needs; `shape` is the address of a ConvShape. */
export function conv2dScratchBytes(shape: usize, pooled: bool): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradScratchBytes(s);
  return packedBytes(s) + biasBytes(s) + listsBytes(s, groupOf(s)) +
    threadBytes(s, groupOf(s), pooled) * (<usize>teamCapacity());
}

/**
 * y[batch, outHeight, outWidth, outChannels] = activation(convolution + bias), the last two as in `gemm`.
 *
 * @param packed what `packConv2d` wrote, or 0
 * @param pooled whether y is pooled by windows of 2x2
 * @param places 0; or where the places of the maxima go (places.ts). Behind them is a byte that becomes 1 where they are no good
 * @returns whether that is the result; otherwise something is not finite, and `plainConv2d` has to compute it
 */
export function conv2d(
  x: usize, filter: usize, packed: usize, bias: usize, activation: i32, y: usize, pooled: bool, places: usize, shape: usize,
  scratch: usize,
): bool {
  const s = changetype<ConvShape>(shape);
  if (places) store<u8>(spoiledAt(s, places), 0);
  if (isWinograd(s)) return winogradConvolution(x, filter, packed, bias, activation, y, pooled, places, s, scratch);
  if (!packed) {
    if (!packConv2d(filter, scratch, shape, 0)) return false;
    packed = scratch;
  }
  convolvePacked(x, packed, bias, activation, y, pooled, places, s, scratch + packedBytes(s));
  return true;
}

/** `conv2d` with a filter that lies in panels of output channels. */
export function convolvePacked(
  x: usize, packed: usize, bias: usize, activation: i32, y: usize, pooled: bool, places: usize, shape: ConvShape,
  scratch: usize,
): void {
  const job = changetype<Convolution>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.x = x; job.packed = packed; job.bias = wholeBias(bias, shape, scratch); job.activation = activation; job.y = y;
  job.pooled = pooled; job.places = places;
  job.group = groupOf(shape);
  // Four tasks for each thread, so that one that was held up is helped out.
  job.images = roundUp((job.batch + 4 * teamSize() - 1) / (4 * teamSize()), job.group);
  job.scratch = listWindows(job, scratch + biasBytes(shape)); job.scratchBytes = threadBytes(shape, job.group, pooled);
  share<Convolution>(CONVOLUTION, (job.batch + job.images - 1) / job.images);
}

function convolveGroup(job: Convolution, source: usize, y: usize, group: i32, tile: usize): void {
  const positions = group * job.outHeight * job.outWidth;
  const outChannels = job.outChannels;
  const step = (<usize>outChannels) << 2;
  // From the last panel to the first: what it has beyond the channels goes to the next position, whose own values are written after that.
  for (let j = lastPanel(outChannels); j >= 0; j -= COLUMNS) {
    const width = panelColumns(outChannels - j);
    const columns = min(width, outChannels - j);
    const rows = tileRows(width);
    const panel = job.packed + ((<usize>(job.taps * j)) << 2);
    const bias = job.bias ? job.bias + ((<usize>j) << 2) : 0;
    const reached = (width - columns + outChannels - 1) / outChannels;
    const whole = max(0, positions - reached) / rows * rows;
    let target = y + ((<usize>j) << 2);
    multiplyDirect(
      width, source, job.positions, whole, job.tapOffsets, job.taps, panel, bias, job.activation, target, step,
    );
    target += (<usize>whole) * step;
    for (let i = whole; i < positions; i += rows) {
      multiplyDirect(
        width, source, job.positions + ((<usize>i) << 2), rows, job.tapOffsets, job.taps, panel, bias, job.activation, tile,
        (<usize>width) << 2,
      );
      finishTile(target, step, tile, (<usize>width) << 2, min(rows, positions - i), columns, false, 0, 0);
      target += (<usize>rows) * step;
    }
  }
}
