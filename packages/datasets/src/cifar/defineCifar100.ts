import type { Dataset, DatasetCard, DatasetFile, Samples } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import { copyPlanes, emptyCifar10, imageBytes } from "../formats/parseCifar10.ts";
import { readTar } from "../formats/readTar.ts";
import { slices } from "../formats/slices.ts";
import { unzip } from "../formats/unzip.ts";
import { limitRows } from "../loading/limitRows.ts";
import { loadFile } from "../loading/loadFile.ts";
import { patientTransfer, type Transfer } from "../loading/Transfer.ts";

/** The classes of CIFAR-100, of one of its two kinds. */
export interface Cifar100Table extends Pick<DatasetCard, "name" | "title" | "description" | "classNames"> {
  /** Where the label stands in a record: a coarse one comes first, then a fine one. */
  readonly labelAt: 0 | 1;
}

/** An archive of the layout of CIFAR-100's. */
export interface Cifar100Archive {
  readonly archive?: DatasetFile;
  readonly size?: DatasetCard["size"];
}

/** Two labels, then the planes of red, green and blue. */
const recordBytes = 2 + imageBytes;

/** Size and checksum as TensorFlow Datasets publishes them: url_checksums/cifar100.txt. */
const original: DatasetFile = {
  name: "cifar-100-binary.tar.gz",
  bytes: 168_513_733,
  sha256: "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
};

/**
 * Makes a loader of CIFAR-100 from its classes.
 *
 * The archive is kept and verified as a whole: nobody publishes checksums of its members that could stand for them.
 *
 * @param from another archive of the same layout, and how many rows it has
 * @param transfer how patient downloads are
 */
export function defineCifar100(
  { labelAt, ...about }: Cifar100Table,
  { archive = original, size = { train: 50_000, test: 10_000 } }: Cifar100Archive = {},
  transfer: Transfer = patientTransfer,
): Dataset<Uint8Array, Uint8Array> {
  const card: DatasetCard = {
    ...about,
    folder: "cifar-100",
    task: "classification",
    inputShape: [32, 32, 3],
    size,
    files: [archive],
    mirrors: [{ url: "https://www.cs.toronto.edu/~kriz/", cors: "unknown" }],
    license: "none stated; free to use with the citation",
    citation: "A. Krizhevsky: Learning Multiple Layers of Features from Tiny Images. Technical report, 2009",
    homepage: "https://www.cs.toronto.edu/~kriz/cifar.html",
  };
  return {
    ...card,
    async load(options = {}) {
      const train = emptyCifar10(limitRows("train", options, size.train));
      const test = emptyCifar10(limitRows("test", options, size.test));
      const wanted = new Map(Object.entries({ train, test }).filter(([, { y }]) => y.data.length > 0));
      if (wanted.size === 0) return { train, test };
      const bytes = await loadFile(card, archive, options, transfer);
      for await (const { name, pieces } of readTar(unzip(slices(bytes)))) {
        const part = /^cifar-100-binary\/(train|test)\.bin$/.exec(name)?.[1] ?? "";
        const samples = wanted.get(part);
        if (samples === undefined) continue;
        await readRecords(name, pieces, samples, labelAt, card.classNames.length);
        wanted.delete(part);
        options.signal?.throwIfAborted();
        if (wanted.size === 0) return { train, test };
      }
      throw new DatasetError(
        "INVALID_FORMAT",
        `${archive.name} has no ${[...wanted.keys()].map((part) => `cifar-100-binary/${part}.bin`).join(", ")}`,
      );
    },
  };
}

/** Fills samples from the records of a member while it is unpacked: 154 MB at once would be held for nothing. */
async function readRecords(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  { x, y }: Samples<Uint8Array, Uint8Array>,
  labelAt: number,
  classes: number,
): Promise<void> {
  const record = new Uint8Array(recordBytes);
  let [filled, row] = [0, 0];
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + recordBytes - filled);
      record.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < recordBytes) break;
      const label = record[labelAt] as number;
      if (label >= classes) {
        throw new DatasetError(
          "INVALID_FORMAT",
          `${name} has label ${label} in record ${row}, of ${classes}`,
        );
      }
      y.data[row] = label;
      copyPlanes(record, 2, x.data, row);
      [filled, row] = [0, row + 1];
      if (row === y.data.length) return;
    }
  }
  throw new DatasetError("INVALID_FORMAT", `${name} ends after ${row} of ${y.data.length} records`);
}
