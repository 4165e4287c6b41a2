import type { Platform } from "./Platform.ts";
import { TensorboardError } from "./TensorboardError.ts";

/** Pages have no folders. */
export const openFile: Platform["openFile"] = () => {
  throw new TensorboardError(
    "UNSUPPORTED",
    "There are no files here. Collect what eventLog writes, and offer it as a download.",
  );
};
