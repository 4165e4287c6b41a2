/** A part of a body whose length is known before it is read. */
export interface Segment {
  readonly length: number;
  read(): Promise<Uint8Array>;
}

/** Reads a range of segments that follow each other, one at a time, and only those that it touches. */
export async function* readSegments(
  segments: readonly Segment[],
  { start, end }: { readonly start: number; readonly end: number },
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const segment of segments) {
    const [from, to] = [Math.max(0, start - at), Math.min(segment.length, end - at)];
    at += segment.length;
    if (from < to) yield (await segment.read()).subarray(from, to);
  }
}
