import { once } from "node:events";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "@minibatch/testing";
import { expect, test, vi } from "vitest";
import { fileCache } from "../src/caches/fileCache.ts";
import { failure } from "./failure.ts";
import { startChild } from "./startChild.ts";
import { testCache } from "./testCache.ts";

const bytes = new Uint8Array([1, 2, 3]);

testCache("fileCache(folder)", async () => fileCache(join(await temporaryFolder(), "not", "there", "yet")));

test("fileCache() stores in $XDG_CACHE_HOME/minibatch, laid out as a mirror", async () => {
  const folder = await temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", folder);
  expect(fileCache().folder).toBe(join(folder, "minibatch"));
  await fileCache().put("mnist/a.gz", bytes);
  vi.unstubAllEnvs();
  expect([...(await readFile(join(folder, "minibatch", "mnist", "a.gz")))]).toEqual([...bytes]);
});

test("fileCache(folder).get(key, room) reads into the room where the entry fits", async () => {
  const cache = fileCache(await temporaryFolder());
  await cache.put("mnist/a.gz", bytes);
  const [wide, narrow] = [new Uint8Array(5), new Uint8Array(2)];
  expect((await cache.get("mnist/a.gz", wide))?.buffer).toBe(wide.buffer);
  expect(await cache.get("mnist/a.gz", wide)).toEqual(bytes);
  expect(await cache.get("mnist/a.gz", narrow)).toEqual(bytes);
});

test.each(["../a.gz", "mnist/../../a.gz", "/a.gz", "mnist//a.gz", "mnist\\a.gz", ".unfinished/a", ""])(
  "fileCache(folder) refuses the key %j",
  async (key) => {
    const cache = fileCache(await temporaryFolder());
    expect((await failure(cache.put(key, bytes))).code).toBe("INVALID_ARGUMENT");
    expect((await failure(cache.get(key))).code).toBe("INVALID_ARGUMENT");
  },
);

test("fileCache(folder) throws CACHE_FAILED with the folder when a file is in the way", async () => {
  const file = join(await temporaryFolder(), "file");
  await writeFile(file, "no folder");
  const error = await failure(fileCache(file).put("mnist/a.gz", bytes));
  expect(error.code).toBe("CACHE_FAILED");
  expect(error.message).toContain(file);
});

test("fileCache(folder) leaves nothing half-written behind when it cannot finish", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "mnist", "a.gz"), { recursive: true });
  expect((await failure(fileCache(folder).put("mnist/a.gz", bytes))).code).toBe("CACHE_FAILED");
  expect(await readdir(join(folder, ".unfinished"))).toEqual([]);
});

test("fileCache(folder) removes what a killed process left unfinished, once it is a day old", async () => {
  const folder = await temporaryFolder();
  const nursery = join(folder, ".unfinished");
  await mkdir(nursery);
  for (const name of ["old", "new"]) await writeFile(join(nursery, name), "half");
  await utimes(join(nursery, "old"), 0, 0);
  const cache = fileCache(folder);
  await cache.put("mnist/a.gz", bytes);
  expect(await readdir(nursery)).toEqual(["new"]);
  expect(await cache.list()).toEqual(["mnist/a.gz"]);
});

test("fileCache(folder) holds whole entries only, whenever a writing process is killed", async () => {
  const folder = await temporaryFolder();
  const size = 4_000_000;
  for (let run = 0; run < 4; run++) {
    const child = await startChild(
      `import { folderCache } from "$src/caches/folderCache.node.js";
       const cache = folderCache(process.argv[1]);
       for (let i = 1; ; i++) {
         await cache.put("mnist/a.gz", new Uint8Array(${size}).fill(i));
         if (i === 1) console.log("written");
       }`,
      [folder],
    );
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 7 * run));
    child.kill("SIGKILL");
    await once(child, "exit");
    const cache = fileCache(folder);
    const bytes = await cache.get("mnist/a.gz");
    expect(bytes?.length).toBe(size);
    expect(bytes?.every((byte) => byte === bytes[0])).toBe(true);
    expect(await cache.list()).toEqual(["mnist/a.gz"]);
  }
});
