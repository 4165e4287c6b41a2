// Convolutions by 3x3 filters, and both of their gradients, by Winograd's algorithm: a block of tiles goes to 36 planes
// (winogradTiles.ts), each plane through a matrix product, and what comes out back to where it belongs.
import { ConvShape } from "./convShape";
import { TILE_BYTES } from "./finishTile";
import { multiplyRows, multiplyTransposed, product, productScratchBytes } from "./product";
import { roundUp } from "./roundUp";
import { WINOGRAD_CONVOLUTION, WINOGRAD_FILTER_GRADIENT, WINOGRAD_INPUT_GRADIENT } from "./jobs";
import { MR } from "./productTile";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { addInputGradients, giveOutputs, takeGradients, takeInputs } from "./winogradBlocks";
import {
  filterBytes, finishFilterGradient, packWinogradFilter, panelsBytes, winogradFilterBytes, winogradPackedBytes,
} from "./winogradFilter";
import { planeBytes, PLANES, WinogradShape } from "./winogradShape";
import { LINES_BYTES } from "./winogradTiles";

// Parts of the images, each with a filter gradient of its own: as many whatever the threads, so that the result does not depend
// on them, no more than fit into so many bytes, and few with less than a block. The last ones are smaller, since at the end a thread
// waits for one of them.
const PARTS: i32 = 12;
const PARTS_BYTES: usize = 1 << 26;
// Up to so many channels, the rows of a plane do not throw each other out of the first-level cache, and nothing has to be packed.
const IN_PLACE_CHANNELS: i32 = 128;
// Tasks for each thread, where there are enough images.
const TASKS: i32 = 16;

@unmanaged
export class Winograd extends WinogradShape {
  /** The input or its gradient, the output or its gradient. */
  x: usize; y: usize;
  bias: usize; activation: i32;
  /** As in `conv2d`. */
  pooled: bool;
  /** As in `conv2d`; or, with `positive`, as in `conv2dBackpropFilter`. */
  places: usize; positive: usize;
  /** The planes of the filter in panels, or those of its gradient for each task. */
  filter: usize;
  /** Whether something that came out is not finite: then more may be so than ought to. */
  spoiled: bool;
  /** Images of a task; or how many tasks there are, for the gradient of the filter. */
  images: i32; parts: i32;
  scratch: usize; scratchBytes: usize;

  /** Some of the images. */
  run(kind: i32, task: i32, thread: i32): void {
    const block = kind == WINOGRAD_FILTER_GRADIENT ? this.filterBlock : this.block;
    const inPlane = planeBytes(block, this.inChannels);
    const outPlane = planeBytes(block, this.outChannels);
    const cover = this.scratch + (<usize>thread) * this.scratchBytes;
    const lines = cover + this.coverBytes;
    const outCover = lines + LINES_BYTES;
    const ins = outCover + this.outCoverBytes;
    const outs = ins + (<usize>PLANES) * inPlane;
    const inner = outs + (<usize>PLANES) * outPlane;
    const byParts = kind == WINOGRAD_FILTER_GRADIENT;
    const begin = this.tilesOfImage * (byParts ? imagesBefore(task, this.parts, this.batch) : task * this.images);
    const next = byParts ? imagesBefore(task + 1, this.parts, this.batch) : min(this.batch, (task + 1) * this.images);
    const end = this.tilesOfImage * next;
    for (let first = begin; first < end; first += block) {
      const count = min(block, end - first);
      if (kind == WINOGRAD_CONVOLUTION) {
        takeInputs(this, this.x, first, count, cover, lines, ins, inPlane);
        multiplyByFilter(this, ins, inPlane, this.inChannels, outs, outPlane, this.outChannels, count, inner);
        const finite = giveOutputs(
          this, outs, outPlane, this.bias, this.activation, this.y, this.pooled, this.places, first, count, outCover,
          lines,
        );
        if (!finite) this.spoiled = true;
      } else if (kind == WINOGRAD_INPUT_GRADIENT) {
        takeGradients(this, this.y, this.places, this.positive, first, count, outCover, lines, outs, outPlane);
        multiplyByFilter(this, outs, outPlane, this.outChannels, ins, inPlane, this.inChannels, count, inner);
        if (!addInputGradients(this, ins, inPlane, this.x, first, count, cover, lines)) this.spoiled = true;
      } else {
        takeInputs(this, this.x, first, count, cover, lines, ins, inPlane);
        takeGradients(this, this.y, this.places, this.positive, first, count, outCover, lines, outs, outPlane);
        const sums = this.filter + (<usize>task) * filterBytes(this);
        addFilterGradients(this, ins, inPlane, outs, outPlane, sums, count, first > begin, inner);
      }
    }
  }
}

// A block, a tile of products, and the rows behind the last plane that the products read beyond it.
function threadBytes(s: WinogradShape): usize {
  return s.blockBytes(s.block) + max(TILE_BYTES, (<usize>(MR * max(s.inChannels, s.outChannels))) << 2);
}

function filterThreadBytes(s: WinogradShape): usize {
  return s.blockBytes(s.filterBlock) + productScratchBytes(s.inChannels, s.outChannels, s.filterBlock);
}

function partsOf(s: WinogradShape): i32 {
  const most = min(PARTS, <i32>(PARTS_BYTES / filterBytes(s)));
  return max(1, min(min(most, s.batch), s.batch * s.tilesOfImage / s.filterBlock));
}

// The parts before one, in quarters of a whole one: the last four are two halves and two quarters.
function quartersBefore(part: i32, parts: i32): i32 {
  const whole = min(part, parts - 4);
  const rest = part - whole;
  return 4 * whole + 2 * min(2, rest) + max(0, rest - 2);
}

function imagesBefore(part: i32, parts: i32, batch: i32): i32 {
  const quarters = quartersBefore(parts, parts);
  // None is to be without images.
  if (parts < 8 || batch < quarters) return batch * part / parts;
  return batch * quartersBefore(part, parts) / quarters;
}

/** Bytes of scratch space that `winogradConvolution` and `winogradInputGradient` need. */
export function winogradScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  const panels = max(winogradPackedBytes(s, false), winogradPackedBytes(s, true));
  return panels + max(winogradFilterBytes(s), threadBytes(s) * (<usize>teamCapacity()));
}

/** Bytes of scratch space that `winogradFilterGradient` needs. */
export function winogradFilterScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  const threads = max(winogradFilterBytes(s), filterThreadBytes(s) * (<usize>teamCapacity()));
  return filterBytes(s) * (<usize>partsOf(s)) + threads;
}

/** As `conv2d`, where `isWinograd`; returns likewise. */
export function winogradConvolution(
  x: usize, filter: usize, packed: usize, bias: usize, activation: i32, y: usize, pooled: bool, places: usize,
  shape: ConvShape, scratch: usize,
): bool {
  const rest = scratch + winogradPackedBytes(shape, false);
  if (!packed) {
    packWinogradFilter(filter, scratch, shape, false, rest);
    packed = scratch;
  }
  const job = start(shape, x, y, places, packed);
  job.bias = bias; job.activation = activation; job.pooled = pooled;
  return shareImages(WINOGRAD_CONVOLUTION, job, rest);
}

/** As `conv2dBackpropInput`, where `isWinograd`; returns likewise. */
export function winogradInputGradient(
  dy: usize, places: usize, positive: usize, filter: usize, packed: usize, dx: usize, shape: ConvShape, scratch: usize,
): bool {
  const rest = scratch + winogradPackedBytes(shape, true);
  if (!packed) {
    packWinogradFilter(filter, scratch, shape, true, rest);
    packed = scratch;
  }
  const job = start(shape, dx, dy, places, packed);
  job.positive = positive;
  return shareImages(WINOGRAD_INPUT_GRADIENT, job, rest);
}

function shareImages(kind: i32, job: Winograd, scratch: usize): bool {
  job.scratch = scratch; job.scratchBytes = threadBytes(job);
  // At the end a thread waits for at most one task: so they are small, but no smaller than a block.
  const tasks = TASKS * teamSize();
  job.images = roundUp((job.batch + tasks - 1) / tasks, max(1, job.block / job.tilesOfImage));
  share<Winograd>(kind, (job.batch + job.images - 1) / job.images);
  return !job.spoiled;
}

/** As `conv2dBackpropFilter`, where `isWinograd`. */
export function winogradFilterGradient(
  x: usize, dy: usize, places: usize, positive: usize, dw: usize, shape: ConvShape, scratch: usize,
): void {
  const job = start(shape, x, dy, places, scratch);
  job.positive = positive;
  const bytes = filterBytes(job);
  const parts = partsOf(job);
  const rest = scratch + bytes * (<usize>parts);
  job.parts = parts;
  job.scratch = rest; job.scratchBytes = filterThreadBytes(job);
  share<Winograd>(WINOGRAD_FILTER_GRADIENT, parts);
  finishFilterGradient(scratch, parts, dw, shape, rest);
}

function start(shape: ConvShape, x: usize, y: usize, places: usize, filter: usize): Winograd {
  const job = changetype<Winograd>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.x = x; job.y = y; job.places = places; job.filter = filter;
  job.spoiled = false;
  return job;
}

// to = from times the planes of the filter, for `count` tiles.
function multiplyByFilter(
  s: Winograd, from: usize, fromPlane: usize, depth: i32, to: usize, toPlane: usize, columns: i32, count: i32,
  tile: usize,
): void {
  const panels = panelsBytes(depth, columns);
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    multiplyRows(
      from + plane * fromPlane, depth, s.filter + plane * panels, to + plane * toPlane, columns, count, columns, depth, tile,
    );
  }
}

function addFilterGradients(
  s: Winograd, ins: usize, inPlane: usize, outs: usize, outPlane: usize, sums: usize, count: i32, accumulate: bool,
  scratch: usize,
): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    const a = ins + plane * inPlane;
    const b = outs + plane * outPlane;
    const c = sums + plane * s.filterPlane;
    if (max(s.inChannels, s.outChannels) <= IN_PLACE_CHANNELS) {
      multiplyTransposed(
        a, s.inChannels, b, s.outChannels, c, s.outChannels, s.inChannels, s.outChannels, count, accumulate, scratch,
      );
    } else {
      product(
        a, s.inChannels, true, b, s.outChannels, false, c, s.outChannels, s.inChannels, s.outChannels, count, accumulate,
        0, 0, scratch,
      );
    }
  }
}
