import { noCache } from "@minibatch/datasets";
import { describe, expect, it } from "vitest";
import { type ImageFolderOptions, imageFolder } from "../src/index.ts";
import { jpegOf, makePicture, pngOf } from "./makePicture.ts";
import { makeFolder } from "./makeFolder.ts";

const quiet = { cache: noCache, threads: 0 } satisfies ImageFolderOptions;

/** Pictures of classes, each as PNG and JPEG in turn. */
function classes(counts: Readonly<Record<string, number>>, prefix = ""): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  let seed = prefix.length * 1000;
  for (const [name, count] of Object.entries(counts)) {
    for (let at = 0; at < count; at++) {
      const picture = makePicture(++seed);
      files[`${prefix}${name}/${at}.${at % 2 === 0 ? "png" : "jpg"}`] =
        at % 2 === 0 ? pngOf(picture) : jpegOf(picture);
    }
  }
  return files;
}

describe("imageFolder(path)", () => {
  it("makes a dataset of a folder of PNG and JPEG, one folder a class", async () => {
    const folder = await makeFolder(classes({ dog: 20, cat: 30 }));
    const pictures = await imageFolder(folder, quiet);
    expect(pictures).toMatchObject({
      name: "pictures",
      task: "classification",
      description: "50 pictures in 2 classes: cat 30, dog 20",
      classNames: ["cat", "dog"],
      inputShape: [40, 40, 3],
      leftOut: [],
      similar: [],
      splitBy: "content",
    });
    const { train, validation, test } = await pictures.load();
    expect(train.x.shape).toEqual([pictures.size.train, 40, 40, 3]);
    expect(train.x.data).toHaveLength(pictures.size.train * 4800);
    expect(pictures.size.train + (validation?.y.data.length ?? 0) + test.y.data.length).toBe(50);
    // Labels and names are of the same row, and pixels of the file.
    for (const [row, label] of train.y.data.entries()) {
      expect(train.names?.[row]).toMatch(label === 0 ? /^cat\// : /^dog\//);
    }
    const row = (train.names ?? []).findIndex((file) => file === "cat/0.png" || file === "dog/0.png");
    const seed = train.names?.[row] === "dog/0.png" ? 1 : 21;
    expect(train.x.data.subarray(row * 4800, (row + 1) * 4800)).toEqual(makePicture(seed).rgb);
  });
});
