import { defineIdxDataset, type IdxDataset } from "./defineIdxDataset.ts";

/**
 * MNIST: handwritten digits, the classic first dataset.
 *
 * 60,000 training and 10,000 test images of 28x28 pixels in grey, 11.6 MB to download and 55 MB in memory. Made by Yann LeCun,
 * Corinna Cortes and Christopher Burges from NIST's forms: http://yann.lecun.com/exdb/mnist/
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 28, 28, 1]`, from 0 (paper) to 255 (ink)
 * - `y`: `Uint8Array` of shape `[n]`, the digit from 0 to 9
 *
 * @example
 * const { train, test } = await mnist.load();
 * train.x.shape; // [60000, 28, 28, 1]
 * test.y.shape; // [10000]
 * mnist.classNames[train.y.data[0]]; // "5"
 *
 * Licence: Creative Commons Attribution-ShareAlike 3.0, held by Yann LeCun and Corinna Cortes.
 */
export const mnist: IdxDataset = /* @__PURE__ */ defineIdxDataset({
  name: "mnist",
  title: "MNIST",
  description: "Handwritten digits in grey, 28x28 pixels, written by clerks and pupils on NIST's forms.",
  inputShape: [28, 28, 1],
  classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
  size: { train: 60_000, test: 10_000 },
  parts: {
    train: {
      x: {
        name: "train-images-idx3-ubyte.gz",
        bytes: 9_912_422,
        sha256: "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        raw: {
          bytes: 47_040_016,
          sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
        },
      },
      y: {
        name: "train-labels-idx1-ubyte.gz",
        bytes: 28_881,
        sha256: "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        raw: { bytes: 60_008, sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5" },
      },
    },
    test: {
      x: {
        name: "t10k-images-idx3-ubyte.gz",
        bytes: 1_648_877,
        sha256: "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        raw: { bytes: 7_840_016, sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7" },
      },
      y: {
        name: "t10k-labels-idx1-ubyte.gz",
        bytes: 4_542,
        sha256: "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        raw: { bytes: 10_008, sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2" },
      },
    },
  },
  mirrors: [
    { url: "https://storage.googleapis.com/cvdf-datasets/mnist/", cors: "unknown" },
    { url: "https://ossci-datasets.s3.amazonaws.com/mnist/", cors: "unknown" },
    { url: "https://cdn.jsdelivr.net/gh/fgnt/mnist/", cors: "yes" },
  ],
  license: "CC-BY-SA-3.0",
  citation:
    "Y. LeCun, L. Bottou, Y. Bengio, P. Haffner: Gradient-based learning applied to document recognition. Proc. IEEE 86(11), 1998",
  homepage: "http://yann.lecun.com/exdb/mnist/",
});
