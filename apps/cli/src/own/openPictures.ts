import { resolve } from "node:path";
import { type ImageDataset, imageFolder } from "@minibatch/images";
import type { PicturesData } from "@minibatch/recipes";
import type { Session } from "../Session.ts";
import { bar } from "../terminal/bar.ts";
import { countText } from "../terminal/numberText.ts";
import type { OwnData } from "./OwnData.ts";

/** Files that were left out beyond so many are only counted. */
const shownFiles = 8;

/** A class of less than this share of the largest is called small: it is weighted, and more pictures of it help most. */
const smallShare = 0.5;

/** With fewer of a class, its part of the test set is a handful. */
const enoughPictures = 20;

/**
 * Opens a folder or a zip of pictures.
 *
 * @param folder what its path starts from
 * @throws {ImageError}
 */
export async function openPictures(
  { pictures, options }: PicturesData,
  folder: string,
  session: Session,
): Promise<OwnData> {
  const { status, statusColour, source } = session;
  const dataset = await imageFolder(resolve(folder, pictures), {
    ...options,
    ...(source.cache && { cache: source.cache }),
    signal: source.signal,
    onProgress: ({ stage, done, total }) =>
      status.update(() => {
        const doing = stage === "look" ? "Looking at" : "Decoding";
        return `${doing} pictures ${statusColour.cyan(bar(done / total, 22))} ${countText(done)} of ${countText(total)}`;
      }),
  });
  status.clear();
  const { title, counts, leftOut } = dataset;
  return { dataset, found: foundIn(dataset), about: { kind: "pictures", title, counts, leftOut } };
}

function foundIn({
  counts,
  leftOut,
  similar,
  inputShape,
  preparation,
  size,
  splitBy,
  title,
}: ImageDataset): string[] {
  const totals = counts.map(({ className, train, validation, test }) => ({
    className,
    total: train + validation + test,
  }));
  const all = totals.reduce((sum, { total }) => sum + total, 0);
  const most = Math.max(...totals.map(({ total }) => total));
  const listed = totals.map(({ className, total }) => {
    const few = total < smallShare * most ? " (few; weighted)" : "";
    return `${className} ${countText(total)}${few}`;
  });
  const fewest = Math.min(...totals.map(({ total }) => total));
  const [height, width, channels] = inputShape;
  const colour = channels === 1 ? "in grey" : "in colour";
  const files = leftOut.map(({ file, message }) => `${file} ${message}`);
  const together = similar.length > 0 ? ", pictures that are nearly the same on one side" : "";
  return [
    `${title}: ${countText(all)} pictures in ${totals.length} classes: ${cut(listed, 12)}`,
    ...(files.length > 0 ? [`left out ${countText(files.length)}: ${cut(files, shownFiles)}`] : []),
    `${splitBy === "folders" ? "split by its folders" : `split per class${together}`}: ${countText(size.train)} training, ` +
      `${countText(size.validation)} validation, ${countText(size.test)} test`,
    `${width}x${height} ${colour}, ${preparation.fit === "pad" ? "padded" : "cropped"}`,
    ...(fewest < enoughPictures
      ? [`few pictures: with less than some ${enoughPictures} in each class, what comes out is mostly chance`]
      : []),
  ];
}

/** The first texts, and how many there are more. */
function cut(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return [...texts.slice(0, most), ...(more > 0 ? [`and ${countText(more)} more`] : [])].join(" · ");
}
