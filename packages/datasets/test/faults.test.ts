import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test, type TestContext } from "vitest";
import { DatasetError } from "../src/DatasetError.ts";
import { defineIdxDataset, type IdxDataset } from "../src/defineIdxDataset.ts";
import { fileCache } from "../src/caches/fileCache.ts";
import { verifyCache } from "../src/caches/verifyCache.ts";
import { failure } from "./failure.ts";
import { startChild } from "./startChild.ts";
import { faults, firstThen, half } from "./serverFaults.ts";
import { closedPort, send, stall, startServer } from "./startServer.ts";
import { hastyTransfer, layOutMirror, tiny, tinyDataset, tinyTable } from "./tinyDataset.ts";

// Each fault, from the load down to the file system: the right result, or a DatasetError and nothing wrong in the cache. What
// each layer does about it in detail is tested beside that layer.

/** The tiny dataset with these mirrors and little patience. */
const hastyDataset = (...mirrors: string[]): IdxDataset =>
  defineIdxDataset(tinyTable(mirrors), hastyTransfer);

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const sha256 = hash(tiny("train-images.gz").raw.subarray(16));

/** Whether all that a load left in a folder is whole. */
async function expectWhole(folder: string): Promise<void> {
  const found = await verifyCache(fileCache(folder), tinyDataset());
  expect(found.filter(({ state }) => state === "damaged")).toEqual([]);
}

test.each(faults)(
  "load() from a server that %s, and a good one after it",
  async (_fault, _alone, first, then) => {
    const [bad, good] = [await startServer(firstThen(first, then)), await startServer(firstThen(send))];
    const folder = await temporaryFolder();
    const { train } = await hastyDataset(bad.url, good.url).load({ cache: fileCache(folder) });
    expect(hash(train.x.data)).toBe(sha256);
    const found = await verifyCache(fileCache(folder), tinyDataset());
    expect(found.map(({ state }) => state)).toEqual(Array(4).fill("whole"));
  },
);

test.each(faults)("load() from a server that %s, alone, ends as %s", async (_, alone, first, then) => {
  const bad = await startServer(firstThen(first, then));
  const folder = await temporaryFolder();
  const outcome = await hastyDataset(bad.url)
    .load({ cache: fileCache(folder) })
    .then(
      ({ train }) => (hash(train.x.data) === sha256 ? "loaded" : "wrong bytes"),
      (error: unknown) => (error instanceof DatasetError ? error.code : String(error)),
    );
  expect(outcome).toBe(alone);
  await expectWhole(folder);
});

test("load() from a server that refuses connections", async () => {
  const folder = await temporaryFolder();
  const loading = tinyDataset(await closedPort()).load({ cache: fileCache(folder) });
  expect((await failure(loading)).code).toBe("DOWNLOAD_FAILED");
  await expectWhole(folder);
});

test("load() that is aborted in the middle of a file leaves nothing of it in the cache", async () => {
  const server = await startServer(firstThen((body) => stall(body, half(body))));
  const folder = await temporaryFolder();
  const controller = new AbortController();
  const reason = new Error("changed my mind");
  const loading = tinyDataset(server.url).load({
    cache: fileCache(folder),
    signal: controller.signal,
    onProgress: () => controller.abort(reason),
  });
  await expect(loading).rejects.toBe(reason);
  expect(await fileCache(folder).list()).toEqual([]);
});

/** Loads in a process of its own whose cache folder is a file system mounted with `options`; gives what it prints. */
async function loadOn(context: TestContext, options: string): Promise<{ sha256: string; states: string[] }> {
  const under = ["unshare", "--user", "--map-root-user", "--mount"];
  const [cache, mirror] = [await temporaryFolder(), await temporaryFolder()];
  await layOutMirror(mirror);
  try {
    execFileSync("env", [...under, "mount", "-t", "tmpfs", "-o", options, "none", cache], {
      stdio: "ignore",
    });
  } catch {
    context.skip("no file systems can be mounted here: needs Linux, unshare and user namespaces");
  }
  const child = await startChild(
    `import { createHash } from "node:crypto";
     import { defineIdxDataset } from "$src/defineIdxDataset.js";
     import { fileCache } from "$src/caches/fileCache.js";
     import { verifyCache } from "$src/caches/verifyCache.js";
     const [, table, mirror, folder] = process.argv;
     const dataset = defineIdxDataset(JSON.parse(table));
     const { train } = await dataset.load({ mirror, cache: fileCache(folder) });
     const sha256 = createHash("sha256").update(train.x.data).digest("hex");
     const states = (await verifyCache(fileCache(folder), dataset)).map(({ state }) => state);
     console.log(JSON.stringify({ sha256, states }));`,
    [JSON.stringify(tinyTable()), mirror, cache],
    { under, prelude: `mount -t tmpfs -o ${options} none "${cache}"` },
  );
  const [output] = await Promise.all([child.stdout.setEncoding("utf8").toArray(), once(child, "exit")]);
  return JSON.parse(output.join("")) as { sha256: string; states: string[] };
}

test("load() with a cache folder on a full disk caches what fits", async (context) => {
  const result = await loadOn(context, "size=64k");
  expect(result).toEqual({ sha256, states: ["missing", "whole", "whole", "whole"] });
});

test("load() with a cache folder that is read-only caches nothing", async (context) => {
  const result = await loadOn(context, "ro");
  expect(result).toEqual({ sha256, states: ["missing", "missing", "missing", "missing"] });
});
