import type { Cache } from "./Cache.ts";

/**
 * The cache that keeps nothing: every load reads its files again.
 *
 * @example
 * await mnist.load({ cache: noCache, mirror: "/media/usb/datasets" });
 */
export const noCache: Cache = {
  get: () => Promise.resolve(undefined),
  put: () => Promise.resolve(),
  delete: () => Promise.resolve(),
  list: () => Promise.resolve([]),
};
