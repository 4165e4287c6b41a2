import type { Layer, Parts } from "../Layer.ts";
import { type Json, objectAt } from "../config/Json.ts";
import { kerasClassName } from "../layers/kerasClassName.ts";
import { toCamelCase } from "../config/letterCase.ts";
import { wrapperArguments } from "../config/wrapperArguments.ts";

/** Describes a layer around others as Keras does. */
export async function describeWrapper(
  layer: Layer & Parts,
  within: (part: Layer) => Promise<Json>,
): Promise<Json> {
  const { layer: wrapped, forwardLayer = wrapped, cell, cells } = layer;
  const own = wrapperArguments(kerasClassName(layer)).map((key) => [key, objectAt(layer)[toCamelCase(key)]]);
  return {
    name: layer.name,
    ...Object.fromEntries(own),
    ...(forwardLayer && { layer: await within(forwardLayer) }),
    ...(cell && { cell: await within(cell) }),
    ...(cells && { cells: await Promise.all(cells.map(within)) }),
  };
}
