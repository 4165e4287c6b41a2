import { createRequire } from "node:module";

/**
 * tfjs-node 4.22 calls `util.isNullOrUndefined`, of which Node 22 warns the user and which Node 23 took away
 * (tensorflow/tfjs#8425).
 */
export function restoreRemovedUtil(): void {
  const util = createRequire(import.meta.url)("node:util") as Record<string, unknown>;
  util["isNullOrUndefined"] = (value: unknown) => value === null || value === undefined;
}
