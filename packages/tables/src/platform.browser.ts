import type { Platform } from "./Platform.ts";
import { TableError } from "./TableError.ts";

export const platform: Platform = {
  async readFile(path) {
    throw new TableError(
      "UNSUPPORTED",
      `"${path}" is a path, and a page has no files: give an address (https://…), a File that was dropped or chosen, or its bytes.`,
    );
  },
};
