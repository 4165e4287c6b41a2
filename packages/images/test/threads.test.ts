import { noCache } from "@minibatch/datasets";
import { expect, it } from "vitest";
import { imageFolder } from "../src/index.ts";
import { platform } from "../src/platform.node.ts";
import { MemoryShares } from "../src/develop/MemoryShares.ts";
import { makeClasses } from "./makeClasses.ts";
import { makeFolder } from "./makeFolder.ts";
import { makeZip } from "./makeZip.ts";
import { jpegOf, makePicture } from "./makePicture.ts";

it("imageFolder(source, { threads }) gives the same on threads, which have to be built, as without", async () => {
  const started = platform.startThread();
  expect(started, "a build of this package makes the script of its threads").toBeDefined();
  started?.end();
  const damaged = jpegOf(makePicture(3)).fill(255, 300, 400);
  const files = { ...makeClasses({ a: 9, b: 9 }), "a/damaged.jpg": damaged };
  for (const source of [await makeFolder(files), makeZip(files)]) {
    const alone = await imageFolder(source, { cache: noCache, threads: 0 });
    const together = await imageFolder(source, { cache: noCache, threads: 3 });
    expect(JSON.stringify(together)).toBe(JSON.stringify(alone));
    expect(await together.load()).toEqual(await alone.load());
  }
});

it("imageFolder(source, { threads, signal }) ends its threads when it is stopped", async () => {
  const controller = new AbortController();
  const done = imageFolder(await makeFolder(makeClasses({ a: 9, b: 9 })), {
    cache: noCache,
    threads: 2,
    signal: controller.signal,
    onProgress: ({ stage }) => stage === "decode" && controller.abort(new Error("enough")),
  });
  await expect(done).rejects.toThrow("enough");
});

it("MemoryShares.take(thread, pixels) lets few threads have large pictures, and all small ones", () => {
  const shares = new MemoryShares(8);
  const threads = Array.from({ length: 8 }, (_, at) => at);
  expect(threads.filter((thread) => shares.take(thread, 12e6))).toEqual([0, 1]);
  expect(threads.filter((thread) => shares.take(thread, 100_000))).toEqual(threads);
  expect(shares.take(1, 12e6)).toBe(true);
  expect([shares.take(0, 64e6), shares.take(2, 12e6)]).toEqual([true, false]);
});
