import { sha256 } from "@minibatch/datasets";
import type { PictureHeader } from "../formats/PictureHeader.ts";
import { readHeader, refuseLarge } from "../formats/readHeader.ts";
import type { LeftOut } from "../ImageDataset.ts";
import type { PlacedFile } from "../layout/readLayout.ts";
import { UnreadablePicture } from "../UnreadablePicture.ts";
import { inTurns } from "./inTurns.ts";

/** A picture before it is decoded. */
export interface FoundPicture extends PlacedFile {
  readonly sha256: string;
  readonly header: PictureHeader;
}

/** What is known of a file that has not changed since the last time. */
export interface KnownFile {
  readonly stamp: string;
  readonly sha256: string;
  readonly header: PictureHeader;
}

export interface LookOptions {
  readonly maxPixels: number;
  readonly known: ReadonlyMap<string, KnownFile>;
  readonly signal: AbortSignal | undefined;
  readonly onDone: (file: string) => void;
}

export interface Looked {
  readonly pictures: FoundPicture[];
  readonly leftOut: LeftOut[];
  /** Whether other files are known now than before. */
  readonly changed: boolean;
}

/** Larger files are no pictures, but videos and archives; they would have to be read to be told apart. */
const MAX_BYTES = 128e6;

/** So many files are read at once: enough for a disk, few enough for memory. */
const AT_ONCE = 4;

/** Reads every file once: what it is, how large, and the hash of its content. */
export async function lookAtFiles(
  placed: readonly PlacedFile[],
  { maxPixels, known, signal, onDone }: LookOptions,
): Promise<Looked> {
  const leftOut = new Array<LeftOut | undefined>(placed.length);
  let unchanged = 0;
  const pictures = new Array<FoundPicture | undefined>(placed.length);
  await inTurns(placed.length, AT_ONCE, signal, async (at) => {
    const each = placed[at] as PlacedFile;
    const { path, stamp } = each.file;
    try {
      const before = known.get(path);
      const found = before?.stamp === stamp ? before : await look(each);
      if (found === before) unchanged++;
      refuseLarge(found.header, maxPixels);
      pictures[at] = { ...each, header: found.header, sha256: found.sha256 };
    } catch (error) {
      if (!(error instanceof UnreadablePicture)) throw error;
      leftOut[at] = { file: path, reason: error.reason, message: error.message };
    }
    onDone(path);
  });
  const readable = pictures.filter((each) => each !== undefined);
  return {
    pictures: readable,
    leftOut: leftOut.filter((each) => each !== undefined),
    changed: unchanged !== known.size || unchanged !== readable.length,
  };
}

async function look({ file }: PlacedFile) {
  if (file.bytes > MAX_BYTES) {
    const limit = `${MAX_BYTES / 1e6} MB`;
    throw new UnreadablePicture(
      "too-large",
      `has ${Math.round(file.bytes / 1e6)} MB, more than the limit of ${limit}`,
    );
  }
  const bytes = await file.read().catch((cause: unknown) => {
    if (cause instanceof UnreadablePicture) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UnreadablePicture("broken", `cannot be read: ${why}`, { cause });
  });
  return { header: readHeader(bytes), sha256: await sha256(bytes) };
}
