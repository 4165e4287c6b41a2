/** How a person feeds the model, and how that becomes its input. */
export type PageInput =
  /** Something drawn, or a picture of it: brought into 28 x 28 as MNIST's or Fashion-MNIST's pictures were. */
  | { readonly kind: "drawing"; readonly of: "digit" | "garment" }
  /** A picture: scaled and framed as those of training were. */
  | {
      readonly kind: "picture";
      readonly height: number;
      readonly width: number;
      readonly channels: 1 | 3;
      readonly fit: "pad" | "crop";
    }
  /** A row of a table: encoded as those of training were. */
  | { readonly kind: "table"; readonly encoding: unknown }
  /** Numbers, as they are. */
  | { readonly kind: "numbers"; readonly names: readonly string[] };
