import { writeFileAtomic } from "./writeFileAtomic.ts";
import type { Session } from "../Session.ts";
import { notWritable } from "./notWritable.ts";

/**
 * Writes the file that `--out` named, wholly or not at all.
 *
 * @param path as it was typed
 * @throws {CliError} `NOT_WRITABLE`
 */
export async function writeOut(
  path: string,
  contents: string | Uint8Array,
  { resolve, display }: Session,
): Promise<void> {
  await writeFileAtomic(resolve(path), contents).catch((cause: unknown) => {
    throw notWritable(display(path), cause);
  });
}
