import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestContext } from "vitest";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * Gives the path of a Chromium, or skips the running test and says how to enable it.
 *
 * @param context the context that vitest passes to the test
 * @returns what `CHROMIUM_PATH` names, else the first of the usual names on `PATH`
 */
export function requireChromium(context: TestContext): string {
  const { CHROMIUM_PATH: named, PATH: path = "" } = process.env;
  const candidates = named
    ? [named]
    : path.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const found = candidates.find(isExecutable);
  if (found === undefined) {
    context.skip("no Chromium here: install chromium, or set CHROMIUM_PATH to its program");
  }
  return found;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
