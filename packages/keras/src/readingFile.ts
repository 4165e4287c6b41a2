import { corrupt } from "./faults.ts";
import { KerasError } from "./KerasError.ts";

/** Gives whatever goes wrong with a file a code: a view past the end, JSON that is none, what tfjs says of layers that do not fit. */
export async function readingFile<T>(bytes: Uint8Array, read: (bytes: Uint8Array) => Promise<T>): Promise<T> {
  try {
    // A Buffer of Node is a Uint8Array too, but its slices are no copies.
    return await read(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    const { message } = error as Error;
    // A script that is imported when a file needs it may not come.
    if (error instanceof KerasError || /import|chunk/i.test(message)) throw error;
    throw corrupt(message, error);
  }
}
