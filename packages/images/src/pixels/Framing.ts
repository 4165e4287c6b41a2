/** How a picture comes into its frame with its proportions kept: with margins around it, or cut on two sides. */
export type Fit = "pad" | "crop";

/** The frame that every picture of a dataset is brought into. */
export interface Framing {
  readonly width: number;
  readonly height: number;
  readonly fit: Fit;
}
