import type { Cache } from "./Cache.ts";

/**
 * A cache that lives as long as the page or process.
 *
 * @example
 * const cache = memoryCache();
 * await mnist.load({ cache });
 * await mnist.load({ cache }); // no request
 */
export function memoryCache(): Cache {
  const entries = new Map<string, Uint8Array>();
  return {
    get: (key) => Promise.resolve(entries.get(key)?.slice()),
    put: (key, bytes) => Promise.resolve(void entries.set(key, bytes.slice())),
    delete: (key) => Promise.resolve(void entries.delete(key)),
    list: () => Promise.resolve([...entries.keys()]),
  };
}
