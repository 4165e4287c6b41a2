import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { verifyCache } from "../src/caches/verifyCache.ts";
import { keepFile } from "../src/loading/keepFile.ts";
import { failure } from "./failure.ts";
import { makeArchive } from "./makeArchive.ts";
import { tiny, tinyDataset, tinyFiles } from "./tinyDataset.ts";

test("keepFile(dataset, bytes) keeps each file under its own name, zipped or not, and the dataset loads offline", async () => {
  const cache = memoryCache();
  const names = [];
  for (const [index, { gz, raw }] of Object.values(tinyFiles).entries()) {
    names.push((await keepFile(tinyDataset(), index === 0 ? raw : gz, { cache })).name);
  }
  expect(names).toEqual(Object.keys(tinyFiles));
  const { train, test } = await tinyDataset().load({ cache, offline: true });
  expect([train.x.shape, test.x.shape]).toEqual([
    [100, 28, 28, 1],
    [20, 28, 28, 1],
  ]);
});

test("keepFile(dataset, bytes) refuses another file, says its SHA-256 and those of the files that there are, and keeps nothing", async () => {
  const cache = memoryCache();
  const bytes = tiny("train-labels.gz").gz.slice();
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  const { code, message } = await failure(keepFile(tinyDataset(), bytes, { cache }));
  expect(code).toBe("CHECKSUM_MISMATCH");
  expect(message).toMatch(/^Expected a file of Tiny, got \d+ bytes with SHA-256 [0-9a-f]{64}\. These are/);
  expect(message).toContain(`train-labels.gz: ${tiny("train-labels.gz").entry.sha256}`);
  expect(await cache.list()).toEqual([]);
});

test("keepFile(dataset, bytes) unpacks an archive, takes a member by itself, and refuses another archive", async () => {
  const { card, mirror } = await makeArchive();
  const [archive] = card.files;
  const bytes = await readFile(join(mirror, card.folder ?? card.name, archive?.name ?? ""));
  const cache = memoryCache();
  expect((await keepFile(card, bytes, { cache })).name).toBe(archive?.name);
  expect((await verifyCache(cache, card)).map(({ state }) => state)).toEqual(["whole", "whole"]);

  const [key = ""] = await cache.list();
  const other = memoryCache();
  const member = await keepFile(card, (await cache.get(key)) ?? new Uint8Array(0), { cache: other });
  expect(key).toContain(member.name);
  expect(await other.list()).toEqual([key]);
  const { code } = await failure(keepFile(card, tiny("test-labels.gz").gz, { cache: other }));
  expect(code).toBe("CHECKSUM_MISMATCH");
});
