import { type AssignedParts, assignParts, type DevelopedPicture } from "./assemble/assignParts.ts";
import { limitSamples } from "./assemble/limitSamples.ts";
import { stackRows } from "./assemble/stackRows.ts";
import { platform } from "#platform";
import { developAll } from "./develop/developAll.ts";
import { ImageError } from "./ImageError.ts";
import type { ImageDataset, LeftOut, Preparation } from "./ImageDataset.ts";
import type { ImageFolderOptions, ImageProgress } from "./ImageFolderOptions.ts";
import { keepFiles, readKeptFiles } from "./kept/keptFiles.ts";
import { keepPictures, readKeptPictures } from "./kept/keptPictures.ts";
import { Shelf } from "./kept/Shelf.ts";
import { byCodeUnits } from "./layout/byCodeUnits.ts";
import { type Layout, type Part, readLayout } from "./layout/readLayout.ts";
import { chooseSize } from "./look/chooseSize.ts";
import { leaveOutCopies } from "./look/leaveOutCopies.ts";
import { lookAtFiles } from "./look/lookAtFiles.ts";
import { requireClasses } from "./look/requireClasses.ts";
import { type ImageSource, openSource } from "./sources/openSource.ts";
import type { PictureSource } from "./sources/PictureSource.ts";

/**
 * Makes a dataset of one's own pictures: a folder with a folder for each class, or with such folders in `train`, `validation`
 * (`val`, `valid`) and `test`, or a `.zip` of that.
 *
 * All pictures are decoded here, so that whatever cannot be read is known before training; it is left out, and named in
 * `leftOut` with the reason. What stays is brought to one size, as bytes. `load()` gives
 * - `x`: `Uint8Array` of shape `[n, height, width, channels]`, from 0 to 255
 * - `y`: `Uint8Array` of shape `[n]`, the number of the class in `classNames`
 * - `names`: which file each row is from
 *
 * The arrays are the dataset's own: whoever changes them changes it.
 *
 * @throws {ImageError} `NOT_FOUND`, `INVALID_ARGUMENT`, `INVALID_ARCHIVE`; `NO_CLASSES` when there are no folders, `ONE_CLASS`
 * when there is one, `EMPTY_CLASS` when there is nothing readable in one, `NOTHING_READABLE` when there is nothing anywhere
 * @example
 * const pictures = await imageFolder("./pictures");
 * pictures.classNames; // ["cat", "dog"]
 * pictures.leftOut; // [{ file: "cat/7.heic", reason: "unsupported-format", message: "is HEIC, …" }]
 * const { train, validation, test } = await pictures.load();
 */
export async function imageFolder(
  source: ImageSource,
  options: ImageFolderOptions = {},
): Promise<ImageDataset> {
  options.signal?.throwIfAborted();
  const opened = await openSource(source, options.signal);
  try {
    return await datasetOf(opened, options);
  } finally {
    await opened.close();
  }
}

async function datasetOf(source: PictureSource, options: ImageFolderOptions): Promise<ImageDataset> {
  const { fit = "pad", seed = 1, maxPixels = 64e6, signal, onProgress } = options;
  const fractions = fractionsOf(options);
  const threads = threadsOf(options);
  const layout = readLayout(source);
  const shelf = new Shelf(options.cache ?? platform.defaultCache());
  const counter = (stage: ImageProgress["stage"], total: number) => {
    let done = 0;
    return (file: string) => onProgress?.({ stage, file, done: ++done, total });
  };
  const found = await lookAtFiles(layout.placed, {
    maxPixels,
    known: await readKeptFiles(shelf, source.id),
    signal,
    onDone: counter("look", layout.placed.length),
  });
  if (found.changed) await keepFiles(shelf, source.id, found.pictures);
  const single = leaveOutCopies(found.pictures, layout.classNames);
  const sizes = single.pictures.map(({ header }) => header);
  const framing = { ...chooseSize(sizes, options.imageSize), fit };
  const results = await developAll(single.pictures, {
    framing,
    known: await readKeptPictures(shelf, source.id, framing),
    keep: (pictures) => keepPictures(shelf, source.id, framing, pictures),
    threads,
    signal,
    onDone: counter("decode", single.pictures.length),
  });
  const pictures: DevelopedPicture[] = [];
  const broken: LeftOut[] = [];
  for (const [at, picture] of single.pictures.entries()) {
    const developed = results[at];
    if (developed === undefined) continue;
    if ("reason" in developed) broken.push({ file: picture.file.path, ...developed });
    else pictures.push({ picture, developed });
  }
  const leftOut = [...outside(layout), ...found.leftOut, ...single.leftOut, ...broken];
  requireClasses(
    source.name,
    layout,
    pictures.map(({ picture }) => picture.label),
    leftOut,
  );
  const parts = assignParts(pictures, fractions, seed);
  const grey = options.grey ?? pictures.every(({ developed }) => developed.grey);
  return describe(
    source,
    layout,
    parts,
    [...leftOut, ...parts.leftOut],
    { kind: "picture", ...framing, channels: grey ? 1 : 3 },
    seed,
  );
}

function describe(
  source: PictureSource,
  { classNames, readySplit }: Layout,
  { rows, similar }: AssignedParts,
  leftOut: readonly LeftOut[],
  preparation: Preparation,
  seed: number,
): ImageDataset {
  const { height, width, channels } = preparation;
  const stack = (part: Part) => stackRows(rows[part], preparation);
  const samples = { train: stack("train"), validation: stack("validation"), test: stack("test") };
  const counts = classNames.map((className, label) => {
    const count = (part: Part) => rows[part].filter((row) => row.label === label).length;
    return { className, train: count("train"), validation: count("validation"), test: count("test") };
  });
  const size = { train: rows.train.length, validation: rows.validation.length, test: rows.test.length };
  const all = size.train + size.validation + size.test;
  const each = counts.map((count) => `${count.className} ${count.train + count.validation + count.test}`);
  return {
    name: source.name.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-").replaceAll(/^[-.]+|[-.]+$/g, "") || "pictures",
    title: source.name,
    description: `${all} pictures in ${classNames.length} classes: ${each.join(", ")}`,
    task: "classification",
    inputShape: [height, width, channels],
    classNames,
    size,
    files: [],
    mirrors: [],
    license: "",
    citation: "",
    homepage: "",
    preparation,
    counts,
    leftOut: [...leftOut].sort((a, b) => byCodeUnits(a.file, b.file)),
    similar,
    splitBy: readySplit ? "folders" : "content",
    seed,
    load(loadOptions = {}) {
      loadOptions.signal?.throwIfAborted();
      const limited = (part: Part) => limitSamples(part, samples[part], loadOptions);
      return Promise.resolve({
        train: limited("train"),
        validation: limited("validation"),
        test: limited("test"),
      });
    },
  };
}

function outside({ outside }: Layout): LeftOut[] {
  return outside
    .filter(({ path }) => /\.(?:png|jpe?g|webp|gif|bmp|heic|avif|tiff?)$/i.test(path))
    .map(({ path }) => ({
      file: path,
      reason: "no-class",
      message: "lies beside the folders of the classes: put it into one of them",
    }));
}

function fractionsOf({ validationFraction = 0.15, testFraction = 0.15 }: ImageFolderOptions) {
  const fractions = { validation: validationFraction, test: testFraction };
  for (const [name, fraction] of Object.entries(fractions)) {
    if (fraction >= 0 && fraction < 1) continue;
    throw new ImageError("INVALID_ARGUMENT", `${name}Fraction must be from 0 up to 1, got ${fraction}`);
  }
  if (validationFraction + testFraction < 1) return fractions;
  throw new ImageError(
    "INVALID_ARGUMENT",
    `validationFraction and testFraction leave nothing to train on: ${validationFraction} and ${testFraction}`,
  );
}

function threadsOf({ threads }: ImageFolderOptions): number | undefined {
  if (threads === undefined || (Number.isSafeInteger(threads) && threads >= 0)) return threads;
  throw new ImageError("INVALID_ARGUMENT", `threads must be a whole number from 0 up, got ${threads}`);
}
