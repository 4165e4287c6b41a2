import { DatasetError } from "../src/DatasetError.ts";

/** The code of the DatasetError that `run` throws, or "none"; other errors go on. */
export function codeOf(run: () => unknown): string {
  try {
    run();
    return "none";
  } catch (error) {
    if (error instanceof DatasetError) return error.code;
    throw error;
  }
}
