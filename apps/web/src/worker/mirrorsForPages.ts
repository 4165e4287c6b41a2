import type { DatasetMirror } from "@minibatch/datasets";

/** The mirrors that a page may ask, in the order in which it does: those that are known to let pages read from them, then those that may. */
export function mirrorsForPages(mirrors: readonly DatasetMirror[]): DatasetMirror[] {
  // Browsers keep pages of https: from anything else.
  const secure = mirrors.filter(({ url }) => url.startsWith("https:"));
  return (["yes", "unknown"] as const).flatMap((wanted) => secure.filter(({ cors }) => cors === wanted));
}
