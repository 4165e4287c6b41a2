import { corrupt } from "./faults.ts";
import { KerasError } from "./KerasError.ts";

/** Gives whatever goes wrong with a file a code: a view past the end, JSON that is none, what tfjs says of layers that do not fit. */
export async function reportingCorrupt<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof KerasError) throw error;
    throw corrupt(error instanceof Error ? error.message : String(error), error);
  }
}
