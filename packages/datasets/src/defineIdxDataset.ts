import type { Dataset, DatasetCard, DatasetFile, LoadOptions, Samples } from "./Dataset.ts";
import { DatasetError } from "./DatasetError.ts";
import { gunzip, isGzip } from "./formats/gunzip.ts";
import { limitRows } from "./loading/limitRows.ts";
import { loadFile } from "./loading/loadFile.ts";
import type { NdArray } from "./NdArray.ts";
import { parseIdx } from "./formats/parseIdx.ts";
import { patientTransfer, type Transfer } from "./loading/Transfer.ts";

/** A dataset whose inputs and labels are zipped IDX files: its card with the files told apart. */
export interface IdxTable extends Omit<DatasetCard, "files" | "task"> {
  readonly parts: {
    readonly train: { readonly x: DatasetFile; readonly y: DatasetFile };
    readonly test: { readonly x: DatasetFile; readonly y: DatasetFile };
  };
}

/** A dataset of images in grey, as bytes, with a label for each. */
export type IdxDataset = Dataset<Uint8Array, Uint8Array>;

/**
 * Makes a loader from a table of IDX files.
 *
 * @param table what is to be loaded and from where
 * @param transfer how patient downloads are
 */
export function defineIdxDataset(table: IdxTable, transfer: Transfer = patientTransfer): IdxDataset {
  const { parts, ...about } = table;
  const files = [parts.train.x, parts.train.y, parts.test.x, parts.test.y];
  const card: DatasetCard = { ...about, task: "classification", files };
  const loadPart = async (
    { x, y }: { readonly x: DatasetFile; readonly y: DatasetFile },
    rows: number,
    options: LoadOptions,
  ): Promise<Samples<Uint8Array, Uint8Array>> => ({
    x: await loadIdx(card, x, [rows, ...table.inputShape], options, transfer),
    y: await loadIdx(card, y, [rows], options, transfer),
  });
  return {
    ...card,
    async load(options = {}) {
      const train = limitRows("train", options, table.size.train);
      const test = limitRows("test", options, table.size.test);
      return {
        train: await loadPart(parts.train, train, options),
        test: await loadPart(parts.test, test, options),
      };
    },
  };
}

/** One file as an array of `shape`; no more of it is unzipped than that takes. */
async function loadIdx(
  card: DatasetCard,
  file: DatasetFile,
  shape: readonly [number, ...number[]],
  options: LoadOptions,
  transfer: Transfer,
): Promise<NdArray<Uint8Array>> {
  const [rows] = shape;
  const count = shape.reduce((product, length) => product * length, 1);
  if (count === 0) return { data: new Uint8Array(0), shape };
  const bytes = await loadFile(card, file, options, transfer);
  // Files of grey images have no axis for the one channel.
  const axes = shape.length > 1 && shape.at(-1) === 1 ? shape.length - 1 : shape.length;
  const length = 4 + 4 * axes + count;
  const idx = isGzip(bytes) ? await gunzip(bytes, length, options.signal) : bytes.slice(0, length);
  const { data } = parseIdx(idx, { limit: rows });
  if (!(data instanceof Uint8Array) || data.length !== count) {
    throw new DatasetError("INVALID_FORMAT", `${file.name} should hold ${count} bytes in ${rows} rows`);
  }
  return { data, shape };
}
