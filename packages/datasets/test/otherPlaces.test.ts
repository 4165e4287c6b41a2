import { expect, test } from "vitest";
import { otherPlaces, torchvisionPlaces } from "../src/caches/otherPlaces.node.ts";

test("torchvisionPlaces(key) are in torchvision's folders, zipped first", () => {
  expect(torchvisionPlaces("mnist/t10k-labels-idx1-ubyte.gz").slice(0, 2)).toEqual([
    "MNIST/raw/t10k-labels-idx1-ubyte.gz",
    "MNIST/raw/t10k-labels-idx1-ubyte",
  ]);
  expect(torchvisionPlaces("fashion-mnist/a.gz")).toContain("FashionMNIST/raw/a");
  expect(torchvisionPlaces("kmnist/a.gz")).toContain("KMNIST/raw/a.gz");
  expect(torchvisionPlaces("cifar-10/cifar-10-batches-bin/test_batch.bin")).toContain(
    "cifar-10-batches-bin/test_batch.bin",
  );
  expect(torchvisionPlaces("boston-housing/housing.data")).toEqual([]);
});

test("otherPlaces(key) are those, and the dataset's folder and the folder itself, unzipped and with a dot", () => {
  const places = otherPlaces("mnist/train-images-idx3-ubyte.gz");
  for (const folder of ["mnist/", "MNIST/raw/", ""]) {
    for (const name of ["train-images-idx3-ubyte", "train-images.idx3-ubyte", "train-images.idx3-ubyte.gz"]) {
      expect(places).toContain(folder + name);
    }
  }
  expect(places).toContain("train-images-idx3-ubyte.gz");
  expect(places).not.toContain("mnist/train-images-idx3-ubyte.gz");
  expect(new Set(places).size).toBe(places.length);
  expect(otherPlaces("boston-housing/housing.data")).toEqual(["housing.data"]);
});
