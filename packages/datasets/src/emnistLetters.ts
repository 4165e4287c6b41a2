import type { IdxDataset } from "./defineIdxDataset.ts";
import { defineEmnist } from "./emnist/defineEmnist.ts";

/**
 * EMNIST Letters: handwritten letters in the format of MNIST, capitals and small ones of a letter in one class.
 *
 * 124,800 training and 20,800 test images of 28x28 pixels in grey, 4,800 and 800 of each letter. All parts of EMNIST come as one file of 562 MB, the one of
 * `emnistBalanced`, which is kept once; this part takes 114 MB in memory.
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 28, 28, 1]`, from 0 (paper) to 255 (ink), upright: the file has them lying, rows for columns
 * - `y`: `Uint8Array` of shape `[n]`, from 0 (A) to 25 (Z): the file counts from 1, and torchvision keeps that
 *
 * The checksum is the one that TensorFlow Datasets publishes (url_checksums/emnist.txt). The file was not at hand when this was written: it has never been
 * loaded here from its origin.
 *
 * @example
 * const { train } = await emnistLetters.load({ split: "train", limit: 1000 });
 * emnistLetters.classNames[train.y.data[0]];
 *
 * Licence: public domain, a work of the US government; NIST asks for the citation.
 */
export const emnistLetters: IdxDataset = /* @__PURE__ */ defineEmnist({
  name: "emnist-letters",
  title: "EMNIST Letters",
  description: "Handwritten letters in grey, 28x28 pixels, capitals and small ones of a letter in one class.",
  classNames: "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""),
  size: { train: 124_800, test: 20_800 },
  part: "letters",
  firstLabel: 1,
});
