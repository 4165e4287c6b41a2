import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DatasetError } from "../src/DatasetError.ts";
import { listNpz, parseNpz } from "../src/formats/parseNpz.ts";
import { failure } from "./failure.ts";
import { makeNpy, makeNpz } from "./makeNpz.ts";
import { makeZip } from "./makeZip.ts";
import reference from "./reference/npy.json" with { type: "json" };

const files = Object.entries(reference.npz).map(
  ([name, base64]) => [name, new Uint8Array(Buffer.from(base64, "base64"))] as const,
);

test.each(files)("parseNpz(bytes) reads %s arrays as NumPy does", async (_, bytes) => {
  const arrays = await parseNpz(bytes);
  expect([...arrays.keys()]).toEqual(["x", "y"]);
  expect(arrays.get("x")?.shape).toEqual(reference.npy.fortran.shape);
  expect([...(arrays.get("x")?.data ?? [])]).toEqual(reference.npy.fortran.values);
  expect([...(arrays.get("y")?.data ?? [])]).toEqual(reference.npy.row.values);
});

test.each(files)("parseNpz(bytes) rejects %s arrays with a flipped byte", async (_, bytes) => {
  const flipped = bytes.map((byte, i) => (i === 180 ? byte ^ 1 : byte));
  expect((await failure(parseNpz(flipped))).code).toBe("INVALID_FORMAT");
});

test("parseNpz(bytes) rejects what is no archive, and half of one", async () => {
  const [, bytes] = files[0] ?? ["", new Uint8Array(0)];
  for (const wrong of [new Uint8Array(0), new Uint8Array(100), bytes.subarray(0, 300), bytes.subarray(40)]) {
    expect((await failure(parseNpz(wrong))).code).toBe("INVALID_FORMAT");
  }
});

test("parseNpz(bytes) refuses 65,535 members and a member that promises 4 GiB, at no cost", async () => {
  const [, bytes] = files[1] ?? ["", new Uint8Array(0)];
  const crowded = bytes.slice();
  crowded.fill(255, bytes.length - 12, bytes.length - 10);
  expect((await failure(parseNpz(crowded))).code).toBe("LIMIT_EXCEEDED");
  const vast = bytes.slice();
  const directory = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
  vast.fill(255, directory + 24, directory + 28);
  const before = process.memoryUsage().arrayBuffers;
  expect((await failure(parseNpz(vast))).code).toBe("LIMIT_EXCEEDED");
  vast[directory + 27] = 0x70;
  expect((await failure(parseNpz(vast))).code).toBe("INVALID_FORMAT");
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1e6);
});

test("parseNpz(bytes) gives a result or a DatasetError for any damage", async () => {
  const damaged = fc
    .tuple(fc.constantFrom(...files.map(([, bytes]) => bytes)), fc.nat({ max: 700 }), fc.nat({ max: 255 }))
    .map(([file, at, byte]) => file.map((old, i) => (i === file.length - at ? byte : old)));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array(), damaged), async (bytes) => {
      const fault = await parseNpz(bytes).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(fault === undefined || fault instanceof DatasetError).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test("parseNpz(bytes, { names }) unpacks these and no others, and listNpz(bytes) names all", async () => {
  const x = { data: new Uint8Array([1, 2]), shape: [2] };
  const y = { data: new Float64Array([0.5]), shape: [1] };
  const bytes = makeNpz({ x, y });
  expect(listNpz(bytes)).toEqual(["x", "y"]);
  expect(await parseNpz(bytes, { names: ["y", "z"] })).toEqual(new Map([["y", y]]));
  // What is not asked for may be anything.
  const strange = makeZip({ "x.npy": new Uint8Array(9), "y.npy": makeNpy(y) });
  expect(await parseNpz(strange, { names: ["y"] })).toEqual(new Map([["y", y]]));
});

test("listNpz(bytes) takes the ending from names, and nothing else", () => {
  const bytes = makeZip({ "a.npy.b.npy": new Uint8Array(1), "c.npyx": new Uint8Array(1) });
  expect(listNpz(bytes)).toEqual(["a.npy.b", "c.npyx"]);
});
