import { expect, it } from "vitest";
import { readSegments } from "../src/serve/Segment.ts";
import { tarBytes, tarSegments } from "../src/serve/tarSegments.ts";

function segment(bytes: Uint8Array, onRead?: () => void) {
  return {
    length: bytes.length,
    read: () => {
      onRead?.();
      return Promise.resolve(bytes);
    },
  };
}

it("tarSegments(members) fills blocks of 512 bytes", () => {
  const lengths = tarSegments([{ name: "a", contents: segment(new Uint8Array(513)) }]).map(
    ({ length }) => length,
  );
  expect(lengths).toEqual([512, 513, 511, 1024]);
  expect(tarBytes([513])).toBe(512 + 1024 + 1024);
});

it("readSegments(segments, range) reads no segment that the range does not touch", async () => {
  const read: number[] = [];
  const segments = [0, 1, 2].map((number) =>
    segment(new Uint8Array(10).fill(number), () => read.push(number)),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of readSegments(segments, { start: 8, end: 20 })) pieces.push(piece);
  expect(pieces.map((piece) => [...piece])).toEqual([[0, 0], new Array(10).fill(1)]);
  expect(read).toEqual([0, 1]);
});
