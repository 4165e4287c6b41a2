import { defineIdxDataset, type IdxDataset } from "./defineIdxDataset.ts";

/**
 * Kuzushiji-MNIST: cursive Japanese characters from old books in the format of MNIST, and harder.
 *
 * 60,000 training and 10,000 test images of 28x28 pixels in grey, 6,000 and 1,000 of each class, 21.2 MB to download and 55 MB in
 * memory. Made by the Center for Open Data in the Humanities: https://github.com/rois-codh/kmnist
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 28, 28, 1]`, from 0 (paper) to 255 (ink)
 * - `y`: `Uint8Array` of shape `[n]`, the class from 0 to 9
 *
 * | label | class | label | class |
 * | --- | --- | --- | --- |
 * | 0 | お o | 5 | は ha |
 * | 1 | き ki | 6 | ま ma |
 * | 2 | す su | 7 | や ya |
 * | 3 | つ tsu | 8 | れ re |
 * | 4 | な na | 9 | を wo |
 *
 * Sizes and checksums are those that TensorFlow Datasets publishes (datasets/kmnist/checksums.tsv); nobody publishes those of the
 * unzipped files, so a server that unzips on the way is refused.
 *
 * @example
 * const { train, test } = await kmnist.load();
 * train.x.shape; // [60000, 28, 28, 1]
 * test.y.shape; // [10000]
 * kmnist.classNames[9]; // "を wo"
 *
 * Licence: Creative Commons Attribution-ShareAlike 4.0, held by the Center for Open Data in the Humanities.
 */
export const kmnist: IdxDataset = /* @__PURE__ */ defineIdxDataset({
  name: "kmnist",
  title: "Kuzushiji-MNIST",
  description: "Ten characters of cursive Japanese in grey, 28x28 pixels, from books of before 1900.",
  inputShape: [28, 28, 1],
  classNames: ["お o", "き ki", "す su", "つ tsu", "な na", "は ha", "ま ma", "や ya", "れ re", "を wo"],
  size: { train: 60_000, test: 10_000 },
  parts: {
    train: {
      x: {
        name: "train-images-idx3-ubyte.gz",
        bytes: 18_165_135,
        sha256: "51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4",
      },
      y: {
        name: "train-labels-idx1-ubyte.gz",
        bytes: 29_497,
        sha256: "e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17",
      },
    },
    test: {
      x: {
        name: "t10k-images-idx3-ubyte.gz",
        bytes: 3_041_136,
        sha256: "edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5",
      },
      y: {
        name: "t10k-labels-idx1-ubyte.gz",
        bytes: 5_120,
        sha256: "20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c",
      },
    },
  },
  mirrors: [
    { url: "https://codh.rois.ac.jp/kmnist/dataset/kmnist/", cors: "unknown" },
    { url: "http://codh.rois.ac.jp/kmnist/dataset/kmnist/", cors: "unknown" },
  ],
  license: "CC-BY-SA-4.0",
  citation:
    "T. Clanuwat, M. Bober-Irizar, A. Kitamoto, A. Lamb, K. Yamamoto, D. Ha: Deep Learning for Classical Japanese Literature. arXiv:1812.01718, 2018",
  homepage: "http://codh.rois.ac.jp/kmnist/",
});
