import type { Cache } from "./Cache.ts";
import { DatasetError } from "../DatasetError.ts";

/** Never asked for: the Cache API wants addresses as keys. */
const base = "https://minibatch.invalid/";

/**
 * A cache in the browser's own storage, by its Cache API: kept between visits, shared by the pages and workers of one origin.
 *
 * Where the storage is blocked, full or absent (pages without https:), the cache's methods throw a {@link DatasetError} with
 * the code `CACHE_FAILED`; loads go on without the cache then.
 *
 * @param name of the storage, as the browser's developer tools show it
 * @default "minibatch"
 *
 * @example
 * await mnist.load({ cache: browserCache("my-app") });
 */
export function browserCache(name = "minibatch"): Cache {
  const use = async <Result>(action: (storage: globalThis.Cache) => Promise<Result>): Promise<Result> => {
    try {
      return await action(await caches.open(name));
    } catch (cause) {
      throw new DatasetError("CACHE_FAILED", `The browser's cache "${name}" refused: ${String(cause)}`, {
        cause,
      });
    }
  };
  return {
    get: (key) =>
      use(async (storage) => {
        const kept = await storage.match(base + key);
        return kept && new Uint8Array(await kept.arrayBuffer());
      }),
    put: (key, bytes) =>
      use((storage) => storage.put(base + key, new Response(bytes as Uint8Array<ArrayBuffer>))),
    delete: (key) => use(async (storage) => void (await storage.delete(base + key))),
    list: () =>
      use(async (storage) => (await storage.keys()).map(({ url }) => decodeURI(url.slice(base.length)))),
  };
}
