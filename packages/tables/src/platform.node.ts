import { readFile } from "node:fs/promises";
import type { Platform } from "./Platform.ts";
import { TableError } from "./TableError.ts";

export const platform: Platform = {
  async readFile(path) {
    try {
      return await readFile(path);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code === "EISDIR" ? "is a folder" : "cannot be read";
      throw new TableError("NOT_FOUND", `${path} ${reason}: give the path of a CSV, TSV or JSON file.`, {
        cause,
      });
    }
  },
};
