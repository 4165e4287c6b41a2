import { sha256 } from "@minibatch/datasets";

/** What was kept by a release that decoded or framed otherwise is not used. */
const VERSION = 2;

/** What all keys begin with. */
export const keyPrefix = "images/";

/** A key of the cache that hangs on everything that `parts` say. */
export async function cacheKey(kind: string, ...parts: readonly unknown[]): Promise<string> {
  const hash = await sha256(new TextEncoder().encode(JSON.stringify([VERSION, ...parts])));
  return `${keyPrefix}${hash.slice(0, 24)}.${kind}`;
}
