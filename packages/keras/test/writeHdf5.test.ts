import { expect, it } from "vitest";
import { findNode } from "../src/hdf5/findNode.ts";
import type { Hdf5Draft } from "../src/hdf5/Hdf5Draft.ts";
import { textAttributes } from "../src/hdf5/textAttributes.ts";
import { textsAttribute } from "../src/hdf5/textAttribute.ts";
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

// What libhdf5 counts on, by the specification of version 0: a reader that follows addresses alone would not notice.
it.each([3, 300, 700])(
  "writeHdf5(root) of a group of %i gives trees, lists and heaps their room",
  async (count) => {
    const texts = Array.from({ length: count }, (_, at) => `text ${at}`);
    const inner = group(...texts.map((_, at) => `entry${at}`));
    const empty: Hdf5Draft = { shape: [0], data: new Float32Array(0) };
    const bytes = writeHdf5(
      {
        children: new Map<string, Hdf5Draft>([
          ["empty", empty],
          ["inner", inner],
        ]),
        attributes: { texts },
      },
      textAttributes,
    );
    const view = new DataView(bytes.buffer);
    const word = (at: number): bigint => view.getBigUint64(at, true);
    const none = 2n ** 64n - 1n;
    const signature = (at: number): string => Buffer.from(bytes.subarray(at, at + 4)).toString("latin1");
    const places = (wanted: string): number[] =>
      Array.from({ length: bytes.length - 3 }, (_, at) => at).filter((at) => signature(at) === wanted);
    // The base, no free space, the end of the file, no driver.
    expect([24, 32, 40, 48].map(word)).toEqual([0n, none, BigInt(bytes.length), none]);
    const [leafRank, treeRank] = [view.getUint16(16, true), view.getUint16(18, true)];
    // A tree of one node has twice its rank of lists, and a list twice its rank of names: no more than needed, but four.
    expect(treeRank).toBe(16);
    expect(leafRank).toBe(Math.max(4, Math.ceil(count / 32 / 2)));
    // Behind a list of names stands the next one, or the tree; behind a tree the header of its group.
    const lists = places("SNOD");
    expect(lists).toHaveLength(1 + Math.ceil(count / (2 * leafRank)));
    for (const at of lists) {
      expect(["SNOD", "TREE"]).toContain(signature(at + 8 + 2 * leafRank * 40));
    }
    const trees = places("TREE");
    expect(trees).toHaveLength(2);
    for (const at of trees) {
      expect([word(at + 8), word(at + 16)]).toEqual([none, none]);
      expect(view.getUint16(at + 24 + 8 * (2 * 32 + 1), true)).toBe(1);
    }
    // A heap of texts is as long as it says, and what is left of it is its last object.
    const [heap = 0] = places("GCOL");
    const heapEnd = heap + Number(word(heap + 8));
    let at = heap + 16;
    for (const [index, text] of texts.entries()) {
      expect([view.getUint16(at, true), Number(word(at + 8))]).toEqual([index + 1, text.length]);
      at += 16 + Math.ceil(text.length / 8) * 8;
    }
    expect([view.getUint16(at, true), at + Number(word(at + 8))]).toEqual([0, heapEnd]);
    expect(heapEnd - heap).toBe(Math.max(4096, at - heap + 16));
    // Nothing was written into the heap's rest: the first data behind it is a data set's.
    expect(bytes.subarray(at + 16, heapEnd).every((byte) => byte === 0)).toBe(true);
    const root = await readHdf5(bytes);
    expect(textsAttribute(root, "texts")).toEqual(texts);
    expect(await findNode(root, "empty")?.dataset?.read()).toEqual({ shape: [0], data: new Float32Array(0) });
  },
);

it("textsAttribute(node, name) joins a list that h5py cut, as Keras has it for long ones", async () => {
  const attributes = { names0: ["a", "b"], names1: ["c"], names3: ["not joined"] };
  const root = await readHdf5(writeHdf5({ children: new Map(), attributes }, textAttributes));
  expect(textsAttribute(root, "names")).toEqual(["a", "b", "c"]);
  expect(textsAttribute(root, "none")).toEqual([]);
});
