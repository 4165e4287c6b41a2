import { readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cache, memoryCache } from "@minibatch/datasets";
import { describe, expect, it } from "vitest";
import { clearKeptPictures, type ImageProgress, imageFolder } from "../src/index.ts";
import { makeClasses } from "./makeClasses.ts";
import { makeFolder } from "./makeFolder.ts";
import { jpegOf, makePicture, pngOf } from "./makePicture.ts";

/** A cache that counts. */
function countingCache(): Cache & { readonly puts: string[] } {
  const cache = memoryCache();
  const puts: string[] = [];
  return { ...cache, puts, put: (key, bytes) => (puts.push(key), cache.put(key, bytes)) };
}

async function contentsOf(folder: string, cache: Cache, options = {}) {
  const pictures = await imageFolder(folder, { cache, threads: 0, ...options });
  return {
    card: JSON.parse(JSON.stringify(pictures)) as { leftOut: unknown[] },
    samples: await pictures.load(),
  };
}

describe("imageFolder(path) keeps what it decoded", () => {
  it("and gives the same the second time, without writing anything", async () => {
    const folder = await makeFolder({
      ...makeClasses({ a: 5, b: 5 }),
      "a/cut.jpg": jpegOf(makePicture(9)).subarray(0, 600),
    });
    const cache = countingCache();
    const first = await contentsOf(folder, cache);
    expect(first.card.leftOut).toHaveLength(1);
    expect(cache.puts).toEqual([
      expect.stringMatching(/^images\/\w+\.files$/),
      expect.stringMatching(/^images\/\w+\.pixels$/),
    ]);
    expect(await contentsOf(folder, cache)).toEqual(first);
    expect(cache.puts).toHaveLength(2);
    // Another frame is another entry; grey and the split are made of the same one.
    await contentsOf(folder, cache, { imageSize: 9 });
    await contentsOf(folder, cache, { grey: true, seed: 2 });
    expect(cache.puts).toHaveLength(3);
  });

  it("and looks again at a file that changed, came or went", async () => {
    const folder = await makeFolder(makeClasses({ a: 5, b: 5 }));
    const cache = countingCache();
    await contentsOf(folder, cache);
    const place = join(folder, "a/0.png");
    await writeFile(place, pngOf(makePicture(77, 12, 10)));
    await writeFile(join(folder, "b/new.png"), pngOf(makePicture(78, 12, 10)));
    expect(await contentsOf(folder, cache)).toEqual(await contentsOf(folder, memoryCache()));
    // A file that was only touched is looked at, and not decoded.
    await utimes(place, 1, 1);
    const before = cache.puts.length;
    await contentsOf(folder, cache);
    expect(cache.puts.slice(before)).toEqual([expect.stringMatching(/\.files$/)]);
  });

  it("and notices a file of the same size whose time was set back", async () => {
    const folder = await makeFolder(makeClasses({ a: 5, b: 5 }));
    const cache = countingCache();
    const place = join(folder, "a/0.bmp");
    const bmp = (grey: number) => {
      const bytes = Buffer.alloc(54 + 10 * 32, grey);
      bytes.write("BM");
      bytes.writeUInt32LE(54, 10);
      for (const [at, value] of [
        [14, 40],
        [18, 10],
        [22, 10],
        [34, 320],
      ] as const)
        bytes.writeUInt32LE(value, at);
      bytes.writeUInt16LE(1, 26);
      bytes.writeUInt16LE(24, 28);
      bytes.writeUInt32LE(0, 30);
      bytes.fill(0, 38, 54);
      return bytes;
    };
    await writeFile(place, bmp(10));
    await utimes(place, 1000, 1000);
    await contentsOf(folder, cache);
    await writeFile(place, bmp(200));
    await utimes(place, 1000, 1000);
    expect(await contentsOf(folder, cache)).toEqual(await contentsOf(folder, memoryCache()));
  });

  it("until clearKeptPictures(cache) deletes it, and nothing else", async () => {
    const folder = await makeFolder(makeClasses({ a: 5, b: 5 }));
    const cache = countingCache();
    await cache.put("mnist/train", new Uint8Array(1));
    await contentsOf(folder, cache);
    const kept = (await cache.list()).filter((key) => key.startsWith("images/"));
    expect(kept).toHaveLength(2);
    expect((await clearKeptPictures(cache)).toSorted()).toEqual(kept.toSorted());
    expect(await cache.list()).toEqual(["mnist/train"]);
  });

  it("and replaces what is damaged", async () => {
    const folder = await makeFolder(makeClasses({ a: 5, b: 5 }));
    const cache = countingCache();
    const first = await contentsOf(folder, cache);
    for (const key of await cache.list()) {
      const kept = await cache.get(key);
      kept?.fill(0, 100, 120);
      await cache.put(key, kept ?? new Uint8Array(0));
    }
    const before = cache.puts.length;
    expect(await contentsOf(folder, cache)).toEqual(first);
    expect(cache.puts).toHaveLength(before + 2);
  });

  it("and goes on without a cache that fails", async () => {
    const folder = await makeFolder(makeClasses({ a: 5, b: 5 }));
    const fail = () => Promise.reject(new Error("full"));
    const broken: Cache = { get: fail, put: fail, delete: fail, list: fail };
    expect(await contentsOf(folder, broken)).toEqual(await contentsOf(folder, memoryCache()));
  });
});

describe("imageFolder(path)", () => {
  it("reports each file, first looked at, then decoded", async () => {
    const folder = await makeFolder({ ...makeClasses({ a: 3, b: 3 }), "b/empty.png": "" });
    const events: ImageProgress[] = [];
    await imageFolder(folder, {
      cache: memoryCache(),
      threads: 0,
      onProgress: (event) => events.push(event),
    });
    const counts = (stage: string) =>
      events.filter((event) => event.stage === stage).map(({ done, total }) => [done, total]);
    expect(counts("look")).toEqual(Array.from({ length: 7 }, (_, at) => [at + 1, 7]));
    expect(counts("decode")).toEqual(Array.from({ length: 6 }, (_, at) => [at + 1, 6]));
  });

  it.for(["look", "decode"])("stops when it is told to while files are: %s", async (stage) => {
    const folder = await makeFolder(makeClasses({ a: 30, b: 30 }));
    const controller = new AbortController();
    const cache = countingCache();
    const files: string[] = [];
    const done = imageFolder(folder, {
      cache,
      threads: 0,
      signal: controller.signal,
      onProgress(event) {
        if (event.stage === stage) files.push(event.file);
        if (files.length === 3) controller.abort(new Error("enough"));
      },
    });
    await expect(done).rejects.toThrow("enough");
    expect(files.length).toBeLessThan(10);
    expect(cache.puts.filter((key) => key.endsWith(".pixels"))).toEqual([]);
    const early = imageFolder(folder, { cache, signal: controller.signal });
    await expect(early).rejects.toThrow("enough");
  });

  it("changes no file", async () => {
    const folder = await makeFolder(makeClasses({ a: 3, b: 3 }));
    const before = await readFile(join(folder, "a/0.png"));
    await contentsOf(folder, memoryCache());
    expect(await readFile(join(folder, "a/0.png"))).toEqual(before);
  });
});
