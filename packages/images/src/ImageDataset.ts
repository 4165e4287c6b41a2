import type { Dataset } from "@minibatch/datasets";
import type { Fit } from "./pixels/Framing.ts";
import type { UnreadableReason } from "./UnreadablePicture.ts";

/** Why a file is not in the dataset. */
export type LeftOutReason =
  | UnreadableReason
  /** It lies beside the folders of the classes. */
  | "no-class"
  /** The same file is there under another name. */
  | "duplicate"
  /** The same file is there under another class: nobody knows which of the two is right, so neither is used. */
  | "two-classes"
  /** The same picture, or nearly, is in a part that is kept for validation or test. */
  | "in-another-part";

/** A file that is not in the dataset. */
export interface LeftOut {
  /** Where it lies in the source. */
  readonly file: string;
  readonly reason: LeftOutReason;
  /** Goes on from the name of the file: "ends early: copy or download it again". */
  readonly message: string;
  /** The other files that it is the same as. */
  readonly others?: readonly string[];
}

/** How many pictures of a class there are. */
export interface ClassCount {
  readonly className: string;
  readonly train: number;
  readonly validation: number;
  readonly test: number;
}

/**
 * How a picture becomes an input: what `preparePicture` takes. A type that stands for its fields, as a dataset's card keeps
 * such things beside a model.
 */
export type Preparation = {
  /** Tells it from how other inputs are prepared. */
  readonly kind: "picture";
  readonly height: number;
  readonly width: number;
  /** 1 is grey, 3 is in colour. */
  readonly channels: 1 | 3;
  readonly fit: Fit;
};

/**
 * Pictures of one's own as a dataset. Everything but `load` is plain data: `JSON.stringify` gives the card.
 */
export interface ImageDataset extends Dataset<Uint8Array, Uint8Array> {
  readonly task: "classification";
  readonly size: { readonly train: number; readonly validation: number; readonly test: number };
  readonly preparation: Preparation;
  /** In the order of `classNames`. */
  readonly counts: readonly ClassCount[];
  /** Sorted by file. */
  readonly leftOut: readonly LeftOut[];
  /** Pictures that are nearly the same: they are all in one part. */
  readonly similar: readonly (readonly string[])[];
  /** Whether the parts were folders of the source, or were chosen by the content of the pictures. */
  readonly splitBy: "folders" | "content";
  readonly seed: number;
}
