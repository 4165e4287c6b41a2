import { open } from "node:fs/promises";

/**
 * Reads a file into one array, where `readFile` gathers pieces and joins them, at twice the memory.
 *
 * @param room an array to read into, if the file fits
 * @returns `undefined` when there is no such file
 */
export async function readIfThere(
  path: string,
  room: Uint8Array = new Uint8Array(0),
): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const bytes = room.length < size ? new Uint8Array(size) : room.subarray(0, size);
      const { bytesRead } = await file.read(bytes);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether the file system says that there is nothing of that name. */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
