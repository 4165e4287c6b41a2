// The gradient of a convolution's filter, NHWC: a product of the windows, transposed, with dy, in tiles of some taps by some output
// channels. A small one is computed for some of the images by each task, whose sums are added up, since it has too few tiles
// for the threads; of a large one, a task has some tiles, and adds up all images.
import { ConvShape } from "./convShape";
import { COLUMNS, lastColumns, lastPanel, panelColumns, tileRows } from "./directPanels";
import { finishTile, TILE_BYTES } from "./finishTile";
import { FILTER_GRADIENT } from "./jobs";
import { multiplyDirect } from "./loops";
import { packRows } from "./pack";
import { padImage } from "./padImage";
import { giveImageToPlaces } from "./places";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { winogradFilterGradient, winogradFilterScratchBytes } from "./winograd";
import { addRun, copyRun, isFiniteRun } from "./vector";
import { ListedWindows, listsBytes, listWindows } from "./windowOffsets";
import { isWinograd } from "./winogradShape";

// Images are taken together until they have so many positions, so that the sums stay in registers for a while.
const GROUP_POSITIONS: i32 = 256;
// Parts of the images, as many whatever the threads, so that the result does not depend on them; for gradients of so many values.
const PARTS: i32 = 16;
const PARTED_FLOATS: i32 = 4096;

@unmanaged
export class FilterGradient extends ListedWindows {
  x: usize; dy: usize;
  /** As in `conv2dBackpropFilter`. */
  places: usize; positive: usize;
  /** Parts of the images, and tiles of a task. */
  parts: i32; tiles: i32;
  /** The gradient of each part, one behind the other; of one part, the gradient itself. */
  sums: usize;
  scratch: usize; scratchBytes: usize;

  /** Some of the images, or some of the tiles. */
  run(job: i32, task: i32, thread: i32): void {
    const padded = this.padded;
    const height = this.sourceHeight;
    const width = this.sourceWidth;
    const imageBytes = (<usize>(height * width * this.inChannels)) << 2;
    const sourceBytes = this.inBytes;
    const tile = this.scratch + (<usize>thread) * this.scratchBytes;
    const panel = tile + TILE_BYTES;
    const images = panel + panelBytes(this, this.group);
    const byParts = this.parts > 1;
    const sums = this.sums + (byParts ? (<usize>task) * gradientBytes(this) : 0);
    const begin = byParts ? this.batch * task / this.parts : 0;
    const end = byParts ? this.batch * (task + 1) / this.parts : this.batch;
    for (let first = begin; first < end; first += this.group) {
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
      const firstTile = byParts ? 0 : task * this.tiles;
      addGroup(this, firstTile, source, first, group, sums, first > begin, tile, panel);
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
  return (<usize>(group * shape.outHeight * shape.outWidth * lastColumns(shape.outChannels))) << 2;
}

// Tiles of a panel of so many columns.
function tapTiles(shape: ConvShape, columns: i32): i32 {
  const rows = tileRows(columns);
  return (shape.taps + rows - 1) / rows;
}

function tilesOf(shape: ConvShape): i32 {
  return lastPanel(shape.outChannels) / COLUMNS * tapTiles(shape, COLUMNS) + tapTiles(shape, lastColumns(shape.outChannels));
}

function gradientBytes(shape: ConvShape): usize {
  return (<usize>(shape.taps * shape.outChannels)) << 2;
}

function partsOf(shape: ConvShape): i32 {
  return shape.taps * shape.outChannels > PARTED_FLOATS ? 1 : min(PARTS, shape.batch);
}

/** Bytes of scratch space that `conv2dBackpropFilter` needs; `shape` is the address of a ConvShape. */
export function filterGradientScratchBytes(shape: usize): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradFilterScratchBytes(s);
  return (<usize>partsOf(s)) * gradientBytes(s) + listsBytes(s, groupOf(s)) +
    threadBytes(s) * (<usize>teamCapacity());
}

/**
 * dw[filterHeight, filterWidth, inChannels, outChannels] from x and dy.
 *
 * @param places 0; or where the places of the maxima are of outputs that were pooled, as `conv2d` noted them: then dy is the gradient of
 *   the pooled values
 * @param positive 0; or, where these came from a relu, their address: the gradient goes on through it
 * @returns whether that is the result; otherwise something is not finite, and `plainBackpropFilter` has to compute it
 */
export function conv2dBackpropFilter(
  x: usize, dy: usize, places: usize, positive: usize, dw: usize, shape: usize, scratch: usize,
): bool {
  const s = changetype<ConvShape>(shape);
  const values = s.taps * s.outChannels;
  if (isWinograd(s)) {
    winogradFilterGradient(x, dy, places, positive, dw, s, scratch);
    return isFiniteRun(dw, values);
  }
  const job = changetype<FilterGradient>(jobArguments());
  memory.copy(changetype<usize>(job), shape, offsetof<ConvShape>());
  job.x = x; job.dy = dy; job.places = places; job.positive = positive;
  job.group = groupOf(job);
  job.parts = partsOf(job);
  job.sums = job.parts > 1 ? scratch : dw;
  job.scratch = listWindows(job, scratch + (<usize>job.parts) * gradientBytes(job)); job.scratchBytes = threadBytes(job);
  job.tiles = tilesOf(job);
  if (job.parts > 1) {
    share<FilterGradient>(FILTER_GRADIENT, job.parts);
    copyRun(dw, scratch, values);
    for (let part = 1; part < job.parts; part++) addRun(dw, scratch + (<usize>part) * gradientBytes(job), values);
  } else shareTiles(job);
  return !s.padded || isFiniteRun(dw, values);
}

function shareTiles(job: FilterGradient): void {
  const tiles = job.tiles;
  const tasks = min(tiles, teamSize() == 1 ? 1 : 2 * teamSize());
  job.tiles = (tiles + tasks - 1) / tasks;
  share<FilterGradient>(FILTER_GRADIENT, (tiles + job.tiles - 1) / job.tiles);
}

function addGroup(
  job: FilterGradient, firstTile: i32, source: usize, first: i32, group: i32, sums: usize, accumulate: bool, tile: usize,
  panel: usize,
): void {
  const outChannels = job.outChannels;
  const step = (<usize>outChannels) << 2;
  const positions = group * job.outHeight * job.outWidth;
  const tilesOfPanel = tapTiles(job, COLUMNS);
  const last = lastPanel(outChannels);
  const end = min(firstTile + job.tiles, tilesOf(job));
  let packed = -1;
  for (let index = firstTile; index < end; index++) {
    const j = min(index / tilesOfPanel * COLUMNS, last);
    const width = panelColumns(outChannels - j);
    const rows = tileRows(width);
    if (packed != j) packGradients(job, first, group, j, width, panel);
    packed = j;
    const tap = (index - j / COLUMNS * tilesOfPanel) * rows;
    multiplyDirect(
      width, source, job.tapOffsets + ((<usize>tap) << 2), rows, job.positions, positions, panel, 0, 0, tile,
      (<usize>width) << 2,
    );
    const target = sums + (((<usize>tap) * (<usize>outChannels) + (<usize>j)) << 2);
    finishTile(
      target, step, tile, (<usize>width) << 2, min(rows, job.taps - tap), min(width, outChannels - j), accumulate, 0, 0,
    );
  }
}

// Some columns of dy side by side: its rows lie so far apart that they would throw each other out of the cache.
function packGradients(job: FilterGradient, first: i32, group: i32, column: i32, width: i32, panel: usize): void {
  const columns = min(width, job.outChannels - column);
  const positions = job.outHeight * job.outWidth;
  if (!job.places) {
    const dy = job.dy + (((<usize>(first * positions)) * (<usize>job.outChannels) + (<usize>column)) << 2);
    packRows(panel, dy, job.outChannels, columns, group * positions, width);
    return;
  }
  const pixel = (<usize>width) << 2;
  if (columns < width) memory.fill(panel, 0, panelBytes(job, group));
  for (let image = first; image < first + group; image++) {
    giveImageToPlaces(
      job, image, column, (<usize>columns) << 2, job.dy, job.places, job.positive, panel, pixel, job.outHeight, job.outWidth,
    );
    panel += (<usize>positions) * pixel;
  }
}
