import { expect, test } from "vitest";
import { releasingPieces } from "../src/formats/releasingPieces.node.ts";

async function* pieces(...all: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* all;
}

test("releasingPieces(pieces) frees each piece when the next one is asked for, and the last one at the end", async () => {
  const [one, two] = [new Uint8Array(100).fill(1), new Uint8Array(200).fill(2)];
  const reader = releasingPieces(pieces(one, two));
  expect((await reader.next()).value).toBe(one);
  expect(one).toHaveLength(100);
  expect((await reader.next()).value).toBe(two);
  expect(one).toHaveLength(0);
  expect(two).toHaveLength(200);
  expect((await reader.next()).done).toBe(true);
  expect(two).toHaveLength(0);
});

test("releasingPieces(pieces) keeps an array until all pieces of it are through", async () => {
  const whole = new Uint8Array(100).map((_, i) => i);
  const seen: number[] = [];
  for await (const piece of releasingPieces(pieces(whole.subarray(0, 50), whole.subarray(50)))) {
    seen.push(...piece);
  }
  expect(seen).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(whole).toHaveLength(0);
});

test("releasingPieces(pieces) keeps what whoever leaves early may still be writing to", async () => {
  const one = new Uint8Array(100);
  for await (const _ of releasingPieces(pieces(one, one))) break;
  expect(one).toHaveLength(100);
});

test("releasingPieces(pieces) leaves the array in which Node puts small buffers", async () => {
  const [small, neighbour] = [Buffer.from("small"), Buffer.from("neighbour")];
  for await (const piece of releasingPieces(pieces(small))) expect(piece).toBe(small);
  expect(neighbour.toString()).toBe("neighbour");
});
