// In a process of its own: the caches of the environment are found once.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { requireMirror, temporaryFolder } from "@minibatch/testing";
import { expect, test, vi } from "vitest";
import { kerasCache } from "../src/caches/kerasCache.node.ts";
import { mnist } from "../src/mnist.ts";
import { parseIdx } from "../src/formats/parseIdx.ts";
import { makeNpz } from "./makeNpz.ts";

const bytes = new Uint8Array([1, 2, 3]);

test("kerasCache(folder) gives the arrays of mnist.npz as IDX files", async () => {
  const folder = await temporaryFolder();
  const images = { data: new Uint8Array(2 * 784).map((_, i) => i), shape: [2, 28, 28] };
  const labels = { data: new Uint8Array([7, 1]), shape: [2] };
  await writeFile(join(folder, "mnist.npz"), makeNpz({ x_test: images, y_test: labels }));
  const { get } = kerasCache(folder);
  const idx = async (name: string) => parseIdx((await get(`mnist/${name}`)) ?? new Uint8Array(0));
  expect(await idx("t10k-images-idx3-ubyte.gz")).toEqual(images);
  expect(await idx("t10k-labels-idx1-ubyte.gz")).toEqual(labels);
  expect(await get("mnist/train-images-idx3-ubyte.gz")).toBeUndefined();
});

test("kerasCache(folder) gives the files that Keras keeps as they are", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "fashion-mnist"));
  await writeFile(join(folder, "fashion-mnist", "a.gz"), bytes);
  await writeFile(join(folder, "boston_housing.npz"), bytes);
  const { get } = kerasCache(folder);
  expect(await get("fashion-mnist/a.gz")).toEqual(bytes);
  expect(await get("boston-housing/boston_housing.npz")).toEqual(bytes);
  for (const key of ["fashion-mnist/b.gz", "boston-housing/housing.data", "cifar-10/a.bin", "mnist/a.gz"]) {
    expect(await get(key)).toBeUndefined();
  }
});

test("kerasCache(folder) has nothing where there is no Keras", async () => {
  const { get } = kerasCache(join(await temporaryFolder(), "none"));
  expect(await get("mnist/train-images-idx3-ubyte.gz")).toBeUndefined();
  expect(await get("boston-housing/boston_housing.npz")).toBeUndefined();
});

test("load() reads what Keras has downloaded, never writes there, and keeps to its checksums", async (context) => {
  const mirror = requireMirror(context);
  const [home, cacheHome] = [await temporaryFolder(), await temporaryFolder()];
  const datasets = join(home, "datasets");
  await mkdir(datasets);
  const read = async (name: string) =>
    parseIdx(new Uint8Array(gunzipSync(await readFile(join(mirror, "mnist", name)))));
  const y_test = await read("t10k-labels-idx1-ubyte.gz");
  const x_test = await read("t10k-images-idx3-ubyte.gz");
  const y_train = { ...y_test, data: y_test.data.slice() };
  await writeFile(join(datasets, "mnist.npz"), makeNpz({ x_test, y_test, y_train }));
  vi.stubEnv("KERAS_HOME", home);
  vi.stubEnv("XDG_CACHE_HOME", cacheHome);
  const { test } = await mnist.load({ split: "test", offline: true });
  expect([...test.y.data.subarray(0, 5)]).toEqual([7, 2, 1, 0, 4]);
  expect(test.x.shape).toEqual([10_000, 28, 28, 1]);
  // Labels of the test part in place of those for training.
  await expect(mnist.load({ limit: { train: 1, test: 0 }, offline: true })).rejects.toMatchObject({
    code: "OFFLINE",
  });
  vi.unstubAllEnvs();
});
