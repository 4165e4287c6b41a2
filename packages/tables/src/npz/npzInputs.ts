import type { NdArray } from "@minibatch/datasets";
import type { NumberEncoding, TableEncoding, TargetEncoding } from "../encode/TableEncoding.ts";
import { bytePictures } from "./bytePictures.ts";
import type { NpzPart } from "./findArrays.ts";
import type { NpzInputs } from "./NpzDataset.ts";
import { encodeNumbers, fitNumbers } from "./numericColumns.ts";
import type { ReadPart, ReadParts } from "./readParts.ts";

/** The inputs of an archive, and how they became that. */
export interface PreparedInputs {
  readonly x: (part: NpzPart) => NdArray<NpzInputs>;
  /** Of one row. */
  readonly inputShape: readonly number[];
  /** What new rows have to go through: that of pictures, or of a table. */
  readonly preparation: Readonly<Record<string, unknown>>;
  /** None for pictures. */
  readonly columns?: readonly NumberEncoding[];
  readonly notes: readonly string[];
}

/**
 * Prepares the inputs of an archive: pictures as bytes, columns scaled by what the training rows hold.
 *
 * @param rows the training rows, in the part `base`
 * @throws {TableError} as `bytePictures`
 */
export function npzInputs(
  { parts, x: name }: ReadParts,
  rows: readonly number[],
  base: NpzPart,
  target: TargetEncoding,
): PreparedInputs {
  const arrays = [...parts].map(([part, { x }]) => [part, x] as const);
  const own = (parts.get(base) as ReadPart).x;
  if (own.shape.length === 2) {
    const columns = fitNumbers(name.replace(/_?train$/i, ""), own, rows);
    const encoding: TableEncoding = { format: 1, columns, target, decimalComma: false };
    const encoded = new Map(arrays.map(([part, x]) => [part, encodeNumbers(x, columns)]));
    const { shape } = encoded.get(base) as NdArray;
    return {
      x: (part) => encoded.get(part) as NdArray<Float32Array>,
      inputShape: shape.slice(1),
      preparation: { kind: "table", encoding },
      columns,
      notes: [],
    };
  }
  const { parts: pictures, notes } = bytePictures(
    name,
    arrays.map(([, x]) => x),
  );
  const byPart = new Map(arrays.map(([part], index) => [part, pictures[index] as NdArray<Uint8Array>]));
  const inputShape = (byPart.get(base) as NdArray).shape.slice(1);
  const [height, width, channels] = inputShape;
  return {
    x: (part) => byPart.get(part) as NdArray<Uint8Array>,
    inputShape,
    // As @minibatch/images has it, so that files of pictures can be predicted.
    preparation: { kind: "picture", height, width, channels, fit: "pad" },
    notes,
  };
}
