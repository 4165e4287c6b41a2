import { addRun } from "./vector";

/** out[segments, inner]: the sum of the rows of x[count, inner] for each id; ids outside the range are dropped. */
export function unsortedSegmentSum(x: usize, ids: usize, out: usize, count: i32, inner: i32, segments: i32): void {
  const rowBytes = (<usize>inner) << 2;
  memory.fill(out, 0, (<usize>segments) * rowBytes);
  for (let i = 0; i < count; i++) {
    const id = load<i32>(ids + ((<usize>i) << 2));
    if (id >= 0 && id < segments) addRun(out + (<usize>id) * rowBytes, x, inner);
    x += rowBytes;
  }
}
