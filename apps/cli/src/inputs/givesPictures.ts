import { existsSync } from "node:fs";
import type { Session } from "../Session.ts";
import { type InputReader, isAddress } from "./createInputReader.ts";
import { isTablePath } from "./isTablePath.ts";

/** Whether some input is a file that is no table: flattened pictures and the columns of a table look the same to a model. */
export async function givesPictures(
  inputs: readonly string[],
  reader: InputReader,
  session: Session,
): Promise<boolean> {
  for (const input of inputs) {
    if (input === "-") {
      if (isBinary(await reader.bytes(input))) return true;
    } else if (!isTablePath(input) && (isAddress(input) || existsSync(session.resolve(input)))) return true;
  }
  return false;
}

/** Every picture has a zero among its first bytes, and no table has, but for one in UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isWide && bytes.subarray(0, 64).includes(0);
}
