import type { DatasetCard, DatasetFile, LoadOptions, Samples } from "../Dataset.ts";
import { DatasetError } from "../DatasetError.ts";
import type { IdxDataset } from "../defineIdxDataset.ts";
import { gunzip } from "../formats/gunzip.ts";
import { parseIdx } from "../formats/parseIdx.ts";
import { readZipDirectory, type ZipEntry } from "../formats/readZipDirectory.ts";
import { unpackEntry } from "../formats/unpackEntry.ts";
import { limitRows } from "../loading/limitRows.ts";
import { loadFile } from "../loading/loadFile.ts";
import { patientTransfer, type Transfer } from "../loading/Transfer.ts";

/** One of the parts of EMNIST. */
export interface EmnistTable
  extends Pick<DatasetCard, "name" | "title" | "description" | "classNames" | "size"> {
  /** What its files are called after. */
  readonly part: "balanced" | "letters";
  /** The label of the first class in the files. */
  readonly firstLabel: 0 | 1;
}

const side = 28;

/** Size and checksum as TensorFlow Datasets publishes them: url_checksums/emnist.txt. */
const original: DatasetFile = {
  name: "gzip.zip",
  bytes: 561_753_746,
  sha256: "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e",
};

/**
 * Makes a loader of a part of EMNIST.
 *
 * All parts are in one zip of zipped IDX files, which is kept and verified as a whole: nobody publishes checksums of its members.
 *
 * @param archive another one of the same layout
 * @param transfer how patient downloads are
 */
export function defineEmnist(
  { part, firstLabel, ...about }: EmnistTable,
  archive: DatasetFile = original,
  transfer: Transfer = patientTransfer,
): IdxDataset {
  const card: DatasetCard = {
    ...about,
    folder: "emnist",
    task: "classification",
    inputShape: [side, side, 1],
    files: [archive],
    mirrors: [
      { url: "https://biometrics.nist.gov/cs_links/EMNIST/", cors: "unknown" },
      { url: "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/", cors: "unknown" },
    ],
    license: "public domain: a work of the US government; NIST asks for the citation",
    citation:
      "G. Cohen, S. Afshar, J. Tapson, A. van Schaik: EMNIST: an extension of MNIST to handwritten letters. arXiv:1702.05373, 2017",
    homepage: "https://www.nist.gov/itl/products-and-services/emnist-dataset",
  };
  return {
    ...card,
    async load(options = {}) {
      const rows = {
        train: limitRows("train", options, card.size.train),
        test: limitRows("test", options, card.size.test),
      };
      const bytes = rows.train + rows.test > 0 ? await loadFile(card, archive, options, transfer) : undefined;
      const entries = bytes ? readZipDirectory(bytes) : [];
      const read = (split: "train" | "test"): Promise<Samples<Uint8Array, Uint8Array>> =>
        readPart(entries, `gzip/emnist-${part}-${split}`, rows[split], options);
      const [train, test] = [await read("train"), await read("test")];
      for (const { y } of [train, test]) fromZero(y.data, firstLabel, card.classNames.length);
      return { train, test };
    },
  };
}

async function readPart(
  entries: readonly ZipEntry[],
  name: string,
  rows: number,
  { signal }: LoadOptions,
): Promise<Samples<Uint8Array, Uint8Array>> {
  const images = await readIdx(entries, `${name}-images-idx3-ubyte.gz`, [rows, side, side], signal);
  const labels = await readIdx(entries, `${name}-labels-idx1-ubyte.gz`, [rows], signal);
  for (let row = 0; row < rows; row += 1) transpose(images, row * side * side);
  return { x: { data: images, shape: [rows, side, side, 1] }, y: { data: labels, shape: [rows] } };
}

/** The first rows of a zipped IDX file in the archive. */
async function readIdx(
  entries: readonly ZipEntry[],
  name: string,
  shape: readonly [number, ...number[]],
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const [rows, ...axes] = shape;
  if (rows === 0) return new Uint8Array(0);
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) throw new DatasetError("INVALID_FORMAT", `The archive of EMNIST has no ${name}`);
  const count = shape.reduce((product, length) => product * length, 1);
  const idx = await gunzip(await unpackEntry(entry), 4 + 4 * shape.length + count, signal);
  const { data, shape: found } = parseIdx(idx, { limit: rows });
  if (data instanceof Uint8Array && found.join() === shape.join()) return data;
  throw new DatasetError(
    "INVALID_FORMAT",
    `${name} should hold bytes [${[rows, ...axes].join(", ")}], got [${found.join(", ")}]`,
  );
}

/** The files have their images column by column, as MATLAB holds them. */
function transpose(pixels: Uint8Array, from: number): void {
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < row; column += 1) {
      const [one, other] = [from + row * side + column, from + column * side + row];
      const pixel = pixels[one] as number;
      pixels[one] = pixels[other] as number;
      pixels[other] = pixel;
    }
  }
}

function fromZero(labels: Uint8Array, first: number, classes: number): void {
  for (const [row, label] of labels.entries()) {
    const moved = label - first;
    if (moved < 0 || moved >= classes) {
      throw new DatasetError(
        "INVALID_FORMAT",
        `Label ${label} in row ${row}: from ${first} to ${first + classes - 1} is expected`,
      );
    }
    labels[row] = moved;
  }
}
