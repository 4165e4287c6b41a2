export { folderHandler } from "./folderHandler.node.ts";
export { getUrl } from "./getUrl.node.ts";
