import { browserCache } from "./caches/browserCache.ts";
import { DatasetError } from "./DatasetError.ts";
import type { HttpAnswer, MirrorLocation, Platform } from "./Platform.ts";

export const platform: Platform = {
  defaultCache: () => browserCache(),

  fileCache: noFolders,

  locateMirror(mirror: string): MirrorLocation {
    const base = globalThis.location?.href;
    const folder = mirror.endsWith("/") ? mirror : `${mirror}/`;
    if (!URL.canParse(folder, base)) {
      throw new DatasetError("INVALID_ARGUMENT", `mirror must be an address, got ${mirror}`);
    }
    return { url: new URL(folder, base).href };
  },

  openFile: noFolders,

  async get(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    const response = await fetch(url, { headers, signal });
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      pieces: readAll(response.body),
    };
  },

  async sha256(bytes: Uint8Array): Promise<string> {
    if (globalThis.crypto?.subtle === undefined) {
      // Browsers give it to pages over https: or from localhost only; these need not load what stands in for it.
      const { sha256InScript } = await import("./loading/sha256InScript.ts");
      return sha256InScript(bytes);
    }
    const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  },

  async *decompress(
    format: "gzip" | "deflate-raw",
    pieces: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<Uint8Array> {
    yield* readAll(streamOf(pieces).pipeThrough(new DecompressionStream(format)));
  },
};

function noFolders(): never {
  throw new DatasetError("UNSUPPORTED", "fileCache() needs Node: use browserCache() here");
}

/** Safari cannot iterate over streams yet; whoever stops reading cancels the stream. */
async function* readAll(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = stream?.getReader();
  try {
    for (;;) {
      const piece = await reader?.read();
      if (piece?.value === undefined) return;
      yield piece.value;
    }
  } finally {
    await reader?.cancel().catch(() => {});
  }
}

/** `ReadableStream.from` is not everywhere yet. */
function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
