import { setOpenedPictures } from "../build/openedPictures.ts";
import type { Command } from "../Command.ts";
import { type LookEvent, openOwn } from "../own/openOwn.ts";
import type { PicturesSource } from "../own/OwnSource.ts";

/** What a network has to know of pictures of one's own. */
export interface PicturesShape {
  /** Of one, `[height, width, channels]`. */
  readonly inputShape: readonly number[];
  readonly classNames: readonly string[];
}

/** Opens pictures of one's own, for networks that one builds to learn from. */
export const openPictures: Command<PicturesSource, PicturesShape, LookEvent> = async (source, context) => {
  const opened = await openOwn(source, context);
  setOpenedPictures(opened);
  const { inputShape, classNames } = opened.dataset;
  return { inputShape, classNames };
};
