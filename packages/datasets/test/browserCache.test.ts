import { startChromium } from "@minibatch/testing";
import { expect, test } from "vitest";
import type { Cache } from "../src/caches/Cache.ts";
import { browserCache } from "../src/caches/browserCache.ts";
import { bundle } from "./bundle.ts";
import { failure } from "./failure.ts";
import { startServer } from "./startServer.ts";

test("browserCache() throws CACHE_FAILED where there is no Cache API", async () => {
  const cache = browserCache();
  const bytes = new Uint8Array(1);
  for (const call of [cache.get("a"), cache.put("a", bytes), cache.delete("a"), cache.list()]) {
    expect((await failure(call)).code).toBe("CACHE_FAILED");
  }
});

test("browserCache(name) keeps, lists and forgets entries, apart from those of other names", async (context) => {
  const browser = await startChromium(context);
  const script = await bundle(
    'import { browserCache } from "@minibatch/datasets"; globalThis.browserCache = browserCache;',
  );
  const server = await startServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end(`<script type="module">${script}</script>`);
  });
  const page = await browser.newPage();
  await page.goto(server.url);
  const seen = await page.evaluate(async () => {
    const { browserCache } = globalThis as unknown as { browserCache: (name?: string) => Cache };
    const [one, other] = [browserCache(), browserCache("other")];
    const bytes = new Uint8Array([1, 2, 3]);
    const found = async (cache: Cache, key: string) => [...((await cache.get(key)) ?? [])];
    await one.put("mnist/a.gz", new Uint8Array([9]));
    await one.put("mnist/a.gz", bytes);
    await one.put("cifar-10/folder/b c.bin", bytes.subarray(1));
    bytes.fill(0);
    const before = [
      await one.list(),
      await found(one, "mnist/a.gz"),
      await found(one, "cifar-10/folder/b c.bin"),
    ];
    await one.delete("mnist/a.gz");
    await one.delete("mnist/a.gz");
    return [...before, await one.list(), await found(one, "mnist/a.gz"), await other.list()];
  });
  expect(seen).toEqual([
    ["mnist/a.gz", "cifar-10/folder/b c.bin"],
    [1, 2, 3],
    [2, 3],
    ["cifar-10/folder/b c.bin"],
    [],
    [],
  ]);
});
