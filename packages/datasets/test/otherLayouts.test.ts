// In a process of its own: the caches of the environment are found once.
import { createHash } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { clearCache } from "../src/caches/clearCache.ts";
import { fileCache } from "../src/caches/fileCache.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { verifyCache } from "../src/caches/verifyCache.ts";
import type { DatasetCard, DatasetFile } from "../src/Dataset.ts";
import { defineIdxDataset, type IdxDataset } from "../src/defineIdxDataset.ts";
import { loadMembers } from "../src/loading/loadMembers.ts";
import { hastyTransfer, tiny, tinyTable } from "./tinyDataset.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The files of MNIST and its kin, with tiny contents. */
const files = {
  "train-images-idx3-ubyte.gz": tiny("train-images.gz"),
  "train-labels-idx1-ubyte.gz": tiny("train-labels.gz"),
  "t10k-images-idx3-ubyte.gz": tiny("test-images.gz"),
  "t10k-labels-idx1-ubyte.gz": tiny("test-labels.gz"),
};
const firstLabel = tiny("test-labels.gz").raw[8];

/** A dataset of that name, whose own mirrors are nowhere. */
function named(name: string): IdxDataset {
  const entry = (file: keyof typeof files): DatasetFile => ({ ...files[file].entry, name: file });
  const parts = {
    train: { x: entry("train-images-idx3-ubyte.gz"), y: entry("train-labels-idx1-ubyte.gz") },
    test: { x: entry("t10k-images-idx3-ubyte.gz"), y: entry("t10k-labels-idx1-ubyte.gz") },
  };
  return defineIdxDataset({ ...tinyTable(), name, parts }, hastyTransfer);
}

type Layout = (name: string) => readonly [place: string, zipped: boolean];

/** How people and programs keep them. */
const layouts = (dataset: string, torchvision: string): Record<string, Layout> => ({
  unzipped: (name) => [`${dataset}/${name}`, false],
  "unzipped, with a dot": (name) => [`${dataset}/${name.replace("-idx", ".idx")}`, false],
  "zipped, with a dot": (name) => [`${dataset}/${name.replace("-idx", ".idx")}.gz`, true],
  "unzipped, as torchvision": (name) => [`${torchvision}/raw/${name}`, false],
  "zipped, as torchvision": (name) => [`${torchvision}/raw/${name}.gz`, true],
  "unzipped, in the folder itself": (name) => [name, false],
});

async function layOut(folder: string, layout: Layout): Promise<void> {
  for (const [name, { raw, gz }] of Object.entries(files)) {
    const [place, zipped] = layout(name.replace(/\.gz$/, ""));
    await mkdir(dirname(join(folder, place)), { recursive: true });
    await writeFile(join(folder, place), zipped ? gz : raw);
  }
}

describe.each([
  ["mnist", "MNIST"],
  ["fashion-mnist", "FashionMNIST"],
  ["kmnist", "KMNIST"],
])("load() of %s", (name, torchvision) => {
  test.each(Object.entries(layouts(name, torchvision)))(
    "reads a mirror and a cache that hold its files %s",
    async (_form, layout) => {
      const folder = await temporaryFolder();
      await layOut(folder, layout);
      for (const from of [
        { mirror: folder, cache: noCache },
        { cache: fileCache(folder), offline: true },
      ]) {
        const { train, test: held } = await named(name).load(from);
        expect([train.x.shape, held.x.shape]).toEqual([
          [100, 28, 28, 1],
          [20, 28, 28, 1],
        ]);
        expect(held.y.data[0]).toBe(firstLabel);
      }
    },
  );

  test("reads what torchvision has downloaded, where its environment says or in ./data, and writes nothing there", async () => {
    const [data, caches, working] = [
      await temporaryFolder(),
      await temporaryFolder(),
      await temporaryFolder(),
    ];
    await layOut(data, (file) => [`${torchvision}/raw/${file}`, false]);
    await layOut(join(working, "data"), (file) => [`${torchvision}/raw/${file}.gz`, true]);
    const before = await readdir(data, { recursive: true });
    vi.stubEnv("XDG_CACHE_HOME", caches);
    vi.stubEnv("KERAS_HOME", caches);
    await expect(named(name).load({ offline: true })).rejects.toMatchObject({ code: "OFFLINE" });
    vi.stubEnv("TORCHVISION_DATASETS_HOME", data);
    expect((await named(name).load({ offline: true })).test.y.data[0]).toBe(firstLabel);
    expect(await readdir(data, { recursive: true })).toEqual(before);
    vi.stubEnv("TORCHVISION_DATASETS_HOME", "");
    vi.spyOn(process, "cwd").mockReturnValue(working);
    expect((await named(name).load({ offline: true })).test.y.data[0]).toBe(firstLabel);
  });
});

test("load() takes no other file for its own, whatever it is called", async () => {
  const folder = await temporaryFolder();
  await layOut(folder, (name) => [`mnist/${name}`, false]);
  const wrong = Uint8Array.from(tiny("test-labels.gz").raw).fill(9, 8);
  await writeFile(join(folder, "mnist", "t10k-labels-idx1-ubyte"), wrong);
  await expect(named("mnist").load({ mirror: folder, cache: noCache })).rejects.toMatchObject({
    code: "CHECKSUM_MISMATCH",
  });
  await expect(named("mnist").load({ cache: fileCache(folder), offline: true })).rejects.toMatchObject({
    code: "OFFLINE",
  });
});

test("load() skips a folder that is called as a file is, as some archives have them", async () => {
  const folder = await temporaryFolder();
  await layOut(folder, (name) => [`mnist/${name.replace("-idx", ".idx")}`, false]);
  for (const name of Object.keys(files)) {
    await mkdir(join(folder, "mnist", name.replace(".gz", "")), { recursive: true });
  }
  for (const from of [
    { mirror: folder, cache: noCache },
    { cache: fileCache(folder), offline: true },
  ]) {
    expect((await named("mnist").load(from)).test.y.data[0]).toBe(firstLabel);
  }
});

test("listCache, verifyCache and clearCache know the unzipped files of a cache", async () => {
  const folder = await temporaryFolder();
  await layOut(folder, (name) => [`mnist/${name}`, false]);
  const cache = fileCache(folder);
  const found = await verifyCache(cache, named("mnist"));
  expect(found.map(({ key, state }) => `${key} ${state}`)).toEqual(
    Object.keys(files).map((name) => `mnist/${name.replace(".gz", "")} whole`),
  );
  expect(await clearCache(cache, named("mnist"))).toHaveLength(4);
  expect(await cache.list()).toEqual([]);
});

test.each(["cifar-10/cifar-10-batches-bin", "cifar-10-batches-bin"])(
  "loadMembers(…) reads an unpacked archive in %s of a mirror, and keeps what is whole",
  async (place) => {
    const { raw } = tiny("train-images.gz");
    const sha256 = createHash("sha256").update(raw).digest("hex");
    const member = { name: "cifar-10-batches-bin/test_batch.bin", bytes: raw.length, sha256 };
    const archive = { name: "cifar-10-binary.tar.gz", bytes: 1, sha256: "", members: [member] };
    const card: DatasetCard = { ...named("cifar-10"), files: [archive] };
    const folder = await temporaryFolder();
    await mkdir(join(folder, place), { recursive: true });
    await writeFile(join(folder, place, "test_batch.bin"), raw);
    const cache = memoryCache();
    const got: string[] = [];
    const load = () =>
      loadMembers(card, archive, { mirror: folder, cache }, hastyTransfer, ({ name }, bytes) => {
        got.push(`${name} ${bytes.length}`);
      });
    await load();
    expect(got).toEqual([`${member.name} ${raw.length}`]);
    expect(await cache.list()).toEqual([`cifar-10/${member.name}`]);
    await cache.delete(`cifar-10/${member.name}`);
    await writeFile(join(folder, place, "test_batch.bin"), raw.subarray(1));
    await expect(load()).rejects.toMatchObject({
      code: "CHECKSUM_MISMATCH",
      message: expect.stringContaining(`In the mirror folder ${folder}`),
    });
  },
);
