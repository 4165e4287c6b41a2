// Convolutions by 3x3 filters, and both of their gradients, by Winograd's algorithm: a block of tiles goes to sixteen planes
// (winogradTiles.ts), each plane through a matrix product, and what comes out back to where it belongs.
import { ConvShape } from "./convShape";
import { product, productScratchBytes } from "./gemm";
import { WINOGRAD_CONVOLUTION, WINOGRAD_FILTER_GRADIENT, WINOGRAD_INPUT_GRADIENT } from "./jobs";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { addRun } from "./vector";
import { addInputGradients, giveOutputs, takeGradients, takeInputs } from "./winogradBlocks";
import { PLANES, WinogradShape } from "./winogradShape";
import { giveFilterGradient, transformFilter } from "./winogradTiles";

// Parts of the images, each with a filter gradient of its own: always as many, so that the result does not depend on the
// threads.
const PARTS: i32 = 8;

@unmanaged
class Winograd extends WinogradShape {
  /** The input or its gradient, the output or its gradient. */
  x: usize; y: usize;
  bias: usize; activation: i32;
  /** The planes of the filter, or those of its gradient for each task. */
  filter: usize;
  /** Images of a task. */
  images: i32;
  scratch: usize; scratchBytes: usize;
}

function filterBytes(s: WinogradShape): usize {
  return (<usize>PLANES) * s.filterPlane;
}

function threadBytes(s: WinogradShape): usize {
  return s.blockBytes + max(
    productScratchBytes(s.block, s.outChannels, s.inChannels), productScratchBytes(s.block, s.inChannels, s.outChannels),
  );
}

function filterThreadBytes(s: WinogradShape): usize {
  return s.blockBytes + productScratchBytes(s.inChannels, s.outChannels, s.block);
}

/** Bytes of scratch space that `winogradConvolution` and `winogradInputGradient` need. */
export function winogradScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  return filterBytes(s) + threadBytes(s) * (<usize>teamCapacity());
}

/** Bytes of scratch space that `winogradFilterGradient` needs. */
export function winogradFilterScratchBytes(shape: ConvShape): usize {
  const s = changetype<WinogradShape>(shape);
  return filterBytes(s) * PARTS + filterThreadBytes(s) * (<usize>teamCapacity());
}

/** As `conv2d`, where `isWinograd`. */
export function winogradConvolution(
  x: usize, filter: usize, bias: usize, activation: i32, y: usize, shape: ConvShape, scratch: usize,
): void {
  shareImages(WINOGRAD_CONVOLUTION, x, filter, bias, activation, y, shape, scratch);
}

/** As `conv2dBackpropInput`, where `isWinograd`. */
export function winogradInputGradient(dy: usize, filter: usize, dx: usize, shape: ConvShape, scratch: usize): void {
  shareImages(WINOGRAD_INPUT_GRADIENT, dx, filter, 0, 0, dy, shape, scratch);
}

function shareImages(
  kind: i32, x: usize, filter: usize, bias: usize, activation: i32, y: usize, shape: ConvShape, scratch: usize,
): void {
  const job = start(shape, x, y, scratch);
  job.bias = bias; job.activation = activation;
  transformFilter(filter, job.filterPlane, scratch);
  // Four tasks for each thread, so that one that was held up is helped out.
  job.images = (job.batch + 4 * teamSize() - 1) / (4 * teamSize());
  job.scratch = scratch + filterBytes(job); job.scratchBytes = threadBytes(job);
  share(kind, (job.batch + job.images - 1) / job.images);
}

/** As `conv2dBackpropFilter`, where `isWinograd`. */
export function winogradFilterGradient(x: usize, dy: usize, dw: usize, shape: ConvShape, scratch: usize): void {
  const job = start(shape, x, dy, scratch);
  const bytes = filterBytes(job);
  job.images = (job.batch + PARTS - 1) / PARTS;
  job.scratch = scratch + bytes * PARTS; job.scratchBytes = filterThreadBytes(job);
  const parts = (job.batch + job.images - 1) / job.images;
  share(WINOGRAD_FILTER_GRADIENT, parts);
  for (let part = 1; part < parts; part++) addRun(scratch, scratch + (<usize>part) * bytes, <i32>(bytes >> 2));
  giveFilterGradient(scratch, job.filterPlane, dw);
}

function start(shape: ConvShape, x: usize, y: usize, filter: usize): Winograd {
  const job = changetype<Winograd>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.x = x; job.y = y; job.filter = filter;
  return job;
}

/** Some of the images. */
export function winogradTask(kind: i32, task: i32, thread: i32): void {
  const job = changetype<Winograd>(jobArguments());
  const cover = job.scratch + (<usize>thread) * job.scratchBytes;
  const ins = cover + job.coverBytes;
  const outs = ins + (<usize>PLANES) * job.inPlane;
  const inner = outs + (<usize>PLANES) * job.outPlane;
  const begin = task * job.images * job.tilesOfImage;
  const end = min(job.batch, (task + 1) * job.images) * job.tilesOfImage;
  const block = job.block;
  for (let first = begin; first < end; first += block) {
    const count = min(block, end - first);
    if (kind == WINOGRAD_CONVOLUTION) {
      takeInputs(job, job.x, first, count, cover, ins);
      multiplyByFilter(job, ins, outs, count, inner);
      giveOutputs(job, outs, job.bias, job.activation, job.y, first, count);
    } else if (kind == WINOGRAD_INPUT_GRADIENT) {
      takeGradients(job, job.y, first, count, outs);
      multiplyByTransposedFilter(job, outs, ins, count, inner);
      addInputGradients(job, ins, job.x, first, count, cover);
    } else {
      takeInputs(job, job.x, first, count, cover, ins);
      takeGradients(job, job.y, first, count, outs);
      const sums = job.filter + (<usize>task) * filterBytes(job);
      addFilterGradients(job, ins, outs, sums, count, first > begin, inner);
    }
  }
}

function multiplyByFilter(s: Winograd, ins: usize, outs: usize, count: i32, inner: usize): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    product(
      ins + plane * s.inPlane, s.inChannels, false, s.filter + plane * s.filterPlane, s.outChannels, false,
      outs + plane * s.outPlane, s.outChannels, count, s.outChannels, s.inChannels, false, 0, 0, inner,
    );
  }
}

function multiplyByTransposedFilter(s: Winograd, outs: usize, ins: usize, count: i32, inner: usize): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    product(
      outs + plane * s.outPlane, s.outChannels, false, s.filter + plane * s.filterPlane, s.outChannels, true,
      ins + plane * s.inPlane, s.inChannels, count, s.inChannels, s.outChannels, false, 0, 0, inner,
    );
  }
}

function addFilterGradients(
  s: Winograd, ins: usize, outs: usize, sums: usize, count: i32, accumulate: bool, inner: usize,
): void {
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    product(
      ins + plane * s.inPlane, s.inChannels, true, outs + plane * s.outPlane, s.outChannels, false,
      sums + plane * s.filterPlane, s.outChannels, s.inChannels, s.outChannels, count, accumulate, 0, 0, inner,
    );
  }
}
