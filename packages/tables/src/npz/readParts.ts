import { listNpz, type NdArray, parseNpz } from "@minibatch/datasets";
import type { Cell } from "../RawTable.ts";
import { TableError } from "../TableError.ts";
import { findArrays, type NpzPart } from "./findArrays.ts";
import type { NpzOptions } from "./NpzOptions.ts";
import { targetCells } from "./targetCells.ts";

/** One part of an archive: inputs, and the targets as the cells of a column. */
export interface ReadPart {
  readonly x: NdArray;
  readonly cells: readonly Cell[];
}

/** The parts of an archive, and what their arrays are called. */
export interface ReadParts {
  readonly parts: ReadonlyMap<NpzPart, ReadPart>;
  readonly names: readonly string[];
  /** Of the inputs, and of the targets. */
  readonly x: string;
  readonly y: string;
}

/**
 * Unpacks the arrays of an archive that are inputs and targets, and no others.
 *
 * @throws {TableError} as `findArrays`; `INVALID_FORMAT` for inputs and targets that do not belong together
 * @throws {DatasetError} for a damaged archive
 */
export async function readParts(bytes: Uint8Array, options: NpzOptions): Promise<ReadParts> {
  const pairs = findArrays(listNpz(bytes), options);
  const names = [...pairs.values()].flatMap(({ x, y }) => [x, y]);
  const arrays = await parseNpz(bytes, { names });
  const parts = new Map<NpzPart, ReadPart>();
  for (const [part, pair] of pairs) {
    const x = asRows(pair.x, arrays.get(pair.x) as NdArray);
    const y = arrays.get(pair.y) as NdArray;
    if (x.shape[0] !== (y.shape[0] ?? 0)) {
      throw new TableError(
        "INVALID_FORMAT",
        `"${pair.x}" has ${x.shape[0]} rows and "${pair.y}" has ${y.shape[0] ?? 0}: a target for each row is expected.`,
      );
    }
    parts.set(part, { x, cells: targetCells(pair.y, y) });
  }
  const [rank, ...others] = new Set([...parts.values()].map(({ x }) => x.shape.length));
  const width = new Set([...parts.values()].map(({ x }) => (rank === 2 ? x.shape[1] : undefined)));
  if (others.length > 0 || width.size > 1) {
    const shapes = [...parts.values()].map(({ x }) => `[${x.shape.join(", ")}]`).join(" and ");
    throw new TableError(
      "INVALID_FORMAT",
      `The parts of the archive have inputs of different shapes: ${shapes}.`,
    );
  }
  const [first] = pairs.values();
  return { parts, names, x: first?.x ?? "", y: first?.y ?? "" };
}

/** A list of numbers is a column. */
function asRows(name: string, array: NdArray): NdArray {
  const { data, shape } = array;
  if (shape.length === 1) return { data, shape: [shape[0] ?? 0, 1] };
  if (shape.length >= 2 && shape.length <= 4) return array;
  throw new TableError(
    "UNSUPPORTED",
    `"${name}" has the shape [${shape.join(", ")}]: columns [rows, columns], or pictures [rows, height, width] or ` +
      "[rows, height, width, channels] are expected.",
  );
}
