import type { Compressors } from "hyparquet";
import type { RawTable } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { requireSize } from "./sourceBytes.ts";
import { tableFromRows } from "./tableFromRows.ts";

/** What every Parquet file begins and ends with. */
const magic = "PAR1";

/** What the reader itself knows; all others are loaded when a file needs one. */
const plain: ReadonlySet<string> = new Set(["UNCOMPRESSED", "SNAPPY"]);

/** Whether bytes are a Parquet file, as far as their beginning tells. */
export function isParquet(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, magic.length)) === magic;
}

/**
 * Reads a Parquet file of any compression that pandas, Spark and DuckDB write; the reader is only loaded here.
 *
 * @throws {TableError} `UNSUPPORTED` for another compression; `INVALID_FORMAT` for lists and objects in cells, or a file that is damaged;
 *   `LIMIT_EXCEEDED` for a table that is too large when it is unpacked
 */
export async function readParquet(bytes: Uint8Array): Promise<RawTable> {
  const { parquetMetadata, parquetReadObjects } = await import("hyparquet");
  // It reads an ArrayBuffer as a file; a view may be a part of a larger one.
  const file = bytes.slice().buffer;
  try {
    const columns = parquetMetadata(file).row_groups.flatMap((group) => group.columns);
    requireSize(
      columns.reduce((sum, { meta_data: column }) => sum + Number(column?.total_uncompressed_size ?? 0), 0),
    );
    const compressors = await compressorsOf(
      columns.map(({ meta_data: column }) => column?.codec ?? "UNCOMPRESSED"),
    );
    return tableFromRows(await parquetReadObjects({ file, ...(compressors && { compressors }) }));
  } catch (cause) {
    if (cause instanceof TableError) throw cause;
    throw new TableError(
      "INVALID_FORMAT",
      `The file begins as Parquet, but cannot be read (${(cause as Error).message}): it is damaged or incomplete.`,
      { cause },
    );
  }
}

/** What unpacks columns of some compressions; nothing where the reader itself does. */
async function compressorsOf(codecs: readonly string[]): Promise<Compressors | undefined> {
  if (codecs.every((codec) => plain.has(codec))) return undefined;
  const { compressors } = await import("hyparquet-compressors").catch((cause: unknown) => {
    throw new TableError(
      "UNSUPPORTED",
      "What unpacks this Parquet file could not be loaded. Write it by Snappy.",
      {
        cause,
      },
    );
  });
  const other = codecs.find((codec) => !plain.has(codec) && !Object.hasOwn(compressors, codec));
  if (other === undefined) return compressors;
  throw new TableError(
    "UNSUPPORTED",
    `The Parquet file is compressed by ${other}, which is not read. Write it by Snappy, gzip, zstd, Brotli or LZ4, in pandas: ` +
      'frame.to_parquet(name, compression="zstd").',
  );
}
