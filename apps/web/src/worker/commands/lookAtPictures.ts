import type { OwnPictures } from "../../storage/ownRun.ts";
import type { Command } from "../Command.ts";
import { type LookEvent, openOwn } from "../own/openOwn.ts";
import type { PicturesSource } from "../own/OwnSource.ts";

/** Looks through pictures of one's own: what cannot be used and why, and how the rest is split. */
export const lookAtPictures: Command<PicturesSource, OwnPictures, LookEvent> = async (source, context) =>
  (await openOwn(source, context)).about as OwnPictures;
