export { folderHandler } from "./folderHandler.node.ts";
