import { noCache } from "@minibatch/datasets";
import { describe, expect, it } from "vitest";
import { type ImageDataset, type ImageFolderOptions, imageFolder } from "../src/index.ts";
import { makeClasses } from "./makeClasses.ts";
import { makeFolder } from "./makeFolder.ts";
import { jpegOf, makePicture, pngOf } from "./makePicture.ts";

const quiet = { cache: noCache, threads: 0 } satisfies ImageFolderOptions;

/** Which part each file is in. */
async function sidesOf(pictures: ImageDataset): Promise<Record<string, string>> {
  const { train, validation, test } = await pictures.load();
  const sides: Record<string, string> = {};
  for (const [part, samples] of Object.entries({ train, validation, test })) {
    for (const name of samples?.names ?? []) sides[name] = part;
  }
  return sides;
}

describe("imageFolder(path)", () => {
  it("makes a dataset of a folder of PNG and JPEG, one folder a class", async () => {
    const folder = await makeFolder(makeClasses({ dog: 20, cat: 30 }));
    const pictures = await imageFolder(folder, quiet);
    expect(pictures).toMatchObject({
      name: "pictures",
      task: "classification",
      description: "50 pictures in 2 classes: cat 30, dog 20",
      classNames: ["cat", "dog"],
      inputShape: [10, 12, 3],
      preparation: { kind: "picture", height: 10, width: 12, channels: 3, fit: "pad" },
      leftOut: [],
      similar: [],
      splitBy: "content",
    });
    const { train, validation, test } = await pictures.load();
    expect(train.x.shape).toEqual([pictures.size.train, 10, 12, 3]);
    expect(train.x.data).toHaveLength(pictures.size.train * 360);
    expect(pictures.size.train + (validation?.y.data.length ?? 0) + test.y.data.length).toBe(50);
    const counted = pictures.counts.map((count) => count.train + count.validation + count.test);
    expect(counted).toEqual([30, 20]);
    // Labels and names are of the same row, and pixels of the file.
    const names = train.names ?? [];
    expect([...train.y.data].map((label) => pictures.classNames[label])).toEqual(
      names.map((name) => name.slice(0, 3)),
    );
    const row = names.findIndex((name) => name.startsWith("dog/") && name.endsWith(".png"));
    const seed = 1 + Number.parseInt(names[row]?.slice(4) ?? "", 10);
    expect(train.x.data.subarray(row * 360, (row + 1) * 360)).toEqual(makePicture(seed, 12, 10).rgb);
  });

  it("gives a card that is plain data", async () => {
    const pictures = await imageFolder(await makeFolder(makeClasses({ a: 5, b: 5 })), quiet);
    const card = JSON.parse(JSON.stringify(pictures)) as object;
    expect({ ...card, load: expect.any(Function) }).toEqual({ ...pictures });
  });

  it.for([
    ["train", "val", "test"],
    ["train", "validation", "test"],
    ["Training", "valid", "Testing"],
  ])("takes the split of folders called %s, %s and %s", async ([train = "", validation = "", test = ""]) => {
    const parts = { [train]: 6, [validation]: 2, [test]: 3 };
    const files = Object.entries(parts).flatMap(([part, count], at) =>
      Object.entries(makeClasses({ [`${part}/a`]: count, [`${part}/b`]: count }, 100 * at)),
    );
    const pictures = await imageFolder(await makeFolder(Object.fromEntries(files)), quiet);
    expect(pictures).toMatchObject({
      splitBy: "folders",
      classNames: ["a", "b"],
      size: { train: 12, validation: 4, test: 6 },
      leftOut: [],
    });
    const sides = await sidesOf(pictures);
    expect(sides[`${validation}/a/0.png`]).toBe("validation");
  });

  it("takes what a ready split lacks from the pictures for training", async () => {
    const files = {
      ...makeClasses({ "train/a": 20, "train/b": 20 }),
      ...makeClasses({ "val/a": 3, "val/b": 3 }, 100),
    };
    const { size } = await imageFolder(await makeFolder(files), quiet);
    expect(size.validation).toBe(6);
    expect(size.test).toBeGreaterThan(0);
    expect(size.train + size.test).toBe(40);
  });

  it("reads a class called train that stands beside others", async () => {
    const { classNames } = await imageFolder(await makeFolder(makeClasses({ car: 3, train: 3 })), quiet);
    expect(classNames).toEqual(["car", "train"]);
  });

  it("opens a single folder around everything, and reads folders within a class", async () => {
    const folder = await makeFolder(
      makeClasses({ "export/v2/cat/old": 3, "export/v2/cat": 3, "export/v2/dog": 3 }),
    );
    const { classNames, counts } = await imageFolder(folder, quiet);
    expect(classNames).toEqual(["cat", "dog"]);
    expect(counts.map(({ train, validation, test }) => train + validation + test)).toEqual([6, 3]);
  });

  it("does not see what systems and tools leave behind", async () => {
    const [picture] = Object.values(makeClasses({ x: 1 }, 50));
    const { classNames, leftOut } = await imageFolder(
      await makeFolder({
        ...makeClasses({ a: 3, b: 3 }),
        ".ipynb_checkpoints/0.png": picture,
        "__MACOSX/a/._0.png": "junk",
        "a/.DS_Store": "junk",
        "a/._1.jpg": "junk",
        "b/Thumbs.db": "junk",
        "b/.ipynb_checkpoints/0.png": picture,
        "readme.txt": "all about it",
      }),
      quiet,
    );
    expect({ classNames, leftOut }).toEqual({ classNames: ["a", "b"], leftOut: [] });
  });

  it("leaves out what cannot be read, and says why", async () => {
    const png = pngOf(makePicture(500));
    const jpeg = jpegOf(makePicture(501));
    const heic = Uint8Array.from([0, 0, 0, 24, ...Buffer.from("ftypheic0000mif1heic")]);
    const damaged = png.slice();
    damaged[60] = (damaged[60] ?? 0) ^ 255;
    const folder = await makeFolder({
      ...makeClasses({ a: 3, b: 3 }),
      "a/avif.jpg": Uint8Array.from([0, 0, 0, 24, ...Buffer.from("ftypavif0000")]),
      "a/cut.jpg": jpeg.subarray(0, jpeg.length - 400),
      "a/cut.png": png.subarray(0, png.length - 100),
      "a/damaged.png": damaged,
      "a/empty.png": "",
      "a/heic.jpg": heic,
      "a/notes.txt": "a cat",
      "a/page.png": "<!DOCTYPE html><html>",
      "b/huge.png": pngOf(makePicture(502, 100, 90)),
      "beside.jpg": jpeg,
    });
    const { leftOut, size } = await imageFolder(folder, { ...quiet, maxPixels: 8000 });
    expect(leftOut).toEqual([
      {
        file: "a/avif.jpg",
        reason: "unsupported-format",
        message: "is AVIF, which is not read: save it as JPEG or PNG",
      },
      { file: "a/cut.jpg", reason: "broken", message: "ends early: copy or download it again" },
      { file: "a/cut.png", reason: "broken", message: "ends early: copy or download it again" },
      {
        file: "a/damaged.png",
        reason: "broken",
        message: expect.stringMatching(/^is damaged, or of a rare kind: copy/),
      },
      { file: "a/empty.png", reason: "empty", message: "is empty: 0 bytes" },
      {
        file: "a/heic.jpg",
        reason: "unsupported-format",
        message: "is HEIC, which is not read: save it as JPEG or PNG",
      },
      {
        file: "a/notes.txt",
        reason: "not-a-picture",
        message: "is no picture: its first bytes are of no format that is read",
      },
      {
        file: "a/page.png",
        reason: "not-a-picture",
        message: "is a web page, not a picture: download the picture itself",
      },
      {
        file: "b/huge.png",
        reason: "too-large",
        message: "has 100x90 pixels, more than the limit of 8,000",
      },
      {
        file: "beside.jpg",
        reason: "no-class",
        message: "lies beside the folders of the classes: put it into one of them",
      },
    ]);
    expect(size.train + size.validation + size.test).toBe(6);
  });

  it("uses one of equal files in a class, and none that are in two", async () => {
    const files = makeClasses({ a: 5, b: 5 });
    const folder = await makeFolder({
      ...files,
      "a/again.png": files["a/0.png"],
      "b/both.png": files["a/2.png"],
    });
    const { leftOut } = await imageFolder(folder, quiet);
    expect(leftOut).toEqual([
      {
        file: "a/2.png",
        reason: "two-classes",
        message: "is there under a and b: keep the right one",
        others: ["b/both.png"],
      },
      { file: "a/again.png", reason: "duplicate", message: "is a/0.png again", others: ["a/0.png"] },
      {
        file: "b/both.png",
        reason: "two-classes",
        message: "is there under a and b: keep the right one",
        others: ["a/2.png"],
      },
    ]);
  });

  it("leaves a picture out of training that a ready split tests on, too", async () => {
    const files = {
      ...makeClasses({ "train/a": 6, "train/b": 6 }),
      ...makeClasses({ "test/a": 2, "test/b": 2 }, 100),
    };
    const [picture, near] = [pngOf(makePicture(200)), jpegOf(makePicture(200), 75)];
    const folder = await makeFolder({
      ...files,
      "train/a/same.png": files["test/a/0.png"],
      "test/a/9.png": picture,
      "train/b/near.jpg": near,
    });
    const { leftOut, similar } = await imageFolder(folder, { ...quiet, validationSplit: 0 });
    expect(leftOut.map(({ file, reason }) => [file, reason])).toEqual([
      ["train/a/same.png", "in-another-part"],
      ["train/b/near.jpg", "in-another-part"],
    ]);
    expect(similar).toEqual([["test/a/9.png", "train/b/near.jpg"]]);
  });

  it("keeps pictures together that are nearly the same", async () => {
    const files = makeClasses({ b: 20 });
    for (let at = 0; at < 20; at++) {
      files[`a/${at}.png`] = pngOf(makePicture(100 + at, 60, 40));
      files[`a/${at} again.jpg`] = jpegOf(makePicture(100 + at, 48, 32), 75);
    }
    const pictures = await imageFolder(await makeFolder(files), quiet);
    expect(pictures.similar).toHaveLength(20);
    const sides = await sidesOf(pictures);
    for (const [one = "", other = ""] of pictures.similar) expect(sides[one]).toBe(sides[other]);
  });

  it("moves no picture when others are added, and none for where it lies", async () => {
    const files = makeClasses({ a: 60, b: 60 });
    const before = await imageFolder(await makeFolder(files), quiet);
    const after = await imageFolder(
      await makeFolder({ ...files, ...makeClasses({ c: 30, d: 30 }, 500) }),
      quiet,
    );
    const [sides, later] = [await sidesOf(before), await sidesOf(after)];
    expect(Object.keys(later)).toHaveLength(180);
    expect(later).toMatchObject(sides);
    // The order of the rows stays, too: the new ones come in between.
    const { train } = await after.load();
    expect(train.names?.filter((name) => name in sides)).toEqual((await before.load()).train.names);
    const renamed = Object.fromEntries(
      Object.entries(files).map(([path, file]) => [path.replace(".", " copy."), file]),
    );
    const moved = await sidesOf(await imageFolder(await makeFolder(renamed), quiet));
    expect(Object.values(moved).sort()).toEqual(Object.values(sides).sort());
    expect(moved["a/0 copy.png"]).toBe(sides["a/0.png"]);
  });

  it("splits otherwise by another seed, and as it is told", async () => {
    const folder = await makeFolder(makeClasses({ a: 60, b: 60 }));
    const one = await sidesOf(await imageFolder(folder, quiet));
    expect(await sidesOf(await imageFolder(folder, quiet))).toEqual(one);
    expect(await sidesOf(await imageFolder(folder, { ...quiet, seed: 2 }))).not.toEqual(one);
    const { size } = await imageFolder(folder, { ...quiet, testSplit: 0.5, validationSplit: 0 });
    expect(size.validation).toBe(0);
    expect(size.test).toBeGreaterThan(40);
    const none = await imageFolder(folder, { ...quiet, validationSplit: 0 });
    expect(await none.load()).not.toHaveProperty("validation");
  });

  it("keeps all pictures to test by where it is told to", async () => {
    const folder = await makeFolder(makeClasses({ a: 4, b: 2 }));
    const pictures = await imageFolder(folder, { ...quiet, testSplit: 1, validationSplit: 0 });
    expect(pictures.size).toEqual({ train: 0, validation: 0, test: 6 });
    const { test } = await pictures.load({ split: "test" });
    expect([...test.y.data].toSorted((a, b) => a - b)).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it("is in grey when no picture has colour, and as it is told", async () => {
    const grey = (first: number) =>
      Array.from({ length: 4 }, (_, at) => makePicture(first + at, 12, 10, true));
    const files: Record<string, Uint8Array> = {};
    for (const [at, picture] of grey(1).entries()) files[`a/${at}.jpg`] = jpegOf(picture);
    for (const [at, picture] of grey(9).entries()) files[`b/${at}.png`] = pngOf(picture);
    const folder = await makeFolder(files);
    const plain = await imageFolder(folder, quiet);
    expect(plain.inputShape).toEqual([10, 12, 1]);
    const { train } = await (await imageFolder(folder, { ...quiet, grey: false })).load();
    expect(train.x.shape.at(-1)).toBe(3);
    const coloured = await imageFolder(
      await makeFolder({ ...files, "a/9.png": pngOf(makePicture(99)) }),
      quiet,
    );
    expect(coloured.inputShape.at(-1)).toBe(3);
    const forced = await imageFolder(await makeFolder(makeClasses({ a: 3, b: 3 })), { ...quiet, grey: true });
    expect(forced.inputShape).toEqual([10, 12, 1]);
  });

  it("chooses the median of the longer sides, up to 64, when sizes differ", async () => {
    const sizes = async (...longer: number[]) => {
      const files = longer.map((side, at) => [
        `${at % 2}/${at}.png`,
        pngOf(makePicture(at, side, Math.ceil(side / 2))),
      ]);
      return (await imageFolder(await makeFolder(Object.fromEntries(files)), quiet)).inputShape;
    };
    expect(await sizes(20, 30, 40)).toEqual([30, 30, 3]);
    expect(await sizes(20, 90, 100)).toEqual([64, 64, 3]);
    expect(await sizes(100, 100, 100)).toEqual([64, 64, 3]);
    const folder = await makeFolder(makeClasses({ a: 3, b: 3 }));
    expect((await imageFolder(folder, { ...quiet, imageSize: [5, 7] })).inputShape).toEqual([5, 7, 3]);
  });

  it("says of many classes how many pictures each has", async () => {
    const counts = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => [`class ${at}`, at === 4 ? 5 : 3]),
    );
    const { description } = await imageFolder(await makeFolder(makeClasses(counts)), quiet);
    expect(description).toBe("32 pictures in 10 classes: 3 to 5 of each");
  });

  it("load() gives the first rows of each part, or of one", async () => {
    const pictures = await imageFolder(await makeFolder(makeClasses({ a: 30, b: 30 })), quiet);
    const all = await pictures.load();
    const few = await pictures.load({ limit: 4 });
    expect(few.train.x.shape).toEqual([4, 10, 12, 3]);
    expect(few.train.names).toEqual(all.train.names?.slice(0, 4));
    expect(few.validation?.y.shape).toEqual([4]);
    const one = await pictures.load({ split: "test", limit: { test: 2 } });
    expect([one.train.y.shape, one.validation?.y.shape, one.test.y.shape]).toEqual([[0], [0], [2]]);
    await expect(pictures.load({ limit: -1 })).rejects.toThrow(
      "limit must be a whole number from 0 up, got -1 for train",
    );
  });
});

describe("imageFolder(path) refuses, with an answer that helps,", () => {
  const refusals: readonly [
    string,
    Record<string, Uint8Array | string | undefined>,
    string,
    string | RegExp,
  ][] = [
    [
      "a folder without sub-folders",
      { "1.png": "" },
      "NO_CLASSES",
      /^pictures has no sub-folders, and 1 file: put/,
    ],
    ["one class", { "a/1.png": "" }, "ONE_CLASS", /^pictures has one class, a: two or more/],
    [
      "an empty class",
      { ...makeClasses({ a: 3 }), b: undefined },
      "EMPTY_CLASS",
      "The class b of pictures has no picture: its folder is empty. Put pictures into it, or take the folder away.",
    ],
    [
      "a class of which nothing can be read",
      { ...makeClasses({ a: 3 }), "b/1.png": "", "c/2.png": "" },
      "EMPTY_CLASS",
      /^The class b of pictures has no picture: b\/1.png is empty: 0 bytes. .* The same goes for c.$/,
    ],
    [
      "nothing readable",
      { "a/1.png": "", "b/2.png": "" },
      "NOTHING_READABLE",
      /no picture that can be used: a\/1.png is/,
    ],
    [
      "a class of a ready split that has nothing to train on",
      { ...makeClasses({ "train/a": 3, "test/a": 1 }), ...makeClasses({ "train/b": 3, "test/c": 1 }, 50) },
      "EMPTY_CLASS",
      "pictures has no picture to train on of c: put some into its folder in train/",
    ],
    [
      "nothing at all",
      { a: undefined, b: undefined },
      "NOTHING_READABLE",
      /there is no file in any of its folders$/,
    ],
  ];
  it.for(refusals)("%s", async ([, files, code, message]) => {
    const folder = await makeFolder(files);
    await expect(imageFolder(folder, quiet)).rejects.toMatchObject({ name: "ImageError", code });
    await expect(imageFolder(folder, quiet)).rejects.toThrow(message);
  });

  it("a path where nothing is, and a file that is no zip archive", async () => {
    const folder = await makeFolder({ "a.txt": "", "b.zip": "PK" });
    await expect(imageFolder(`${folder}/none`, quiet)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(imageFolder(`${folder}/a.txt`, quiet)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    await expect(imageFolder(`${folder}/b.zip`, quiet)).rejects.toMatchObject({ code: "INVALID_ARCHIVE" });
  });

  it.for<[ImageFolderOptions, string]>([
    [
      { imageSize: 0 },
      "imageSize must be a whole number of pixels from 1 to 4096, or [height, width], got 0",
    ],
    [{ testSplit: 1.5 }, "testSplit must be from 0 up to 1, got 1.5"],
    [{ testSplit: 0.5, validationSplit: 0.5 }, "leave nothing to train on: 0.5 and 0.5"],
    [{ testSplit: 1 }, "leave nothing to train on: 0.15 and 1"],
    [{ fit: "stretch" as "pad" }, 'fit must be "pad" or "crop", got stretch'],
    [{ seed: 0.5 }, "seed must be a whole number, got 0.5"],
    [{ maxPixels: Number.NaN }, "maxPixels must be above 0, got NaN"],
    [{ threads: -1 }, "threads must be a whole number from 0 up, got -1"],
  ])("options %j", async ([options, message]) => {
    const folder = await makeFolder(makeClasses({ a: 3, b: 3 }));
    await expect(imageFolder(folder, { ...quiet, ...options })).rejects.toThrow(message);
  });
});
