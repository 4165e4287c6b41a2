// Convolutions by 3x3 filters, and both of their gradients, by Winograd's algorithm: a block of tiles goes to 36 planes
// (winogradTiles.ts), each plane through a matrix product, and what comes out back to where it belongs.
import { ConvShape } from "./convShape";
import { TILE_BYTES } from "./finishTile";
import { multiplyBlock, product, productScratchBytes, roundUp } from "./gemm";
import { WINOGRAD_CONVOLUTION, WINOGRAD_FILTER_GRADIENT, WINOGRAD_FILTER_SUMS, WINOGRAD_INPUT_GRADIENT } from "./jobs";
import { packColumns, packRows } from "./pack";
import { MR, NR } from "./packedTile";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { addRun } from "./vector";
import { addInputGradients, giveOutputs, takeGradients, takeInputs } from "./winogradBlocks";
import { planeBytes, PLANES, WinogradShape } from "./winogradShape";
import { giveFilterGradient, LINES_BYTES, transformFilter } from "./winogradTiles";

// Parts of the images, each with a filter gradient of its own: as many whatever the threads, so that the result does not depend
// on them, no more than fit into so many bytes, and none with less than a block.
const PARTS: i32 = 8;
const PARTS_BYTES: usize = 1 << 26;

@unmanaged
class Winograd extends WinogradShape {
  /** The input or its gradient, the output or its gradient. */
  x: usize; y: usize;
  bias: usize; activation: i32;
  /** As in `conv2d`. */
  places: usize;
  /** The planes of the filter in panels, or those of its gradient for each task. */
  filter: usize;
  /** Whether something that came out is not finite: then more may be so than ought to. */
  spoiled: bool;
  /** Images of a task. */
  images: i32;
  /** Gradients of the filter that are to be added up. */
  parts: i32;
  scratch: usize; scratchBytes: usize;
}

function filterBytes(s: WinogradShape): usize {
  return (<usize>PLANES) * s.filterPlane;
}

// Of a plane of the filter as panels, from `depth` channels to `columns`.
function panelsBytes(depth: i32, columns: i32): usize {
  return (<usize>(depth * roundUp(columns, NR))) << 2;
}

// Of a block in panels, from `depth` channels, and a tile of products.
function packedBytes(s: WinogradShape, depth: i32): usize {
  return ((<usize>(roundUp(s.block, MR) * depth)) << 2) + TILE_BYTES;
}

function threadBytes(s: WinogradShape): usize {
  return s.blockBytes(s.block) + packedBytes(s, max(s.inChannels, s.outChannels));
}

function filterThreadBytes(s: WinogradShape): usize {
  return s.blockBytes(s.filterBlock) + productScratchBytes(s.inChannels, s.outChannels, s.filterBlock);
}

function partsOf(s: WinogradShape): i32 {
  const most = min(PARTS, <i32>(PARTS_BYTES / filterBytes(s)));
  return max(1, min(most, s.batch * s.tilesOfImage / s.filterBlock));
}

/** Bytes of scratch space that `winogradConvolution` and `winogradInputGradient` need. */
export function winogradScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  const panels = max(panelsBytes(s.inChannels, s.outChannels), panelsBytes(s.outChannels, s.inChannels));
  return (<usize>PLANES) * panels + max(filterBytes(s) + LINES_BYTES, threadBytes(s) * (<usize>teamCapacity()));
}

/** Bytes of a filter as `packWinogradFilter` writes it. */
export function winogradPackedBytes(shape: ConvShape): usize {
  return (<usize>PLANES) * panelsBytes(shape.inChannels, shape.outChannels);
}

/** As `packConv2d`, where `isWinograd`. */
export function packWinogradFilter(filter: usize, packed: usize, shape: ConvShape, scratch: usize): void {
  packFilter(WINOGRAD_CONVOLUTION, changetype<WinogradShape>(shape), filter, packed, scratch);
}

/** Bytes of scratch space that `winogradFilterGradient` needs. */
export function winogradFilterScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  return filterBytes(s) * (<usize>partsOf(s)) + filterThreadBytes(s) * (<usize>teamCapacity());
}

/** As `conv2d`, where `isWinograd`; returns likewise. */
export function winogradConvolution(
  x: usize, filter: usize, packed: usize, bias: usize, activation: i32, y: usize, places: usize, shape: ConvShape,
  scratch: usize,
): bool {
  const rest = scratch + winogradPackedBytes(shape);
  if (!packed) {
    packWinogradFilter(filter, scratch, shape, rest);
    packed = scratch;
  }
  const job = start(shape, x, y, packed);
  job.bias = bias; job.activation = activation; job.places = places;
  return shareImages(WINOGRAD_CONVOLUTION, job, rest);
}

/** As `conv2dBackpropInput`, where `isWinograd`; returns likewise. */
export function winogradInputGradient(dy: usize, filter: usize, dx: usize, shape: ConvShape, scratch: usize): bool {
  const rest = scratch + (<usize>PLANES) * panelsBytes(shape.outChannels, shape.inChannels);
  packFilter(WINOGRAD_INPUT_GRADIENT, changetype<WinogradShape>(shape), filter, scratch, rest);
  return shareImages(WINOGRAD_INPUT_GRADIENT, start(shape, dx, dy, scratch), rest);
}

function shareImages(kind: i32, job: Winograd, scratch: usize): bool {
  job.scratch = scratch; job.scratchBytes = threadBytes(job);
  // Four tasks for each thread, so that one that was held up is helped out.
  job.images = (job.batch + 4 * teamSize() - 1) / (4 * teamSize());
  share(kind, (job.batch + job.images - 1) / job.images);
  return !job.spoiled;
}

// All blocks are multiplied by the same panels.
function packFilter(kind: i32, s: WinogradShape, filter: usize, packed: usize, scratch: usize): void {
  const bytes = s.filterPlane;
  let plane = scratch;
  transformFilter(filter, s.filterTap, plane, bytes, plane + filterBytes(s));
  for (let i = 0; i < PLANES; i++) {
    if (kind == WINOGRAD_CONVOLUTION) {
      packRows(packed, plane, s.outChannels, s.outChannels, s.inChannels, NR);
      packed += panelsBytes(s.inChannels, s.outChannels);
    } else {
      packColumns(packed, plane, s.outChannels, s.inChannels, s.outChannels, NR);
      packed += panelsBytes(s.outChannels, s.inChannels);
    }
    plane += bytes;
  }
}

/** As `conv2dBackpropFilter`, where `isWinograd`. */
export function winogradFilterGradient(x: usize, dy: usize, dw: usize, shape: ConvShape, scratch: usize): void {
  const job = start(shape, x, dy, scratch);
  const bytes = filterBytes(job);
  const atMost = partsOf(job);
  job.images = (job.batch + atMost - 1) / atMost;
  job.scratch = scratch + bytes * (<usize>atMost); job.scratchBytes = filterThreadBytes(job);
  job.parts = (job.batch + job.images - 1) / job.images;
  share(WINOGRAD_FILTER_GRADIENT, job.parts);
  if (job.parts > 1) share(WINOGRAD_FILTER_SUMS, PLANES);
  giveFilterGradient(scratch, job.filterPlane, dw, job.filterTap, job.scratch);
}

function start(shape: ConvShape, x: usize, y: usize, filter: usize): Winograd {
  const job = changetype<Winograd>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.x = x; job.y = y; job.filter = filter;
  job.spoiled = false;
  return job;
}

/** Some of the images, or a plane of the sums. */
export function winogradTask(kind: i32, task: i32, thread: i32): void {
  const job = changetype<Winograd>(jobArguments());
  if (kind == WINOGRAD_FILTER_SUMS) {
    addParts(job, task);
    return;
  }
  const block = kind == WINOGRAD_FILTER_GRADIENT ? job.filterBlock : job.block;
  const inPlane = planeBytes(block, job.inChannels);
  const outPlane = planeBytes(block, job.outChannels);
  const cover = job.scratch + (<usize>thread) * job.scratchBytes;
  const lines = cover + job.coverBytes;
  const outCover = lines + LINES_BYTES;
  const ins = outCover + job.outCoverBytes;
  const outs = ins + (<usize>PLANES) * inPlane;
  const inner = outs + (<usize>PLANES) * outPlane;
  const begin = task * job.images * job.tilesOfImage;
  const end = min(job.batch, (task + 1) * job.images) * job.tilesOfImage;
  for (let first = begin; first < end; first += block) {
    const count = min(block, end - first);
    if (kind == WINOGRAD_CONVOLUTION) {
      takeInputs(job, job.x, first, count, cover, lines, ins, inPlane);
      multiplyByFilter(job, ins, inPlane, job.inChannels, outs, outPlane, job.outChannels, count, inner);
      const finite = giveOutputs(
        job, outs, outPlane, job.bias, job.activation, job.y, job.places, first, count, outCover, lines,
      );
      if (!finite) job.spoiled = true;
    } else if (kind == WINOGRAD_INPUT_GRADIENT) {
      takeGradients(job, job.y, first, count, outCover, lines, outs, outPlane);
      multiplyByFilter(job, outs, outPlane, job.outChannels, ins, inPlane, job.inChannels, count, inner);
      if (!addInputGradients(job, ins, inPlane, job.x, first, count, cover, lines)) job.spoiled = true;
    } else {
      takeInputs(job, job.x, first, count, cover, lines, ins, inPlane);
      takeGradients(job, job.y, first, count, outCover, lines, outs, outPlane);
      const sums = job.filter + (<usize>task) * filterBytes(job);
      addFilterGradients(job, ins, inPlane, outs, outPlane, sums, count, first > begin, inner);
    }
  }
}

// to = from times the planes of the filter, for `count` tiles.
function multiplyByFilter(
  s: Winograd, from: usize, fromPlane: usize, depth: i32, to: usize, toPlane: usize, columns: i32, count: i32,
  packed: usize,
): void {
  const tile = packed + packedBytes(s, depth) - TILE_BYTES;
  const panels = panelsBytes(depth, columns);
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    packColumns(packed, from + plane * fromPlane, depth, count, depth, MR);
    multiplyBlock(
      packed, s.filter + plane * panels, to + plane * toPlane, columns, count, columns, depth, false, 0, 0, tile,
    );
  }
}

function addFilterGradients(
  s: Winograd, ins: usize, inPlane: usize, outs: usize, outPlane: usize, sums: usize, count: i32, accumulate: bool,
  scratch: usize,
): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    product(
      ins + plane * inPlane, s.inChannels, true, outs + plane * outPlane, s.outChannels, false,
      sums + plane * s.filterPlane, s.outChannels, s.inChannels, s.outChannels, count, accumulate, 0, 0, scratch,
    );
  }
}

// One plane of all parts.
function addParts(job: Winograd, plane: i32): void {
  const sum = job.filter + (<usize>plane) * job.filterPlane;
  const count = job.inChannels * job.outChannels;
  for (let part = 1; part < job.parts; part++) addRun(sum, sum + (<usize>part) * filterBytes(job), count);
}
