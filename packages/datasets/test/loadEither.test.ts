import { expect, test } from "vitest";
import type { DatasetCard, LoadOptions } from "../src/Dataset.ts";
import { loadEither } from "../src/loading/loadEither.ts";
import { memoryCache } from "../src/caches/memoryCache.ts";
import { noCache } from "../src/caches/noCache.ts";
import { failure } from "./failure.ts";
import { send, startServer, status } from "./startServer.ts";
import { hastyTransfer, tiny, tinyDataset } from "./tinyDataset.ts";

const [first, second] = [tiny("train-labels.gz"), tiny("test-labels.gz")];

/** Loads a file of the dataset's own mirror, or its alternative from another one; gives the name of what came. */
async function load(own: string, other: string, options: LoadOptions = {}): Promise<string> {
  const card: DatasetCard = tinyDataset(own);
  const alternative = { ...second.entry, mirrors: [{ url: other, cors: "unknown" as const }] };
  const file = { ...first.entry, alternative };
  return (await loadEither(card, file, { cache: noCache, ...options }, hastyTransfer)).file.name;
}

test("loadEither() takes the file, and asks for its alternative when it cannot be had", async () => {
  const own = await startServer(send(first.gz));
  const gone = await startServer(status(404));
  const other = await startServer(send(second.gz));
  expect(await load(own.url, other.url)).toBe("train-labels.gz");
  expect(other.requests).toEqual([]);
  expect(await load(gone.url, other.url)).toBe("test-labels.gz");
  expect(gone.requests).toEqual(["GET /train-labels.gz"]);
  expect(other.requests).toEqual(["GET /test-labels.gz"]);
});

test("loadEither() asks nobody when the alternative is cached", async () => {
  const server = await startServer(send(first.gz));
  const cache = memoryCache();
  await cache.put("tiny/test-labels.gz", second.gz);
  expect(await load(server.url, server.url, { cache })).toBe("test-labels.gz");
  expect(server.requests).toEqual([]);
});

test("loadEither() names both when neither can be had", async () => {
  const gone = await startServer(status(404));
  const error = await failure(load(gone.url, gone.url));
  expect(error.code).toBe("DOWNLOAD_FAILED");
  expect(error.message).toContain("Could not download train-labels.gz");
  expect(error.message).toContain("Nor did test-labels.gz help: Could not download test-labels.gz");
});
