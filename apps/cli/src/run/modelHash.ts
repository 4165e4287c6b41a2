import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isAddress } from "../inputs/createInputReader.ts";
import type { Session } from "../Session.ts";

/**
 * The SHA-256 of a model: of its file, or of the names and bytes of `model.json` and its weights in a folder.
 *
 * @param path as it was typed
 * @returns nothing for an address
 */
export async function modelHash(path: string, session: Session): Promise<string | undefined> {
  if (isAddress(path)) return undefined;
  const whole = session.resolve(path);
  const hash = createHash("sha256");
  if (!(await stat(whole)).isDirectory()) return hash.update(await readFile(whole)).digest("hex");
  const names = (await readdir(whole)).filter((name) => name === "model.json" || name.endsWith(".bin"));
  for (const name of names.sort()) hash.update(`${name}\0`).update(await readFile(join(whole, name)));
  return hash.digest("hex");
}
