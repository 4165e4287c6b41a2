import type { Cache } from "./Cache.ts";

/** A cache that looks elsewhere for what it does not hold; only `cache` itself is written and listed. */
export function withFallback(cache: Cache, elsewhere: Pick<Cache, "get">): Cache {
  return {
    ...cache,
    get: async (key, room) => (await cache.get(key, room)) ?? elsewhere.get(key, room),
  };
}
