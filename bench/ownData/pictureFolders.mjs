import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cifar10, fashionMnist, mnist } from "@minibatch/datasets";
import { encode as encodePng } from "fast-png";
import jpeg from "jpeg-js";

/**
 * Writes 40 test images of each class of MNIST and Fashion-MNIST as PNG and JPEG files, a folder for each of the 20 classes.
 *
 * @param {string} folder
 * @param {string} mirror
 */
export async function writeTwentyClasses(folder, mirror) {
  for (const dataset of [mnist, fashionMnist]) {
    const { test } = await dataset.load({ mirror, split: "test" });
    await writeClasses(folder, dataset, test, { classes: 10, each: 40, alsoJpeg: true });
  }
}

/**
 * Writes 300 training images of each of the first five classes of CIFAR-10 as PNG files.
 *
 * @param {string} folder
 * @param {string} mirror
 */
export async function writeFiveClasses(folder, mirror) {
  const { train } = await cifar10.load({ mirror, split: "train", limit: 10_000 });
  await writeClasses(folder, cifar10, train, { classes: 5, each: 300, alsoJpeg: false });
}

async function writeClasses(folder, { name, classNames }, { x, y }, { classes, each, alsoJpeg }) {
  const [, height, width, channels] = x.shape;
  const size = height * width * channels;
  const counts = new Map();
  for (const [row, label] of y.data.entries()) {
    const count = counts.get(label) ?? 0;
    if (label >= classes || count >= each) continue;
    counts.set(label, count + 1);
    const inside = join(folder, `${name} ${classNames[label]}`.replaceAll(/[^\w]+/g, "-"));
    await mkdir(inside, { recursive: true });
    const data = x.data.slice(row * size, (row + 1) * size);
    const isJpeg = alsoJpeg && count % 2 === 1;
    const bytes = isJpeg
      ? jpeg.encode({ width, height, data: withAlpha(data) }, 95).data
      : encodePng({ width, height, data, channels });
    await writeFile(join(inside, `${count}.${isJpeg ? "jpg" : "png"}`), bytes);
  }
}

function withAlpha(grey) {
  return Uint8Array.from({ length: 4 * grey.length }, (_, at) => (at % 4 === 3 ? 255 : grey[at >> 2]));
}
