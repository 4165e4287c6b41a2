import { appendFileSync, closeSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import type { Platform } from "./Platform.ts";
import { TensorboardError } from "./TensorboardError.ts";

/** Synchronous: events come from listeners that nobody waits for, and each is some hundred bytes. */
export const openFile: Platform["openFile"] = (folder, name) => {
  const { path, descriptor } = tellFailure(folder, () => {
    mkdirSync(folder, { recursive: true });
    return openNew(join(folder, name));
  });
  return {
    path,
    append: (bytes) => tellFailure(path, () => appendFileSync(descriptor, bytes)),
    close: () => closeSync(descriptor),
  };
};

function openNew(wanted: string): { path: string; descriptor: number } {
  for (let count = 1; ; count++) {
    const path = count === 1 ? wanted : `${wanted}.${count}`;
    try {
      return { path, descriptor: openSync(path, "ax") };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function tellFailure<Result>(place: string, act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TensorboardError(
      "WRITE_FAILED",
      `Events cannot be written to ${place}: ${reason}. Check that the place can be written and has room.`,
      { cause },
    );
  }
}
