import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type DatasetCard, type DatasetFile, fashionMnist, mnist } from "@minibatch/datasets";
import { madeOnce } from "@minibatch/testing";
import { buildApp } from "./buildApp.ts";

/** Files in MNIST's format that a program made, and the card that has their checksums. */
export interface MadeMnist {
  readonly card: DatasetCard;
  /** Holds the files as a mirror does, in folders of their datasets; the labels of "Fashion-MNIST" too. */
  readonly mirror: string;
  readonly names: readonly string[];
}

/** Makes 60,000 and 10,000 images with a bar where their class is: anything learns them in a few steps. */
export async function madeMnist(): Promise<MadeMnist> {
  const mirror = await madeOnce("made-mnist", async (folder) => {
    await mkdir(join(folder, "mnist"), { recursive: true });
    await mkdir(join(folder, "fashion-mnist"));
    for (const [file, bytes] of contents()) {
      await writeFile(join(folder, "mnist", file.name), gzipSync(bytes, { level: 1 }));
    }
    const labels = Uint8Array.from({ length: 60_000 }, (_, row) => (row + 1) % 10);
    const { name } = trainLabels(fashionMnist);
    await writeFile(join(folder, "fashion-mnist", name), gzipSync(idx([60_000], labels)));
  });
  const files = await Promise.all(
    mnist.files.map(async ({ name }): Promise<DatasetFile> => {
      const bytes = await readFile(join(mirror, "mnist", name));
      return { name, bytes: bytes.length, sha256: sha256(bytes) };
    }),
  );
  return { card: { ...mnist, files }, mirror, names: files.map(({ name }) => name) };
}

/** The app as it is built, but that its checksums are those of the made files. */
export async function appForMade({ card, mirror }: MadeMnist): Promise<string> {
  const { name, sha256: old } = trainLabels(fashionMnist);
  const fashion = sha256(await readFile(join(mirror, "fashion-mnist", name)));
  const checksums = new Map([[old, fashion]]);
  for (const [index, file] of mnist.files.entries()) {
    checksums.set(file.sha256, card.files[index]?.sha256 ?? "");
  }
  return madeOnce("app-for-made", async (folder) => {
    await cp(await buildApp(), folder, { recursive: true });
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith(".js")) continue;
      const path = join(entry.parentPath, entry.name);
      let text = await readFile(path, "utf8");
      for (const [old, made] of checksums) text = text.replaceAll(old, made);
      await writeFile(path, text);
    }
  });
}

function trainLabels({ files }: DatasetCard): DatasetFile {
  const file = files.find(({ name }) => name.startsWith("train-labels"));
  if (!file) throw new Error("The dataset has no training labels.");
  return file;
}

function contents(): (readonly [DatasetFile, Uint8Array])[] {
  return mnist.files.map((file) => {
    const rows = file.name.startsWith("train") ? 60_000 : 10_000;
    const isLabels = file.name.includes("labels");
    const labels = Uint8Array.from({ length: rows }, (_, row) => row % 10);
    return [file, isLabels ? idx([rows], labels) : idx([rows, 28, 28], images(rows))];
  });
}

function images(rows: number): Uint8Array {
  const data = new Uint8Array(rows * 784);
  for (let row = 0; row < rows; row += 1) {
    const bar = row * 784 + (4 + 2 * (row % 10)) * 28;
    data.fill(255, bar, bar + 28);
  }
  return data;
}

/** An IDX file of bytes. */
function idx(shape: readonly number[], data: Uint8Array): Uint8Array {
  const file = new Uint8Array(4 + 4 * shape.length + data.length);
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  for (const [axis, length] of shape.entries()) view.setUint32(4 + 4 * axis, length);
  file.set(data, 4 + 4 * shape.length);
  return file;
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
