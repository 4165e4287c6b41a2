import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { createHash } from "node:crypto";
import type { DatasetFile } from "../src/Dataset.ts";
import { defineIdxDataset, type IdxDataset, type IdxTable } from "../src/defineIdxDataset.ts";
import type { Transfer } from "../src/loading/Transfer.ts";

/** Three rounds without waiting, and a short patience with silent servers. */
export const hastyTransfer: Transfer = { rounds: 3, backoffMs: 1, stallMs: 300 };

/** A file of the tiny dataset with its bytes. */
export interface TinyFile {
  readonly entry: DatasetFile;
  readonly raw: Uint8Array;
  readonly gz: Uint8Array;
}

/** 100 training and 20 test images of 28x28 pseudo-random bytes: too many to come in one piece, too dull to be zipped small. */
export const tinyFiles: Readonly<Record<string, TinyFile>> = Object.fromEntries(
  [
    tinyFile("train-images.gz", [100, 28, 28]),
    tinyFile("train-labels.gz", [100]),
    tinyFile("test-images.gz", [20, 28, 28]),
    tinyFile("test-labels.gz", [20]),
  ].map((file) => [file.entry.name, file]),
);

/** The file of that name with its bytes. */
export function tiny(name: string): TinyFile {
  const file = tinyFiles[name];
  if (file === undefined) throw new Error(`The tiny dataset has no ${name}`);
  return file;
}

/** The table of the tiny dataset with these mirrors. */
export function tinyTable(mirrors: readonly string[] = []): IdxTable {
  return {
    name: "tiny",
    title: "Tiny",
    description: "Noise.",
    inputShape: [28, 28, 1],
    classNames: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"],
    size: { train: 100, test: 20 },
    parts: {
      train: { x: tiny("train-images.gz").entry, y: tiny("train-labels.gz").entry },
      test: { x: tiny("test-images.gz").entry, y: tiny("test-labels.gz").entry },
    },
    mirrors: mirrors.map((url) => ({ url, cors: "unknown" })),
    license: "none",
    citation: "none",
    homepage: "none",
  };
}

/** The tiny dataset with these mirrors, and no pauses; on a busy machine, a server may well be silent for a while. */
export function tinyDataset(...mirrors: string[]): IdxDataset {
  return defineIdxDataset(tinyTable(mirrors), { ...hastyTransfer, stallMs: 10_000 });
}

/** Lays out the tiny dataset as a mirror, with `changes` in place of some files; `undefined` leaves a file out. */
export async function layOutMirror(
  folder: string,
  changes: Readonly<Record<string, Uint8Array | undefined>> = {},
): Promise<void> {
  for (const [name, { gz }] of Object.entries(tinyFiles)) {
    const bytes = name in changes ? changes[name] : gz;
    const path = join(folder, "tiny", name);
    await mkdir(dirname(path), { recursive: true });
    if (bytes !== undefined) await writeFile(path, bytes);
  }
}

function tinyFile(name: string, shape: readonly number[]): TinyFile {
  const header = new DataView(new ArrayBuffer(4 + 4 * shape.length));
  header.setUint32(0, 0x0800 + shape.length);
  for (const [axis, length] of shape.entries()) header.setUint32(4 + 4 * axis, length);
  const values = noise(shape.reduce((product, length) => product * length, 1)).map((value) =>
    shape.length === 1 ? value % 10 : value,
  );
  const raw = new Uint8Array([...new Uint8Array(header.buffer), ...values]);
  const gz = new Uint8Array(gzipSync(raw));
  const entry = { name, bytes: gz.length, sha256: hash(gz), raw: { bytes: raw.length, sha256: hash(raw) } };
  return { entry, raw, gz };
}

/** A linear congruential generator: no better one is needed to defeat gzip. */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function hash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
