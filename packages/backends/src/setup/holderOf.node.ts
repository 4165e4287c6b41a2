import { join } from "node:path";

/**
 * Gives the folder whose node_modules hold a package.
 *
 * @param root the folder of the package
 */
export function holderOf(root: string, library: string): string {
  return join(root, ...library.split("/").map(() => ".."), "..");
}
