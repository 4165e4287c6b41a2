// The filter of a convolution by Winograd's algorithm: its planes in the panels that the products read, and what comes of the planes
// of its gradient. A task has NR input channels, whose planes stay in the second-level cache between the two steps.
import { ConvShape } from "./convShape";
import { roundUp } from "./roundUp";
import { giveFilterGradient, transformFilter } from "./loops";
import { WINOGRAD_FILTER, WINOGRAD_FILTER_SUMS } from "./jobs";
import { packColumns, packRows } from "./pack";
import { NR } from "./productTile";
import { jobArguments, share, teamCapacity } from "./team";
import { addRun } from "./vector";
import { planeBytes, PLANES, WinogradShape } from "./winogradShape";
import { LINES_BYTES } from "./winogradTiles";

/** Input channels of a task: a panel, where it is their gradient that is asked for. */
const CHANNELS: i32 = NR;

@unmanaged
export class WinogradFilter extends WinogradShape {
  /** The filter or its gradient. */
  filter: usize;
  /** Its panels; or the planes of its gradient, `parts` times, that are to be added up. */
  planes: usize; parts: i32;
  /** Whether panels are of input channels, as the gradient of the input takes them. */
  turned: bool;
  scratch: usize;

  /** Some of the input channels. */
  run(kind: i32, task: i32, thread: i32): void {
    const lines = this.scratch + (<usize>thread) * threadBytes(this);
    const first = task * CHANNELS;
    const channels = min(CHANNELS, this.inChannels - first);
    const row = (<usize>this.outChannels) << 2;
    const from = (<usize>first) * row;
    if (kind == WINOGRAD_FILTER) packChannels(this, first, channels, from, lines);
    else finishChannels(this, channels, from, lines);
  }
}

// For a thread: the lines of a transformation, and the planes of a task.
function threadBytes(s: WinogradShape): usize {
  return LINES_BYTES + (<usize>PLANES) * planeBytes(CHANNELS, s.outChannels);
}

/** Bytes of a plane of the filter as panels, from `depth` channels to `columns`. */
export function panelsBytes(depth: i32, columns: i32): usize {
  return (<usize>(depth * roundUp(columns, NR))) << 2;
}

/** Bytes of the planes of a filter. */
export function filterBytes(s: WinogradShape): usize {
  return (<usize>PLANES) * s.filterPlane;
}

/** Bytes of a filter as `packWinogradFilter` writes it. */
export function winogradPackedBytes(shape: ConvShape, turned: bool): usize {
  const panels = turned ? panelsBytes(shape.outChannels, shape.inChannels) : panelsBytes(shape.inChannels, shape.outChannels);
  return (<usize>PLANES) * panels;
}

/** Bytes of scratch space that the functions below need. */
export function winogradFilterBytes(s: WinogradShape): usize {
  return threadBytes(s) * (<usize>teamCapacity());
}

function start(shape: ConvShape, filter: usize, planes: usize, scratch: usize): WinogradFilter {
  const job = changetype<WinogradFilter>(jobArguments());
  memory.copy(changetype<usize>(job), changetype<usize>(shape), offsetof<ConvShape>());
  job.filter = filter; job.planes = planes; job.scratch = scratch;
  return job;
}

function tasksOf(s: ConvShape): i32 {
  return (s.inChannels + CHANNELS - 1) / CHANNELS;
}

/** Writes a filter in panels: of output channels, or of input channels for the gradient of the input. */
export function packWinogradFilter(filter: usize, packed: usize, shape: ConvShape, turned: bool, scratch: usize): void {
  const job = start(shape, filter, packed, scratch);
  job.turned = turned;
  share<WinogradFilter>(WINOGRAD_FILTER, tasksOf(job));
}

/** dw from the planes of its gradient, of which there are so many parts; they change. */
export function finishFilterGradient(planes: usize, parts: i32, dw: usize, shape: ConvShape, scratch: usize): void {
  const job = start(shape, dw, planes, scratch);
  job.parts = parts;
  share<WinogradFilter>(WINOGRAD_FILTER_SUMS, tasksOf(job));
}

function packChannels(job: WinogradFilter, first: i32, channels: i32, from: usize, lines: usize): void {
  const outChannels = job.outChannels;
  const plane = planeBytes(CHANNELS, outChannels);
  const bytes = (<usize>(channels * outChannels)) << 2;
  let planes = lines + LINES_BYTES;
  transformFilter(job.filter + from, bytes, job.filterTap, planes, plane, lines);
  const depth = job.turned ? outChannels : job.inChannels;
  const panel = (<usize>(depth * NR)) << 2;
  const panels = panelsBytes(depth, job.turned ? job.inChannels : outChannels);
  let packed = job.planes + (<usize>first) * (job.turned ? panel / (<usize>NR) : (<usize>NR) << 2);
  for (let i = 0; i < PLANES; i++) {
    if (job.turned) packColumns(packed, planes, outChannels, channels, outChannels, NR);
    else {
      let to = packed;
      for (let j = 0; j < outChannels; j += NR) {
        packRows(to, planes + ((<usize>j) << 2), outChannels, min(NR, outChannels - j), channels, NR);
        to += panel;
      }
    }
    planes += plane;
    packed += panels;
  }
}

function finishChannels(job: WinogradFilter, channels: i32, from: usize, lines: usize): void {
  const count = channels * job.outChannels;
  const sums = job.planes + from;
  for (let plane: usize = 0; plane < <usize>PLANES; plane++) {
    const sum = sums + plane * job.filterPlane;
    for (let part = 1; part < job.parts; part++) addRun(sum, sum + (<usize>part) * filterBytes(job), count);
  }
  giveFilterGradient(sums, job.filterPlane, job.filter + from, (<usize>count) << 2, job.filterTap, lines);
}
