/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A Vega-Lite 6 specification as plain JSON, its data included; give it to `vega-lite`'s `compile` or to `vega-embed`. */
export interface VegaLiteSpec {
  readonly [key: string]: Json;
}

/** A chart before anything is drawn: what it shows as tidy rows, and how to draw them. */
export interface Plot<Row> {
  /** One observation a row, for tables, other chart libraries and tests. */
  readonly rows: readonly Row[];
  /** The same rows as a Vega-Lite chart. */
  readonly spec: VegaLiteSpec;
}
