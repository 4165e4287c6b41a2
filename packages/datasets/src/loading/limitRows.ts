import type { LoadOptions } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";

/**
 * How many rows of a part a load is to give.
 *
 * @throws {DatasetError} `INVALID_ARGUMENT` for a limit that is no count, or a split that is no part
 */
export function limitRows(
  part: "train" | "test",
  { limit, split }: Pick<LoadOptions, "limit" | "split">,
  size: number,
): number {
  if (split !== undefined && split !== "train" && split !== "test") {
    throw new DatasetError("INVALID_ARGUMENT", `split must be "train" or "test", got ${String(split)}`);
  }
  const rows = (typeof limit === "object" ? limit[part] : limit) ?? size;
  if (Number.isSafeInteger(rows) && rows >= 0) {
    return split === undefined || split === part ? Math.min(rows, size) : 0;
  }
  throw new DatasetError(
    "INVALID_ARGUMENT",
    `limit must be a whole number from 0 up, got ${rows} for ${part}`,
  );
}
