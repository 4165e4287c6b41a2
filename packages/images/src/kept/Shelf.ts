import type { Cache } from "@minibatch/datasets";
import { sha256 } from "@minibatch/datasets";

/** SHA-256 in hex, in front of what is kept. */
const SEAL = 64;

/** A cache that gives back only what was put in, and never stands in the way: where it fails, work is done again. */
export class Shelf {
  readonly #cache: Cache;

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    try {
      const kept = await this.#cache.get(key);
      if (kept === undefined || kept.length < SEAL) return undefined;
      const content = kept.subarray(SEAL);
      const seal = new TextDecoder().decode(kept.subarray(0, SEAL));
      return (await sha256(content)) === seal ? content : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param content begins with room for the seal, of {@link Shelf.room} bytes */
  async put(key: string, content: Uint8Array): Promise<void> {
    try {
      content.set(new TextEncoder().encode(await sha256(content.subarray(SEAL))));
      await this.#cache.put(key, content);
    } catch {
      // A full disk, a browser that keeps nothing: the next call decodes again.
    }
  }

  static readonly room: number = SEAL;
}
