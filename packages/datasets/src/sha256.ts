import { DatasetError } from "./DatasetError.ts";

/** SHA-256 of `bytes` in lower-case hex. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) {
    throw new DatasetError(
      "UNSUPPORTED",
      "Checking files needs crypto.subtle, which browsers give to pages served over https: or from localhost only",
    );
  }
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
