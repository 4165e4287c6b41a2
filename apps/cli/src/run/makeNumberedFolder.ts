import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../exitCode.ts";

/** Makes the first free `<name>-<n>` in a folder, which of two processes only one gets. */
export function makeNumberedFolder(parent: string, name: string): string {
  mkdirSync(parent, { recursive: true });
  for (let number = 1; ; number++) {
    const folder = join(parent, `${name}-${number}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
  }
}
