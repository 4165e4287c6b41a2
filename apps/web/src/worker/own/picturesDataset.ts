import { memoryCache } from "@minibatch/datasets";
import { type ImageDataset, type ImageProgress, imageFolder } from "@minibatch/images";
import type { PicturesSource } from "./OwnSource.ts";

/** The folder around the classes: what the dataset is called. */
const around = "my-pictures";

/** What was decoded before need not be decoded again; it is somebody's own, and goes with the page. */
const cache = memoryCache();

/** What ends looking at pictures, and what it reports. */
interface LookContext {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ImageProgress) => void;
}

/**
 * Makes a dataset of the pictures of a page.
 *
 * @throws {ImageError}
 */
export function picturesDataset(
  { pictures }: PicturesSource,
  { signal, onProgress }: LookContext,
): Promise<ImageDataset> {
  const files = pictures.map(({ path, file }) => inFolder(file, path));
  return imageFolder(files, { cache, signal, onProgress });
}

/** The path of a picture as the page knows it: its class and its name. */
export function pathOnPage(path: string): string {
  return path.slice(around.length + 1);
}

/** A file cannot be told its folder otherwise: browsers set `webkitRelativePath`, and only of a folder that was chosen. */
function inFolder(file: Blob, path: string): File {
  const { name = "", lastModified = 0 } = file as Partial<File>;
  const placed = new File([file], name, { type: file.type, lastModified });
  return Object.defineProperty(placed, "webkitRelativePath", { value: `${around}/${path}` });
}
