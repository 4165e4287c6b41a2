import type { RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { tableFromRows } from "./tableFromRows.ts";

/** What every Parquet file begins and ends with. */
const magic = "PAR1";

/** Whether bytes are a Parquet file, as far as their beginning tells. */
export function isParquet(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
}

/**
 * Reads a Parquet file, not compressed or by Snappy, which is what pandas and Spark write unless told; the reader is only loaded here.
 *
 * @throws {TableError} `UNSUPPORTED` for another compression, or lists and objects in cells; `INVALID_FORMAT` for a file that is damaged
 */
export async function readParquet(bytes: Uint8Array): Promise<RawTable> {
  const { parquetMetadata, parquetReadObjects } = await import("hyparquet");
  // It reads an ArrayBuffer as a file; a view may be a part of a larger one.
  const file = bytes.slice().buffer;
  try {
    const codecs = parquetMetadata(file).row_groups.flatMap(({ columns }) =>
      columns.map(({ meta_data: column }) => column?.codec ?? "UNCOMPRESSED"),
    );
    const other = codecs.find((codec) => codec !== "UNCOMPRESSED" && codec !== "SNAPPY");
    if (other !== undefined) {
      throw new TableError(
        "UNSUPPORTED",
        `The Parquet file is compressed by ${other}, and only Snappy is read. Write it so, in pandas: frame.to_parquet(name, compression="snappy").`,
      );
    }
    return tableFromRows(await parquetReadObjects({ file }));
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(
      "INVALID_FORMAT",
      `The file begins as Parquet, but cannot be read (${(cause as Error).message}): it is damaged or incomplete.`,
      { cause },
    );
  }
}
