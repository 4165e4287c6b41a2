import type { PlanePoint, PlaneShape } from "@minibatch/recipes";

/** Where the points of a plane come from: drawn in a shape, `noise` from 0 to 1, or one's own. */
export type PlaneSource =
  | { readonly kind: "plane"; readonly shape: PlaneShape; readonly noise: number }
  | { readonly kind: "plane"; readonly shape: "own"; readonly points: readonly PlanePoint[] };
