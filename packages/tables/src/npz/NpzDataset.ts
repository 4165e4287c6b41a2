import type { Dataset, LoadOptions, Samples } from "@minibatch/datasets";
import type { TargetArray } from "../TableDataset.ts";

/** Bytes of pictures `[n, height, width, channels]`, or columns `[n, features]`. */
export type NpzInputs = Uint8Array | Float32Array;

/** The arrays of an archive, in their parts. */
export interface NpzParts {
  readonly train: Samples<NpzInputs, TargetArray>;
  readonly validation: Samples<NpzInputs, TargetArray>;
  readonly test: Samples<NpzInputs, TargetArray>;
}

/** An archive of NumPy arrays as a dataset. */
export interface NpzDataset extends Dataset<NpzInputs, TargetArray> {
  /** The arrays that it is made of, in the order of its parts. */
  readonly arrays: readonly string[];
  /** Whether the archive was split already. */
  readonly splitBy: "archive" | "content";
  /** What was assumed or left out, a sentence each without a full stop. */
  readonly notes: readonly string[];
  load(options?: LoadOptions): Promise<NpzParts>;
}
