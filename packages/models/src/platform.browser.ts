import type { FolderHandler } from "./folderHandler.node.ts";
import { ModelError } from "./ModelError.ts";

export { fetchUrl as getUrl } from "./fetchUrl.ts";

/** Refuses: a browser has no folders. */
export function folderHandler(location: string): FolderHandler {
  throw new ModelError(
    "UNSUPPORTED_LOCATION",
    `"${location}" is a folder, and a browser has none. Use an address: https://…, indexeddb://name or localstorage://name.`,
  );
}
