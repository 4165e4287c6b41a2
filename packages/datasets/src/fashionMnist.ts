import { defineIdxDataset, type IdxDataset } from "./defineIdxDataset.ts";

/**
 * Fashion-MNIST: clothes from a catalogue in the format of MNIST, and harder.
 *
 * 60,000 training and 10,000 test images of 28x28 pixels in grey, 6,000 and 1,000 of each class, 30.9 MB to download and 55 MB
 * in memory. Made by Zalando Research: https://github.com/zalandoresearch/fashion-mnist
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 28, 28, 1]`, from 0 (background) to 255
 * - `y`: `Uint8Array` of shape `[n]`, the class from 0 to 9
 *
 * | label | class | label | class |
 * | --- | --- | --- | --- |
 * | 0 | T-shirt/top | 5 | Sandal |
 * | 1 | Trouser | 6 | Shirt |
 * | 2 | Pullover | 7 | Sneaker |
 * | 3 | Dress | 8 | Bag |
 * | 4 | Coat | 9 | Ankle boot |
 *
 * @example
 * const { train, test } = await fashionMnist.load();
 * train.x.shape; // [60000, 28, 28, 1]
 * test.y.shape; // [10000]
 * fashionMnist.classNames[train.y.data[0]]; // "Ankle boot"
 *
 * Licence: MIT, held by Zalando SE.
 */
export const fashionMnist: IdxDataset = /* @__PURE__ */ defineIdxDataset({
  name: "fashion-mnist",
  title: "Fashion-MNIST",
  description: "Clothes, shoes and bags in grey, 28x28 pixels, from Zalando's catalogue.",
  inputShape: [28, 28, 1],
  classNames: [
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
  ],
  size: { train: 60_000, test: 10_000 },
  parts: {
    train: {
      x: {
        name: "train-images-idx3-ubyte.gz",
        bytes: 26_421_880,
        sha256: "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        raw: {
          bytes: 47_040_016,
          sha256: "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
        },
      },
      y: {
        name: "train-labels-idx1-ubyte.gz",
        bytes: 29_515,
        sha256: "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        raw: { bytes: 60_008, sha256: "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9" },
      },
    },
    test: {
      x: {
        name: "t10k-images-idx3-ubyte.gz",
        bytes: 4_422_102,
        sha256: "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        raw: { bytes: 7_840_016, sha256: "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b" },
      },
      y: {
        name: "t10k-labels-idx1-ubyte.gz",
        bytes: 5_148,
        sha256: "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        raw: { bytes: 10_008, sha256: "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34" },
      },
    },
  },
  mirrors: [
    { url: "https://storage.googleapis.com/tensorflow/tf-keras-datasets/", cors: "unknown" },
    {
      url: "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
      cors: "yes",
    },
    { url: "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", cors: "unknown" },
  ],
  license: "MIT",
  citation:
    "H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST: a Novel Image Dataset for Benchmarking Machine Learning Algorithms. arXiv:1708.07747, 2017",
  homepage: "https://github.com/zalandoresearch/fashion-mnist",
});
