import type { Json } from "../config/Json.ts";

/** A layer of this package: one that tfjs does not have, or computes otherwise than Keras. */
export interface OwnLayer {
  /** Whether a class of Keras with these settings means it, and not the layer that tfjs has by that name. */
  readonly fits: (className: string, config: Json) => boolean;
  /** What stands before Keras' name in what tfjs knows it by: "ResetAfter" in `ResetAfterGRU`. */
  readonly prefix: string;
  /** Loads it, and lets tfjs know its classes; again, it does nothing. */
  readonly load: () => Promise<void>;
}
