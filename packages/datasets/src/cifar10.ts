import type { Dataset, DatasetCard, DatasetFile, TrainTest } from "./Dataset.ts";
import { limitRows } from "./loading/limitRows.ts";
import { loadMembers } from "./loading/loadMembers.ts";
import { copyCifar10, emptyCifar10 } from "./formats/parseCifar10.ts";
import { patientTransfer } from "./loading/Transfer.ts";

/** Every batch has as many records. */
const batchRows = 10_000;

const trainBatches = [
  batch("data_batch_1.bin", "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
  batch("data_batch_2.bin", "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
  batch("data_batch_3.bin", "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
  batch("data_batch_4.bin", "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
  batch("data_batch_5.bin", "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
];
const testBatch = batch("test_batch.bin", "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b");

const archive: DatasetFile = {
  name: "cifar-10-binary.tar.gz",
  bytes: 170_052_171,
  sha256: "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
  members: [...trainBatches, testBatch],
};

const card: DatasetCard = {
  name: "cifar-10",
  title: "CIFAR-10",
  description: "Small colour photographs of animals and vehicles, 32x32 pixels, labelled by hand.",
  task: "classification",
  inputShape: [32, 32, 3],
  classNames: ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"],
  size: { train: trainBatches.length * batchRows, test: batchRows },
  files: [archive],
  mirrors: [
    { url: "https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/", cors: "unknown" },
    { url: "https://www.cs.toronto.edu/~kriz/", cors: "unknown" },
  ],
  license: "none stated; free to use with the citation",
  citation: "A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images. Technical report, 2009",
  homepage: "https://www.cs.toronto.edu/~kriz/cifar.html",
};

/**
 * CIFAR-10: small photographs in colour, of ten kinds of animals and vehicles.
 *
 * 50,000 training and 10,000 test images of 32x32 pixels, 5,000 and 1,000 of each class; 170 MB to download and 184 MB in memory and in
 * the cache. Made by Alex Krizhevsky, Vinod Nair and Geoffrey Hinton: https://www.cs.toronto.edu/~kriz/cifar.html
 *
 * `load()` returns `train` and `test`, each with
 * - `x`: `Uint8Array` of shape `[n, 32, 32, 3]`, red, green and blue from 0 to 255
 * - `y`: `Uint8Array` of shape `[n]`, the class from 0 to 9
 *
 * | label | class | label | class |
 * | --- | --- | --- | --- |
 * | 0 | airplane | 5 | dog |
 * | 1 | automobile | 6 | frog |
 * | 2 | bird | 7 | horse |
 * | 3 | cat | 8 | ship |
 * | 4 | deer | 9 | truck |
 *
 * The archive is unpacked while it arrives; its batches are verified one by one and cached. With a `limit` only the batches
 * that it takes are kept.
 *
 * @example
 * const { train, test } = await cifar10.load();
 * train.x.shape; // [50000, 32, 32, 3]
 * test.y.shape; // [10000]
 * cifar10.classNames[train.y.data[0]]; // "frog"
 *
 * Licence: none stated; its authors ask for the citation.
 */
export const cifar10: Dataset<Uint8Array, Uint8Array> = {
  ...card,
  async load(options = {}): Promise<TrainTest<Uint8Array, Uint8Array>> {
    const trainRows = limitRows("train", options, card.size.train);
    const testRows = limitRows("test", options, card.size.test);
    const [train, test] = [emptyCifar10(trainRows), emptyCifar10(testRows)];
    const wanted = trainBatches.slice(0, Math.ceil(trainRows / batchRows));
    const members = testRows > 0 ? [...wanted, testBatch] : wanted;
    await loadMembers(card, { ...archive, members }, options, patientTransfer, (member, bytes) => {
      if (member === testBatch) copyCifar10(bytes, test, 0);
      else copyCifar10(bytes, train, wanted.indexOf(member) * batchRows);
    });
    return { train, test };
  },
};

function batch(name: string, sha256: string): DatasetFile {
  return { name: `cifar-10-batches-bin/${name}`, bytes: 30_730_000, sha256 };
}
