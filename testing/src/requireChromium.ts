import type { TestContext } from "vitest";
import { findProgram } from "./findProgram.ts";

/**
 * Gives the path of a Chromium, or skips the running test and says how to enable it.
 *
 * @param context the context that vitest passes to the test
 * @returns what `CHROMIUM_PATH` names, else the first of the usual names on `PATH`
 */
export function requireChromium(context: TestContext): string {
  const { CHROMIUM_PATH: named } = process.env;
  const found = findProgram(
    named ? [named] : ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  );
  if (found === undefined) {
    context.skip("no Chromium here: install chromium, or set CHROMIUM_PATH to its program");
  }
  return found;
}
