import type { LoadOptions } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";

/**
 * How many rows of a part a load is to give.
 *
 * @throws {DatasetError} `INVALID_ARGUMENT` for a limit that is no count
 */
export function limitRows(part: "train" | "test", limit: LoadOptions["limit"], size: number): number {
  const rows = (typeof limit === "object" ? limit[part] : limit) ?? size;
  if (Number.isSafeInteger(rows) && rows >= 0) return Math.min(rows, size);
  throw new DatasetError(
    "INVALID_ARGUMENT",
    `limit must be a whole number from 0 up, got ${rows} for ${part}`,
  );
}
