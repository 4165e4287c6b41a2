import { platform } from "@minibatch/images/internal/platform";
import { inTurns } from "../look/inTurns.ts";
import type { FoundPicture } from "../look/lookAtFiles.ts";
import type { DecodingThread } from "../Platform.ts";
import type { Framing } from "../pixels/Framing.ts";
import { UnreadablePicture } from "../UnreadablePicture.ts";
import { develop } from "./develop.ts";
import type { DevelopResult } from "./Developed.ts";
import { MemoryShares } from "./MemoryShares.ts";

export interface DevelopOptions {
  readonly framing: Framing;
  /** What was decoded before, by the hash of its file. */
  readonly known: ReadonlyMap<string, DevelopResult>;
  /** Called with everything when something was not known before. */
  readonly keep: (pictures: ReadonlyMap<string, DevelopResult>) => Promise<void>;
  /** How many threads are asked for; undefined for as many as serve. */
  readonly threads: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onDone: (file: string) => void;
}

/** A thread takes some 50 ms to start: it is worth it from so many pixels on, about half a second of decoding. */
const WORTH_A_THREAD = 20e6;

/** Decodes the pictures that are not known, and keeps of each only what is in the frame. */
export async function developAll(
  pictures: readonly FoundPicture[],
  { known, keep, ...options }: DevelopOptions,
): Promise<DevelopResult[]> {
  const all = new Map<string, DevelopResult>();
  const missing: FoundPicture[] = [];
  for (const picture of pictures) {
    const before = known.get(picture.sha256);
    if (before === undefined) missing.push(picture);
    else {
      all.set(picture.sha256, before);
      options.onDone(picture.file.path);
    }
  }
  for (const [at, result] of (await decodeAll(missing, options)).entries()) {
    all.set(missing[at]?.sha256 ?? "", result);
  }
  if (missing.length > 0) await keep(all);
  return pictures.map(({ sha256 }) => all.get(sha256) as DevelopResult);
}

/** Decodes pictures, one at a time on each thread. */
async function decodeAll(
  pictures: readonly FoundPicture[],
  { framing, threads, signal, onDone }: Omit<DevelopOptions, "known" | "keep">,
): Promise<DevelopResult[]> {
  const pixels = pictures.reduce((sum, { header }) => sum + header.width * header.height, 0);
  const wanted = threads ?? Math.min(platform.cores(), Math.floor(pixels / WORTH_A_THREAD));
  const workers = startThreads(Math.min(wanted, pictures.length));
  const results = new Array<DevelopResult>(pictures.length);
  const waiting = new Set(pictures.keys());
  const shares = new MemoryShares(Math.max(1, workers.length));
  /** The next picture that a thread has the memory for. */
  function next(thread: number): number | undefined {
    for (const at of waiting) {
      const { width, height } = (pictures[at] as FoundPicture).header;
      if (!shares.take(thread, width * height)) continue;
      waiting.delete(at);
      return at;
    }
    return undefined;
  }
  try {
    await inTurns(Math.max(1, workers.length), Number.POSITIVE_INFINITY, signal, async (thread) => {
      for (let at = next(thread); at !== undefined; at = next(thread)) {
        signal?.throwIfAborted();
        const picture = pictures[at] as FoundPicture;
        results[at] = await one(picture, framing, workers[thread]);
        onDone(picture.file.path);
      }
    });
  } finally {
    for (const worker of workers) worker.end();
  }
  return results;
}

function startThreads(count: number): DecodingThread[] {
  return Array.from({ length: count }, () => platform.startThread()).filter((thread) => thread !== undefined);
}

async function one(
  { file, header }: FoundPicture,
  framing: Framing,
  thread: DecodingThread | undefined,
): Promise<DevelopResult> {
  const job = async () => ({ bytes: await file.read(), header, framing });
  try {
    if (thread === undefined) return await develop(await job());
    // A thread that ended for want of memory is no fault of the picture's.
    return await thread.develop(await job()).catch(async () => develop(await job()));
  } catch (error) {
    if (!(error instanceof UnreadablePicture)) throw error;
    return { reason: error.reason, message: error.message };
  }
}
