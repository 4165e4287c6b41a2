// The gradient of a convolution's input, NHWC. Either a convolution of dy with the filter turned round, which is as fast as a
// convolution goes but also multiplies what lies outside of dy; or a product of dy with the filter, whose rows are windows
// that are added up where they overlap.
import { addWindows } from "./addWindows";
import { convolvePacked, conv2dScratchBytes } from "./convolution";
import { ConvShape } from "./convShape";
import { COLUMNS, lastPanel, panelColumns, panelledChannels } from "./directPanels";
import { product, productScratchBytes } from "./product";
import { INPUT_GRADIENT } from "./jobs";
import { packColumns } from "./pack";
import { jobArguments, share, teamCapacity, teamSize } from "./team";
import { isFiniteRun, zeroRun } from "./vector";
import { winogradInputGradient, winogradScratchBytes } from "./winograd";
import { packWinogradFilter, winogradPackedBytes } from "./winogradFilter";
import { isWinograd } from "./winogradShape";

// A few hundred windows at a time, so that they never leave the cache.
const WINDOW_ROWS: i32 = 252;
const WINDOW_FLOATS: i32 = 262144;
// How much more a turned convolution may multiply and still be faster.
const WORTH: f64 = 1.2;

@unmanaged
export class InputGradient extends ConvShape {
  dy: usize; filter: usize; dx: usize;
  /** Images of a task. */
  images: i32;
  scratch: usize; scratchBytes: usize;

  /** Some of the images. */
  run(job: i32, task: i32, thread: i32): void {
    const taps = this.taps;
    const windows = this.scratch + (<usize>thread) * this.scratchBytes;
    const rows = rowsAtOnce(taps);
    const inner = windows + ((<usize>(rows * taps)) << 2);
    const image = this.inHeight * this.inWidth * this.inChannels;
    const positions = this.outHeight * this.outWidth;
    const firstImage = task * this.images;
    const images = min(this.images, this.batch - firstImage);
    zeroRun(this.dx + (((<usize>firstImage) * (<usize>image)) << 2), images * image);
    const end = (firstImage + images) * positions;
    for (let first = firstImage * positions; first < end; first += rows) {
      const count = min(rows, end - first);
      const dyRows = this.dy + (((<usize>first) * (<usize>this.outChannels)) << 2);
      product(
        dyRows, this.outChannels, false, this.filter, this.outChannels, true, windows, taps, count, taps, this.outChannels,
        false, 0, 0, inner,
      );
      addWindows(this, this.dx, windows, first, count);
    }
  }
}

function rowsAtOnce(taps: i32): i32 {
  return max(16, min(WINDOW_ROWS, WINDOW_FLOATS / taps));
}

function threadBytes(shape: ConvShape): usize {
  const rows = rowsAtOnce(shape.taps);
  return ((<usize>(rows * shape.taps)) << 2) + productScratchBytes(rows, shape.taps, shape.outChannels);
}

function isTurned(s: ConvShape): bool {
  if (s.strideHeight != 1 || s.strideWidth != 1) return false;
  if (s.padTop > (s.filterHeight - 1) * s.dilationHeight || s.padLeft > (s.filterWidth - 1) * s.dilationWidth) {
    return false;
  }
  return <f64>(s.inHeight * s.inWidth) <= WORTH * <f64>(s.outHeight * s.outWidth);
}

// The convolution of dy: its output is dx, and its padding what the windows reach beyond dy.
function turn(s: ConvShape, turned: ConvShape): void {
  memory.copy(changetype<usize>(turned), changetype<usize>(s), offsetof<ConvShape>());
  turned.inHeight = s.outHeight; turned.inWidth = s.outWidth; turned.inChannels = s.outChannels;
  turned.outHeight = s.inHeight; turned.outWidth = s.inWidth; turned.outChannels = s.inChannels;
  turned.padTop = (s.filterHeight - 1) * s.dilationHeight - s.padTop;
  turned.padLeft = (s.filterWidth - 1) * s.dilationWidth - s.padLeft;
}

function turnedFilterBytes(s: ConvShape): usize {
  return (<usize>(s.filterHeight * s.filterWidth * s.outChannels * panelledChannels(s.inChannels))) << 2;
}

/** Bytes of scratch space that `conv2dBackpropInput` needs; `shape` is the address of two ConvShapes, the second free. */
export function inputGradientScratchBytes(shape: usize): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradScratchBytes(s);
  if (!isTurned(s)) return threadBytes(s) * (<usize>teamCapacity());
  const turned = changetype<ConvShape>(shape + offsetof<ConvShape>());
  turn(s, turned);
  return turnedFilterBytes(s) + conv2dScratchBytes(changetype<usize>(turned), false);
}

/** Bytes of a filter as `packInputGradient` writes it, or 0 where it is read where it lies; `shape` as above. */
export function inputGradientPackedBytes(shape: usize): usize {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradPackedBytes(s, true);
  return isTurned(s) ? turnedFilterBytes(s) : 0;
}

/** As `packConv2d`, for `conv2dBackpropInput`; the scratch space is that of it. */
export function packInputGradient(filter: usize, packed: usize, shape: usize, scratch: usize): bool {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) {
    packWinogradFilter(filter, packed, s, true, scratch);
    return true;
  }
  const turned = changetype<ConvShape>(shape + offsetof<ConvShape>());
  turn(s, turned);
  if (turned.padded && !isFiniteRun(filter, s.taps * s.outChannels)) return false;
  packTurned(s, filter, packed);
  return true;
}

/** Whether `conv2dBackpropInput` takes the gradient of a pooling as it is: elsewhere that of the outputs has to be written. */
export function inputGradientOfPooled(shape: usize): bool {
  return isWinograd(changetype<ConvShape>(shape));
}

/**
 * dx[batch, inHeight, inWidth, inChannels] from dy and the filter; `shape` as above.
 *
 * @param places as in `conv2dBackpropFilter`, where `inputGradientOfPooled`; `positive` likewise
 * @param packed what `packInputGradient` wrote, or 0
 * @returns whether that is the result; otherwise something is not finite, and `plainBackpropInput` has to compute it
 */
export function conv2dBackpropInput(
  dy: usize, places: usize, positive: usize, filter: usize, packed: usize, dx: usize, shape: usize, scratch: usize,
): bool {
  const s = changetype<ConvShape>(shape);
  if (isWinograd(s)) return winogradInputGradient(dy, places, positive, filter, packed, dx, s, scratch);
  if (isTurned(s)) {
    if (!packed) {
      if (!packInputGradient(filter, scratch, shape, 0)) return false;
      packed = scratch;
    }
    const turned = changetype<ConvShape>(shape + offsetof<ConvShape>());
    turn(s, turned);
    convolvePacked(dy, packed, 0, 0, dx, false, 0, turned, scratch + turnedFilterBytes(s));
    return true;
  }
  const job = changetype<InputGradient>(jobArguments());
  memory.copy(changetype<usize>(job), shape, offsetof<ConvShape>());
  job.dy = dy; job.filter = filter; job.dx = dx;
  job.images = (job.batch + 4 * teamSize() - 1) / (4 * teamSize());
  job.scratch = scratch; job.scratchBytes = threadBytes(job);
  share<InputGradient>(INPUT_GRADIENT, (job.batch + job.images - 1) / job.images);
  return true;
}

// Panels of input channels, the taps from the last to the first.
function packTurned(s: ConvShape, filter: usize, packed: usize): void {
  const places = s.filterHeight * s.filterWidth;
  const tapFloats = s.inChannels * s.outChannels;
  for (let j = 0; j <= lastPanel(s.inChannels); j += COLUMNS) {
    const width = panelColumns(s.inChannels - j);
    for (let place = places - 1; place >= 0; place--) {
      const from = filter + ((<usize>(place * tapFloats + j * s.outChannels)) << 2);
      packColumns(packed, from, s.outChannels, min(width, s.inChannels - j), s.outChannels, width);
      packed += (<usize>(s.outChannels * width)) << 2;
    }
  }
}
