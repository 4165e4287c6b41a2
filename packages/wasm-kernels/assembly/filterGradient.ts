// The gradient of a convolution's filter, NHWC: a product of the windows, transposed, with dy. A task has some tiles of four
// taps by eight output channels or sixteen and adds up all images for them, so that threads need not add up for one another.
import { ConvShape } from "./convShape";
import { COLUMNS, ROWS } from "./directTile";
import { finishTile, TILE_BYTES } from "./finishTile";
import { FILTER_GRADIENT } from "./jobs";
import { multiplyDirect } from "./loops";
import { packRows } from "./pack";
import { padImage } from "./padImage";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { winogradFilterGradient, winogradFilterScratchBytes } from "./winograd";
import { isFiniteRun } from "./vector";
import { isWinograd } from "./winogradShape";

// Images are taken together until they have so many positions, so that the sums stay in registers for a while.
const GROUP_POSITIONS: i32 = 256;

@unmanaged
export class FilterGradient extends ConvShape {
  x: usize; dy: usize; dw: usize;
  /** Tiles of a task, and images that are worked on together. */
  tiles: i32; group: i32;
  scratch: usize; scratchBytes: usize;

  /** Some of the tiles. */
  run(job: i32, task: i32, thread: i32): void {
    const padded = this.padded;
    const height = padded ? this.reachHeight : this.inHeight;
    const width = padded ? this.reachWidth : this.inWidth;
    const imageBytes = (<usize>(height * width * this.inChannels)) << 2;
    const sourceBytes = this.inBytes;
    const tile = this.scratch + (<usize>thread) * this.scratchBytes;
    const panel = tile + TILE_BYTES;
    const images = panel + panelBytes(this, this.group);
    for (let first = 0; first < this.batch; first += this.group) {
      const group = min(this.group, this.batch - first);
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
      addGroup(this, task * this.tiles, source, imageBytes, width, first, group, tile, panel);
    }
  }
}

function groupOf(shape: ConvShape): i32 {
  return max(1, min(shape.batch, GROUP_POSITIONS / (shape.outHeight * shape.outWidth)));
}

// For a thread: the images with their padding, a panel of dy, a tile.
function threadBytes(shape: ConvShape): usize {
  const group = groupOf(shape);
  const image = shape.reachHeight * shape.reachWidth * shape.inChannels;
  return (shape.padded ? (<usize>(group * image)) << 2 : 0) + panelBytes(shape, group) + TILE_BYTES;
}

function panelBytes(shape: ConvShape, group: i32): usize {
  return (<usize>(group * shape.outHeight * shape.outWidth * COLUMNS)) << 2;
}

function tilesOf(shape: ConvShape): i32 {
  return ((shape.taps + ROWS - 1) / ROWS) * ((shape.outChannels + COLUMNS - 1) / COLUMNS);
}

/** Bytes of scratch space that `conv2dBackpropFilter` needs; `shape` is the address of a ConvShape. */
export function filterGradientScratchBytes(shape: usize): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradFilterScratchBytes(s);
  return threadBytes(s) * (<usize>teamCapacity());
}

/**
 * dw[filterHeight, filterWidth, inChannels, outChannels] from x and dy.
 *
 * @returns whether that is the result; otherwise something is not finite, and `plainBackpropFilter` has to compute it
 */
export function conv2dBackpropFilter(x: usize, dy: usize, dw: usize, shape: usize, scratch: usize): bool {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) {
    winogradFilterGradient(x, dy, dw, s, scratch);
    return isFiniteRun(dw, s.taps * s.outChannels);
  }
  const job = changetype<FilterGradient>(jobArguments());
  memory.copy(changetype<usize>(job), shape, offsetof<ConvShape>());
  job.x = x; job.dy = dy; job.dw = dw;
  job.group = groupOf(job);
  job.scratch = scratch; job.scratchBytes = threadBytes(job);
  const tiles = tilesOf(job);
  const parts = min(tiles, teamSize() == 1 ? 1 : 2 * teamSize());
  job.tiles = (tiles + parts - 1) / parts;
  share<FilterGradient>(FILTER_GRADIENT, (tiles + job.tiles - 1) / job.tiles);
  return !s.padded || isFiniteRun(dw, s.taps * s.outChannels);
}

function addGroup(
  job: FilterGradient, firstTile: i32, source: usize, imageBytes: usize, width: i32, first: i32, group: i32,
  tile: usize, panel: usize,
): void {
  const outChannels = job.outChannels;
  const step = (<usize>outChannels) << 2;
  const pixel = (<usize>job.inChannels) << 2;
  const s1 = (<usize>(job.strideHeight * width)) * pixel;
  const s2 = (<usize>job.strideWidth) * pixel;
  const dy = job.dy + (<usize>(first * job.outHeight * job.outWidth)) * step;
  const tapTiles = (job.taps + ROWS - 1) / ROWS;
  const positions = group * job.outHeight * job.outWidth;
  const end = min(firstTile + job.tiles, tilesOf(job));
  let packed = -1;
  for (let index = firstTile; index < end; index++) {
    const j = (index / tapTiles) * COLUMNS;
    const columns = min(COLUMNS, outChannels - j);
    // Rows of dy lie so far apart that they would throw each other out of the cache.
    if (packed != j) packRows(panel, dy + ((<usize>j) << 2), outChannels, columns, positions, COLUMNS);
    packed = j;
    const tap = (index % tapTiles) * ROWS;
    const rows = min(ROWS, job.taps - tap);
    const a0 = source + tapOffset(job, tap, width);
    const a1 = rows > 1 ? source + tapOffset(job, tap + 1, width) : a0;
    const a2 = rows > 2 ? source + tapOffset(job, tap + 2, width) : a0;
    const a3 = rows > 3 ? source + tapOffset(job, tap + 3, width) : a0;
    multiplyDirect(
      a0, a1, a2, a3, group, imageBytes, job.outHeight, s1, job.outWidth, s2, panel, 0, 0, tile, COLUMNS << 2,
    );
    const target = job.dw + (((<usize>tap) * (<usize>outChannels) + (<usize>j)) << 2);
    finishTile(target, step, tile, COLUMNS << 2, rows, columns, first > 0, 0, 0);
  }
}

// Bytes from the beginning of a window to one of its taps.
function tapOffset(job: FilterGradient, tap: i32, width: i32): usize {
  const channel = tap % job.inChannels;
  const place = tap / job.inChannels;
  const fx = place % job.filterWidth;
  const fy = place / job.filterWidth;
  return (<usize>((fy * job.dilationHeight * width + fx * job.dilationWidth) * job.inChannels + channel)) << 2;
}
