// Where the windows of a convolution begin, and where in a window its taps lie: two lists of bytes, whose sums are where a value is read. Then
// a loop over taps, or over positions, is one, and need not be three of which the inner ones are short.
import { ConvShape } from "./convShape";

// Behind a list there are zeros, for the rows of a last tile that are none.
const ZEROS: i32 = 8;

@unmanaged
export class ListedWindows extends ConvShape {
  /** Images that are worked on together. */
  group: i32;
  /** Addresses of the lists: where the windows of all positions of a group begin, and where the taps of one lie. */
  positions: usize; tapOffsets: usize;
}

/** Bytes of both lists, for groups of so many images. */
export function listsBytes(shape: ConvShape, group: i32): usize {
  return positionsBytes(shape, group) + tapsBytes(shape);
}

/** Writes both lists, and gives where they end. */
export function listWindows(job: ListedWindows, to: usize): usize {
  job.positions = to;
  job.tapOffsets = to + positionsBytes(job, job.group);
  listPositions(job, job.group, job.positions);
  listTaps(job, job.tapOffsets);
  return job.tapOffsets + tapsBytes(job);
}

function positionsBytes(shape: ConvShape, images: i32): usize {
  return (<usize>(images * shape.outHeight * shape.outWidth + ZEROS)) << 2;
}

function tapsBytes(shape: ConvShape): usize {
  return (<usize>(shape.taps + ZEROS)) << 2;
}

function listPositions(shape: ConvShape, images: i32, to: usize): void {
  const height = shape.sourceHeight;
  const width = shape.sourceWidth;
  const pixel = shape.inChannels << 2;
  const right = shape.strideWidth * pixel;
  for (let n = 0; n < images; n++) {
    for (let oy = 0; oy < shape.outHeight; oy++) {
      let at = (n * height + oy * shape.strideHeight) * width * pixel;
      for (let ox = 0; ox < shape.outWidth; ox++) {
        store<i32>(to, at);
        to += 4;
        at += right;
      }
    }
  }
  memory.fill(to, 0, <usize>ZEROS << 2);
}

function listTaps(shape: ConvShape, to: usize): void {
  const width = shape.sourceWidth;
  const pixel = shape.inChannels << 2;
  for (let fy = 0; fy < shape.filterHeight; fy++) {
    for (let fx = 0; fx < shape.filterWidth; fx++) {
      let at = (fy * shape.dilationHeight * width + fx * shape.dilationWidth) * pixel;
      for (let c = 0; c < shape.inChannels; c++) {
        store<i32>(to, at);
        to += 4;
        at += 4;
      }
    }
  }
  memory.fill(to, 0, <usize>ZEROS << 2);
}
