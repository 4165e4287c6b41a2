import type { IdxDataset } from "./defineIdxDataset.ts";
import { defineEmnist } from "./emnist/defineEmnist.ts";

/**
 * EMNIST Balanced: handwritten digits and letters in the format of MNIST, as many of each.
 *
 * 112,800 training and 18,800 test images of 28x28 pixels in grey, 2,400 and 400 of each of 47 classes: digits, capitals, and those small letters
 * that do not look like their capitals. All parts of EMNIST come as one file of 562 MB, which is kept in the cache and held in memory while this part
 * is taken out of it; its arrays take 103 MB. Made by NIST and Western Sydney University: https://www.nist.gov/itl/products-and-services/emnist-dataset
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 28, 28, 1]`, from 0 (paper) to 255 (ink), upright: the file has them lying, rows for columns
 * - `y`: `Uint8Array` of shape `[n]`, the class from 0 to 46: `emnistBalanced.classNames`
 *
 * The checksum is the one that TensorFlow Datasets publishes (url_checksums/emnist.txt), the classes and their order are torchvision's. The file was not at
 * hand when this was written: it has never been loaded here from its origin.
 *
 * @example
 * const { train, test } = await emnistBalanced.load();
 * train.x.shape; // [112800, 28, 28, 1]
 * emnistBalanced.classNames[36]; // "a"
 *
 * Licence: public domain, a work of the US government; NIST asks for the citation.
 */
export const emnistBalanced: IdxDataset = /* @__PURE__ */ defineEmnist({
  name: "emnist-balanced",
  title: "EMNIST Balanced",
  description: "Handwritten digits and letters in grey, 28x28 pixels, as many of each of 47 classes.",
  classNames: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt".split(""),
  size: { train: 112_800, test: 18_800 },
  part: "balanced",
  firstLabel: 0,
});
