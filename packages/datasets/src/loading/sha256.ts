import { platform } from "@minibatch/datasets/internal/platform";

/**
 * SHA-256, everywhere: also on pages that came over plain http, from which browsers keep `crypto.subtle`.
 *
 * @param bytes all of them, which stay as they are
 * @returns 64 digits in lower-case hex
 * @example
 * await sha256(new TextEncoder().encode("abc")); // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
 */
export function sha256(bytes: Uint8Array): Promise<string> {
  return platform.sha256(bytes);
}
