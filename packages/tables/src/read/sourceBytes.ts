import { platform } from "@minibatch/tables/internal/platform";
import { TableError } from "../TableError.ts";

/** The largest file that is read, unzipped: what a table takes in memory is several times that. */
const maxTableBytes = 512 * 1024 * 1024;

/** The bytes of a file, by its path, its address or itself. */
export async function sourceBytes(source: string | Uint8Array | Blob): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source;
  if (typeof source !== "string") {
    requireSize(source.size);
    return new Uint8Array(await source.arrayBuffer());
  }
  if (!/^(?:https?|blob|data):/.test(source)) return platform.readFile(source);
  let answer: Response;
  try {
    answer = await fetch(source);
  } catch (cause) {
    throw new TableError("NOT_FOUND", `${source} could not be reached.`, { cause });
  }
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  throw new TableError("NOT_FOUND", `${source} answers ${answer.status} ${answer.statusText}.`);
}

/** @throws {TableError} `LIMIT_EXCEEDED` */
export function requireSize(bytes: number): void {
  if (bytes <= maxTableBytes) return;
  throw new TableError(
    "LIMIT_EXCEEDED",
    `The table has ${bytes} bytes or more, and the limit is ${maxTableBytes}. Take a part of its rows or columns.`,
  );
}
