import { platform } from "@minibatch/images/internal/platform";
import { assignParts, type DevelopedPicture } from "./assemble/assignParts.ts";
import { describeFolder } from "./assemble/describeFolder.ts";
import { developAll } from "./develop/developAll.ts";
import type { ImageDataset, LeftOut } from "./ImageDataset.ts";
import type { ImageFolderOptions, ImageProgress } from "./ImageFolderOptions.ts";
import { keepFiles, readKeptFiles } from "./kept/keptFiles.ts";
import { keepPictures, readKeptPictures } from "./kept/keptPictures.ts";
import { Shelf } from "./kept/Shelf.ts";
import { type Layout, readLayout } from "./layout/readLayout.ts";
import { chooseSize } from "./look/chooseSize.ts";
import { leaveOutCopies } from "./look/leaveOutCopies.ts";
import { lookAtFiles } from "./look/lookAtFiles.ts";
import { requireClasses, requireTraining } from "./assemble/requireClasses.ts";
import { isTest, settingsOf } from "./settingsOf.ts";
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
  const { fit, seed, fractions, maxPixels, threads } = settingsOf(options);
  const { signal, onProgress } = options;
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
  const leftOut = [...besideClasses(layout), ...found.leftOut, ...single.leftOut, ...broken];
  requireClasses(
    source.name,
    layout,
    pictures.map(({ picture }) => picture.label),
    leftOut,
  );
  const parts = assignParts(pictures, fractions, seed);
  if (!isTest(options)) requireTraining(source.name, layout.classNames, parts.rows.train);
  const grey = options.grey ?? pictures.every(({ developed }) => developed.grey);
  return describeFolder(
    source,
    layout,
    parts,
    [...leftOut, ...parts.leftOut],
    { kind: "picture", ...framing, channels: grey ? 1 : 3 },
    seed,
  );
}

function besideClasses({ outside }: Layout): LeftOut[] {
  return outside
    .filter(({ path }) => /\.(?:png|jpe?g|webp|gif|bmp|heic|avif|tiff?)$/i.test(path))
    .map(({ path }) => ({
      file: path,
      reason: "no-class",
      message: "lies beside the folders of the classes: put it into one of them",
    }));
}
