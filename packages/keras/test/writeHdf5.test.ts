import { expect, it } from "vitest";
import { findNode } from "../src/hdf5/findNode.ts";
import type { Hdf5Draft } from "../src/hdf5/Hdf5Draft.ts";
import { readHdf5 } from "../src/hdf5/readHdf5.ts";
import { writeHdf5 } from "../src/hdf5/writeHdf5.ts";

const values = (value: number): Hdf5Draft => ({ shape: [1], data: Float32Array.of(value) });
const group = (...names: readonly string[]): Hdf5Draft & { readonly children: Map<string, Hdf5Draft> } => ({
  children: new Map(names.map((name, at) => [name, values(at)])),
});

it("writeHdf5(root) lists names by their bytes, in which HDF5 searches, however they come", async () => {
  const names = ["kernel", "bias", "ä", "Z", "a", "layer_10", "layer_9"];
  const sorted = [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const given of [names, [...names].reverse(), sorted]) {
    const root = await readHdf5(writeHdf5(group(...given)));
    expect([...root.children.keys()]).toEqual(sorted);
    for (const [at, name] of given.entries()) {
      expect([...((await root.children.get(name)?.dataset?.read())?.data ?? [])]).toEqual([at]);
    }
  }
});

// Lists grow with the largest group: 32 of them in a tree.
it.each([0, 1, 8, 9, 256, 257, 700])("writeHdf5(root) of a group of %i finds each again", async (count) => {
  const inner = group(...Array.from({ length: count }, (_, at) => `entry${at}`));
  const root = await readHdf5(writeHdf5({ children: new Map([["inner", inner]]) }));
  expect(findNode(root, "inner")?.children.size).toBe(count);
  for (const at of [0, count >> 1, count - 1].filter((at) => at >= 0 && at < count)) {
    expect([...((await findNode(root, `inner/entry${at}`)?.dataset?.read())?.data ?? [])]).toEqual([at]);
  }
});
