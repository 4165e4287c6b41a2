import type { Json, VegaLiteSpec } from "./Plot.ts";

/**
 * Panels side by side, one for each part of the data, with the same scales, 680 pixels wide in all.
 *
 * @param parts the names in the field `part` of the rows, in their order
 * @param layer what each panel shows
 */
export function partPanels(parts: readonly string[], layer: readonly Json[]): VegaLiteSpec {
  const width = Math.floor(680 / Math.max(1, parts.length)) - 40;
  return {
    spacing: 28,
    facet: { column: { field: "part", type: "nominal", sort: parts, title: null } },
    spec: { width, height: Math.min(300, width), layer },
  };
}

/** A sample among hundreds: small, see-through, and not read out one by one. */
export const pointMark: VegaLiteSpec = { type: "circle", size: 26, opacity: 0.55, aria: false };
