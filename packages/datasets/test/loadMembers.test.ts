import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test, vi } from "vitest";
import type { Cache } from "../src/caches/Cache.ts";
import type { DatasetCard, DatasetFile, LoadOptions, LoadProgress } from "../src/Dataset.ts";
import { loadMembers } from "../src/loading/loadMembers.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { failure } from "./failure.ts";
import { makeTar } from "./makeTar.ts";
import { type Answer, cut, send, stall, startScript, startServer, status } from "./startServer.ts";
import { hastyTransfer, tiny, tinyDataset } from "./tinyDataset.ts";

/** Two members that are wanted, between others. */
const contents = {
  "batches/one.bin": tiny("train-images.gz").raw,
  "batches/readme": new Uint8Array(600),
  "batches/two.bin": tiny("test-images.gz").raw,
  "batches/rest.bin": tiny("train-images.gz").raw,
};
const tar = makeTar(contents);
const gz = new Uint8Array(gzipSync(tar));
const half = Math.floor(gz.length / 2);

const member = (name: keyof typeof contents): DatasetFile => ({
  name,
  bytes: contents[name].length,
  sha256: createHash("sha256").update(contents[name]).digest("hex"),
});
const archive = {
  name: "batches.tar.gz",
  bytes: gz.length,
  sha256: "of another packing",
  members: [member("batches/one.bin"), member("batches/two.bin")],
};
const names = archive.members.map(({ name }) => name);

/** The archive in two pieces with a pause between. */
const stallThenEnd: Answer = (_, response) => {
  response.write(gz.subarray(0, half));
  setTimeout(() => response.end(gz.subarray(half)), 50);
};

/** Loads both members and gives the names of those that came with the right bytes. */
async function load(options: LoadOptions, ...mirrors: string[]): Promise<string[]> {
  const card: DatasetCard = { ...tinyDataset(...mirrors), files: [archive] };
  const found: string[] = [];
  await loadMembers(card, archive, { cache: noCache, ...options }, hastyTransfer, ({ name }, bytes) => {
    if (Buffer.compare(bytes, contents[name as keyof typeof contents]) === 0) found.push(name);
  });
  return found.sort();
}

async function mirrorFolder(bytes: Uint8Array): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "tiny"));
  await writeFile(join(folder, "tiny", archive.name), bytes);
  return folder;
}

test("loadMembers() takes members out of a folder's archive, then out of the cache", async () => {
  const cache = memoryCache();
  expect(await load({ cache, mirror: await mirrorFolder(gz), offline: true })).toEqual(names);
  expect((await cache.list()).sort()).toEqual(names.map((name) => `tiny/${name}`));
  expect(await load({ cache, offline: true })).toEqual(names);
});

test("loadMembers() asks for the archive when one member is damaged in the cache", async () => {
  const cache = memoryCache();
  const mirror = await mirrorFolder(gz);
  await load({ cache, mirror });
  await cache.put("tiny/batches/two.bin", new Uint8Array(5));
  expect((await failure(load({ cache, offline: true }))).code).toBe("OFFLINE");
  expect(await load({ cache, mirror })).toEqual(names);
  expect(await load({ cache, offline: true })).toEqual(names);
});

test.each([
  ["as it is", () => startServer(send(gz))],
  ["unzipped on the way", () => startServer(send(tar))],
  ["after an answer of 500", () => startScript(status(500), send(gz))],
  ["in two halves", () => startScript(cut(gz, half), send(gz, { ranges: true }))],
  ["in two halves of a server without Range", () => startScript(cut(gz, half), send(gz))],
  ["with a silence in the middle", () => startScript(stall(gz, half), send(gz, { ranges: true }))],
])("loadMembers() takes members out of an archive that comes %s", async (_, start) => {
  const server = await start();
  expect(await load({}, server.url)).toEqual(names);
});

test.each([
  ["answers 404", () => startServer(status(404))],
  ["sends a truncated archive", () => startServer(send(gz.subarray(0, half)))],
  ["sends a damaged archive", () => startServer(send(gz.map((byte, i) => (i === half ? byte ^ 1 : byte))))],
  ["sends something else", () => startServer(send(new Uint8Array(5000).fill(60)))],
  ["breaks off for ever", () => startServer((_, response) => void response.destroy())],
])("loadMembers() goes on to the next mirror after one that %s", async (_, start) => {
  const bad = await start();
  const good = await startServer(send(gz));
  expect(await load({}, bad.url, good.url)).toEqual(names);
  expect((await failure(load({}, bad.url))).code).toMatch(/CHECKSUM_MISMATCH|DOWNLOAD_FAILED/);
});

test("loadMembers() reports progress to the end of the archive, however much of it was needed", async () => {
  const server = await startServer(stall(gz, gz.length - 10_000));
  const events: LoadProgress[] = [];
  await load({ onProgress: (event) => events.push(event) }, server.url);
  expect(events[0]?.loadedBytes).toBeLessThan(gz.length / 2);
  const source = `${server.url}batches.tar.gz`;
  expect(events.at(-1)).toEqual({
    file: archive.name,
    source,
    loadedBytes: gz.length,
    totalBytes: gz.length,
  });
});

test("loadMembers() says which file of a mirror folder is damaged", async () => {
  const folder = await mirrorFolder(gz.subarray(0, half));
  const error = await failure(load({ mirror: folder }));
  expect(error.code).toBe("CHECKSUM_MISMATCH");
  expect(error.message).toContain(`In the mirror folder ${folder}, batches.tar.gz is damaged`);
  expect((await failure(load({ mirror: await temporaryFolder() }))).code).toBe("NOT_FOUND");
});

test("loadMembers() called twice at once downloads the archive once, and each member is cached once", async () => {
  const server = await startServer(send(gz));
  const kept = memoryCache();
  const put = vi.fn<Cache["put"]>((key, bytes) => kept.put(key, bytes));
  const cache = { ...kept, put };
  const [one, two, three] = await Promise.all([
    load({ cache }, server.url),
    load({ cache }, server.url),
    load({ cache: noCache }, server.url),
  ]);
  expect([one, two, three]).toEqual([names, names, names]);
  expect(server.requests).toHaveLength(1);
  expect(put).toHaveBeenCalledTimes(2);
});

test("loadMembers() called while others are in the middle of the archive gets all members", async () => {
  const server = await startServer((_, response) => {
    response.write(gz.subarray(0, -20_000));
    setTimeout(() => response.end(gz.subarray(-20_000)), 100);
  });
  const cache = memoryCache();
  const late = new Promise<string[]>((resolve) => {
    const put: Cache["put"] = async (key, bytes) => {
      await cache.put(key, bytes);
      if (key.endsWith("one.bin")) setImmediate(() => resolve(load({ cache: noCache }, server.url)));
    };
    void load({ cache: { ...cache, put } }, server.url);
  });
  expect(await late).toEqual(names);
  expect(server.requests.length).toBeGreaterThan(0);
});

test("loadMembers() goes on for others when one leaves", async () => {
  const server = await startServer(stallThenEnd);
  const controller = new AbortController();
  const reason = new Error("changed my mind");
  const leaving = load({ signal: controller.signal, onProgress: () => controller.abort(reason) }, server.url);
  const staying = load({}, server.url);
  await expect(leaving).rejects.toBe(reason);
  expect(await staying).toEqual(names);
  expect(server.requests).toHaveLength(1);
});

test("loadMembers() stops reading when it has what it wants", async () => {
  const server = await startServer(stall(gz, gz.length - 10_000));
  expect(await load({}, server.url)).toEqual(names);
  expect(server.requests).toHaveLength(1);
});

test("loadMembers() rejects with the signal's reason and with what onProgress throws", async () => {
  const server = await startServer(stall(gz, half));
  for (const mirror of [await mirrorFolder(gz), undefined]) {
    const reason = new Error("changed my mind");
    const controller = new AbortController();
    const { signal } = controller;
    await expect(
      load({ mirror, signal, onProgress: () => controller.abort(reason) }, server.url),
    ).rejects.toBe(reason);
    const fault = new TypeError("a bug of the caller");
    const buggy = (): never => {
      throw fault;
    };
    await expect(load({ mirror, onProgress: buggy }, server.url)).rejects.toBe(fault);
  }
});
