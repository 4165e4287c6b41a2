import type { Command } from "../Command.ts";
import { readZip, type ZippedFile } from "../readZip.ts";

/** Pictures of one's own, unpacked, are held in memory until the page is closed. */
const most = 1024 ** 3;

/** Unpacks a zip of pictures. */
export const unpackPictures: Command<{ readonly file: File }, readonly ZippedFile[]> = async ({ file }) =>
  readZip(file.name, new Uint8Array(await file.arrayBuffer()), most);
