import type { FoundPicture } from "../look/lookAtFiles.ts";
import { inTurns } from "../look/inTurns.ts";
import type { Framing } from "../pixels/Framing.ts";
import { UnreadablePicture } from "../UnreadablePicture.ts";
import { develop } from "./develop.ts";
import type { DevelopResult } from "./Developed.ts";

export interface DevelopOptions {
  readonly framing: Framing;
  readonly signal: AbortSignal | undefined;
  readonly onDone: (file: string) => void;
}

/** Decodes pictures, a few at once, and keeps of each only what is in the frame. */
export async function developAll(
  pictures: readonly FoundPicture[],
  { framing, signal, onDone }: DevelopOptions,
): Promise<DevelopResult[]> {
  const results = new Array<DevelopResult>(pictures.length);
  await inTurns(pictures.length, 1, signal, async (at) => {
    const { file, header } = pictures[at] as FoundPicture;
    try {
      results[at] = await develop({ bytes: await file.read(), header, framing });
    } catch (error) {
      if (!(error instanceof UnreadablePicture)) throw error;
      results[at] = { reason: error.reason, message: error.message };
    }
    onDone(file.path);
  });
  return results;
}
