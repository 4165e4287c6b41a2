import type { Cursor } from "../bytes/Cursor.ts";
import { classicLinks, type Visit } from "./classicLinks.ts";
import { classicMessages } from "./classicMessages.ts";
import type { Hdf5Object } from "./Hdf5Object.ts";
import { linkInfoMessage } from "./messageTypes.ts";

/** Reads the object at `at`: its header, of either version, and the links of a group, which either may tell in either way. */
export async function readObject(file: Cursor, at: number, visit: Visit): Promise<Hdf5Object> {
  const header = file.fork(at);
  const messages =
    file.bytes[at] === 0x4f /* "O" of "OHDR" */
      ? (await import("./modernMessages.ts")).modernMessages(header)
      : classicMessages(header);
  const links = messages.some(({ type }) => type === linkInfoMessage)
    ? (await import("./messageLinks.ts")).messageLinks(messages, visit)
    : classicLinks(messages, file, visit);
  return { messages, links };
}
