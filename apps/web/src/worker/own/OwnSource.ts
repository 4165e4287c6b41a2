/** Data of one's own, as a page hands them to a worker. */
export type OwnSource = PicturesSource | TableSource;

/** Pictures in classes. */
export interface PicturesSource {
  readonly kind: "pictures";
  /** The path of each says its class: `cat/1.png`. */
  readonly pictures: readonly { readonly path: string; readonly file: Blob }[];
}

/** A table and what to predict. */
export interface TableSource {
  readonly kind: "table";
  /** What it is called. */
  readonly name: string;
  /** CSV, TSV or JSON. */
  readonly file: Blob;
  /** A column. */
  readonly target: string;
}
