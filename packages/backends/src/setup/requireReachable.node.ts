import { BackendError } from "../BackendError.ts";

/** A host that does not answer in so long counts as blocked. */
const PATIENCE_MS = 5000;

/**
 * Asks in seconds whether tfjs-node's download can come, so that nobody waits for one that never will. A proxy is left
 * to the download itself.
 *
 * @throws {BackendError} `SETUP_FAILED` when the host of the download cannot be reached
 */
export async function requireReachable(signal?: AbortSignal): Promise<string> {
  const { TFJS_NODE_BASE_URI, TFJS_NODE_CDN_STORAGE, CDN_STORAGE, HTTPS_PROXY, https_proxy } = process.env;
  const address =
    TFJS_NODE_BASE_URI ?? TFJS_NODE_CDN_STORAGE ?? CDN_STORAGE ?? "https://storage.googleapis.com/";
  const { origin, host } = new URL(address);
  if (HTTPS_PROXY ?? https_proxy) return host;
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    await fetch(origin, { method: "HEAD", signal: signal ? AbortSignal.any([signal, patience]) : patience });
    return host;
  } catch (cause) {
    signal?.throwIfAborted();
    const { code } = ((cause as Error).cause ?? cause) as { code?: unknown };
    throw new BackendError(
      "SETUP_FAILED",
      `${host} cannot be reached (${String(code)}): the download is blocked here`,
      { cause },
    );
  }
}
