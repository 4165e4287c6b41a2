import { createHash } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test } from "vitest";
import type { LoadProgress, TrainTest } from "../src/Dataset.ts";
import { fileCache } from "../src/caches/fileCache.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { failure } from "./failure.ts";
import { startChild } from "./startChild.ts";
import { type Answer, send, startServer, status } from "./startServer.ts";
import { layOutMirror, tiny, tinyDataset, tinyFiles, tinyTable } from "./tinyDataset.ts";

const trainImages = tiny("train-images.gz");
const trainLabels = tiny("train-labels.gz");

/** Serves the tiny dataset, both as one of its own mirrors and under `tiny/`. */
const serveTiny: Answer = (request, response) => {
  const file = tinyFiles[request.url?.split("/").at(-1) ?? ""];
  (file ? send(file.gz) : status(404))(request, response);
};

async function mirrorFolder(changes?: Readonly<Record<string, Uint8Array | undefined>>): Promise<string> {
  const folder = await temporaryFolder();
  await layOutMirror(folder, changes);
  return folder;
}

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Shapes and checksums of what was loaded: large arrays are slow to compare. */
function contentOf({ train, test }: TrainTest<Uint8Array, Uint8Array>): unknown {
  return [train.x, train.y, test.x, test.y].map(({ data, shape }) => ({ shape, sha256: hash(data) }));
}

const tinyContent = [
  { shape: [100, 28, 28, 1], sha256: hash(trainImages.raw.subarray(16)) },
  { shape: [100], sha256: hash(tiny("train-labels.gz").raw.subarray(8)) },
  { shape: [20, 28, 28, 1], sha256: hash(tiny("test-images.gz").raw.subarray(16)) },
  { shape: [20], sha256: hash(tiny("test-labels.gz").raw.subarray(8)) },
];

test("load() reads the dataset's mirrors, then the cache", async () => {
  const server = await startServer(serveTiny);
  const dataset = tinyDataset(server.url);
  const cache = memoryCache();
  expect(contentOf(await dataset.load({ cache }))).toEqual(tinyContent);
  expect(server.requests).toEqual(dataset.files.map(({ name }) => `GET /${name}`));
  expect(contentOf(await dataset.load({ cache, offline: true }))).toEqual(tinyContent);
  expect(server.requests).toHaveLength(4);
  expect(await cache.list()).toEqual(dataset.files.map(({ name }) => `tiny/${name}`));
});

test("load({ mirror }) reads a folder, a file: address and an http: address in place of the dataset's mirrors", async () => {
  const own = await startServer(serveTiny);
  const folder = await mirrorFolder();
  const server = await startServer(serveTiny);
  const dataset = tinyDataset(own.url);
  for (const mirror of [folder, pathToFileURL(folder).href, server.url, server.url.slice(0, -1)]) {
    expect(contentOf(await dataset.load({ mirror, cache: noCache }))).toEqual(tinyContent);
  }
  expect(server.requests).toContain("GET /tiny/train-images.gz");
  expect(own.requests).toEqual([]);
});

test("load({ mirror, offline }) reads a mirror folder", async () => {
  expect(
    contentOf(await tinyDataset().load({ mirror: await mirrorFolder(), offline: true, cache: noCache })),
  ).toEqual(tinyContent);
});

test("load({ mirror }) with a file that is missing throws NOT_FOUND and asks nobody else", async () => {
  const own = await startServer(serveTiny);
  const folder = await mirrorFolder({ "train-labels.gz": undefined });
  const error = await failure(tinyDataset(own.url).load({ mirror: folder, cache: noCache }));
  expect(error.code).toBe("NOT_FOUND");
  expect(error.message).toContain(`The mirror folder ${folder} has no tiny/train-labels.gz`);
  expect(own.requests).toEqual([]);
});

test("load({ mirror }) with a truncated file throws CHECKSUM_MISMATCH with what was expected and found", async () => {
  const own = await startServer(serveTiny);
  const folder = await mirrorFolder({ "train-images.gz": trainImages.gz.subarray(0, 1000) });
  const cache = memoryCache();
  const error = await failure(tinyDataset(own.url).load({ mirror: folder, cache }));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(error.message).toContain(folder);
  expect(error.message).toContain(
    `expected ${trainImages.gz.length} bytes with SHA-256 ${trainImages.entry.sha256}, found 1000 bytes`,
  );
  expect(own.requests).toEqual([]);
  expect(await cache.list()).toEqual([]);
});

test("load({ mirror }) with a file in place of the folder says so", async () => {
  const file = join(await temporaryFolder(), "mirror.txt");
  await writeFile(file, "");
  const error = await failure(tinyDataset().load({ mirror: file, cache: noCache }));
  expect(error).toMatchObject({
    code: "INVALID_ARGUMENT",
    message: `mirror must be a folder or an address, got the file ${file}`,
  });
});

test("load({ mirror }) with a folder in place of a file throws NOT_FOUND", async () => {
  const folder = await mirrorFolder({ "train-images.gz": undefined });
  await layOutMirror(join(folder, "tiny", "train-images.gz"));
  const error = await failure(tinyDataset().load({ mirror: folder, cache: noCache }));
  expect(error.code).toBe("NOT_FOUND");
  expect(error.message).toContain("Could not read");
});

test.each(["", "ftp://example.org/data"])("load({ mirror: %j }) throws INVALID_ARGUMENT", async (mirror) => {
  expect((await failure(tinyDataset().load({ mirror, cache: noCache }))).code).toBe("INVALID_ARGUMENT");
});

test("load({ offline }) with nothing in the cache throws OFFLINE and says what to do", async () => {
  const server = await startServer(serveTiny);
  for (const mirror of [undefined, server.url]) {
    const error = await failure(tinyDataset(server.url).load({ offline: true, mirror, cache: noCache }));
    expect(error.code).toBe("OFFLINE");
    expect(error.message).toMatch(/without `offline`, or pass `mirror`/);
  }
  expect(server.requests).toEqual([]);
});

test("load({ limit }) gives the first rows and unzips no more", async () => {
  const mirror = await mirrorFolder();
  const load = (limit: Parameters<ReturnType<typeof tinyDataset>["load"]>[0]) =>
    tinyDataset().load({ mirror, cache: noCache, ...limit });
  const { train, test } = await load({ limit: 30 });
  expect(train.x.shape).toEqual([30, 28, 28, 1]);
  expect(hash(train.x.data)).toBe(hash(trainImages.raw.subarray(16, 16 + 30 * 784)));
  expect(train.y).toEqual({ data: trainLabels.raw.subarray(8, 38), shape: [30] });
  expect(test.x.shape).toEqual([20, 28, 28, 1]);
  expect(train.x.data.buffer.byteLength).toBeLessThan(31 * 784);
  expect((await load({ limit: { test: 1 } })).test.y.shape).toEqual([1]);
  expect((await load({ limit: { test: 1 } })).train.y.shape).toEqual([100]);
  for (const limit of [-1, 1.5, { train: Number.NaN }]) {
    expect((await failure(load({ limit }))).code).toBe("INVALID_ARGUMENT");
  }
});

test("load({ limit: { test: 0 } }) does not read the test part", async () => {
  const server = await startServer(serveTiny);
  const { train, test } = await tinyDataset(server.url).load({ limit: { test: 0 }, cache: noCache });
  expect(train.y.shape).toEqual([100]);
  expect(test.x).toEqual({ data: new Uint8Array(0), shape: [0, 28, 28, 1] });
  expect(server.requests).toHaveLength(2);
});

test("load({ onProgress }) reports each file to its end, and where it comes from", async () => {
  const folder = await mirrorFolder();
  const cache = memoryCache();
  const ends = async (): Promise<LoadProgress[]> => {
    const last = new Map<string, LoadProgress>();
    await tinyDataset().load({ mirror: folder, cache, onProgress: (event) => last.set(event.file, event) });
    return [...last.values()];
  };
  const expected = (source: string): LoadProgress[] =>
    tinyDataset().files.map(({ name, bytes }) => ({
      file: name,
      source,
      loadedBytes: bytes,
      totalBytes: bytes,
    }));
  expect(await ends()).toEqual(expected(folder));
  expect(await ends()).toEqual(expected("cache"));
});

test("load({ signal }) rejects with the signal's reason, from a folder, a server and the cache", async () => {
  const server = await startServer(serveTiny);
  const cache = memoryCache();
  const reason = new Error("changed my mind");
  const sources = [
    { mirror: await mirrorFolder(), cache: noCache },
    { cache: noCache },
    { cache, offline: true },
  ];
  await tinyDataset(server.url).load({ cache });
  for (const source of sources) {
    const dataset = tinyDataset(server.url);
    const controller = new AbortController();
    const options = { ...source, signal: controller.signal, onProgress: () => controller.abort(reason) };
    await expect(dataset.load(options)).rejects.toBe(reason);
    await expect(dataset.load(options)).rejects.toBe(reason);
  }
});

test("load() called twice at once downloads each file once", async () => {
  const server = await startServer(serveTiny);
  const dataset = tinyDataset(server.url);
  // With a cache: without one, a load that falls behind finds a file on its way no longer.
  const cache = memoryCache();
  const [one, two] = await Promise.all([dataset.load({ cache }), dataset.load({ cache })]);
  expect(contentOf(one)).toEqual(tinyContent);
  expect(contentOf(two)).toEqual(tinyContent);
  expect(server.requests).toHaveLength(4);
  one.train.x.data.fill(0);
  expect(contentOf(two)).toEqual(tinyContent);
});

test("load() keeps nothing of a body that was unzipped on the way but its values", async () => {
  const server = await startServer((request, response) => {
    response.setHeader("Content-Encoding", "gzip");
    serveTiny(request, response);
  });
  const cache = memoryCache();
  const dataset = tinyDataset(server.url);
  const [one, two] = await Promise.all([dataset.load({ cache }), dataset.load({ cache })]);
  expect(contentOf(one)).toEqual(tinyContent);
  one.train.x.data.fill(0);
  expect(contentOf(two)).toEqual(tinyContent);
  two.train.x.data.fill(0);
  expect(contentOf(await dataset.load({ cache, offline: true }))).toEqual(tinyContent);
});

test("load() replaces a cached file with a flipped byte and never serves it", async () => {
  const folder = await temporaryFolder();
  const cache = fileCache(folder);
  const server = await startServer(serveTiny);
  const dataset = tinyDataset(server.url);
  await dataset.load({ cache });
  const flipped = trainImages.gz.map((byte, i) => (i === 5000 ? byte ^ 1 : byte));
  await writeFile(join(folder, "tiny", "train-images.gz"), flipped);
  expect((await failure(dataset.load({ cache, offline: true }))).code).toBe("OFFLINE");
  expect(contentOf(await dataset.load({ cache }))).toEqual(tinyContent);
  expect(server.requests).toHaveLength(5);
  expect(contentOf(await dataset.load({ cache, offline: true }))).toEqual(tinyContent);
});

test("load() works with a cache folder that cannot be made", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "no folder");
  expect(
    contentOf(await tinyDataset().load({ mirror: await mirrorFolder(), cache: fileCache(file) })),
  ).toEqual(tinyContent);
});

/** Loads the tiny dataset in another process, which prints the SHA-256 of its training images. */
async function loadInChild(mirror: string, cache: string, prelude?: string): Promise<string> {
  const child = await startChild(
    `import { createHash } from "node:crypto";
     import { defineIdxDataset } from "$src/defineIdxDataset.js";
     import { fileCache } from "$src/caches/fileCache.js";
     const [, table, mirror, cache] = process.argv;
     const { train } = await defineIdxDataset(JSON.parse(table)).load({ mirror, cache: fileCache(cache) });
     console.log(createHash("sha256").update(train.x.data).digest("hex"));`,
    [JSON.stringify(tinyTable()), mirror, cache],
    prelude === undefined ? {} : { prelude },
  );
  const [output] = await Promise.all([child.stdout.setEncoding("utf8").toArray(), once(child, "exit")]);
  return output.join("").trim();
}

const trainImagesSha256 = hash(trainImages.raw.subarray(16));

test("load() in several processes at once fills one cache", async () => {
  const cache = await temporaryFolder();
  const server = await startServer((request, response) => {
    setTimeout(() => serveTiny(request, response), 20);
  });
  const sums = await Promise.all([1, 2, 3].map(() => loadInChild(server.url, cache)));
  expect(sums).toEqual([trainImagesSha256, trainImagesSha256, trainImagesSha256]);
  expect(contentOf(await tinyDataset().load({ cache: fileCache(cache), offline: true }))).toEqual(
    tinyContent,
  );
});

test("load() works when the disk is full, and caches what fits", async () => {
  const cache = await temporaryFolder();
  // No file may grow beyond 32 blocks of 512 bytes, or of 1024 with some shells: the training images are larger.
  expect(await loadInChild(await mirrorFolder(), cache, "ulimit -f 32")).toBe(trainImagesSha256);
  const dataset = tinyDataset();
  expect(await fileCache(cache).list()).toEqual(
    dataset.files
      .filter(({ bytes }) => bytes < 32_768)
      .map(({ name }) => `tiny/${name}`)
      .sort(),
  );
  expect((await failure(dataset.load({ cache: fileCache(cache), offline: true }))).message).toContain(
    "train-images.gz",
  );
});
