import type { OpenedOwn } from "../own/openOwn.ts";
import { WorkerError } from "../WorkerError.ts";

let opened: OpenedOwn | undefined;

/** Has networks that one builds learn from these pictures from then on. */
export function setOpenedPictures(pictures: OpenedOwn): void {
  opened = pictures;
}

/**
 * The pictures of one's own that a network can learn from.
 *
 * @throws {WorkerError} `NO_PICTURES`
 */
export function openedPictures(): OpenedOwn {
  if (!opened)
    throw new WorkerError("NO_PICTURES", "There are no pictures here: fill classes on the page Your data.");
  return opened;
}
