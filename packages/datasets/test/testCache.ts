import { expect, test } from "vitest";
import type { Cache } from "../src/caches/Cache.ts";

/** What every cache must do: a file of tests calls this, and adds what is special to its own. */
export function testCache(name: string, make: () => Cache | Promise<Cache>): void {
  const [first, second] = [new Uint8Array([1, 2, 3]), new Uint8Array([4])];

  test(`${name} gives back what was put, and the last of two`, async () => {
    const cache = await make();
    await cache.put("mnist/a.gz", first);
    expect(Uint8Array.from((await cache.get("mnist/a.gz")) ?? [])).toEqual(first);
    await cache.put("mnist/a.gz", second);
    expect(Uint8Array.from((await cache.get("mnist/a.gz")) ?? [])).toEqual(second);
  });

  test(`${name} has nothing under other keys`, async () => {
    const cache = await make();
    expect(await cache.get("mnist/a.gz")).toBeUndefined();
    await cache.put("mnist/a.gz", first);
    expect(await cache.get("fashion-mnist/a.gz")).toBeUndefined();
  });

  test(`${name} lists its keys and forgets what is deleted`, async () => {
    const cache = await make();
    expect(await cache.list()).toEqual([]);
    await cache.put("mnist/a.gz", first);
    await cache.put("mnist/b.gz", second);
    expect((await cache.list()).sort()).toEqual(["mnist/a.gz", "mnist/b.gz"]);
    await cache.delete("mnist/a.gz");
    await cache.delete("mnist/a.gz");
    expect(await cache.list()).toEqual(["mnist/b.gz"]);
    expect(await cache.get("mnist/a.gz")).toBeUndefined();
  });

  test(`${name} is not changed by who holds the bytes`, async () => {
    const cache = await make();
    const bytes = first.slice();
    await cache.put("mnist/a.gz", bytes);
    bytes.fill(0);
    (await cache.get("mnist/a.gz"))?.fill(0);
    expect(Uint8Array.from((await cache.get("mnist/a.gz")) ?? [])).toEqual(first);
  });
}
