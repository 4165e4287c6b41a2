import type { TestContext } from "vitest";
import { findProgram } from "./findProgram.ts";

/**
 * Gives the path of a program, or skips the running test and says how to enable it.
 *
 * @param context the context that vitest passes to the test
 * @param name as it is called in a shell, e.g. `tar`
 */
export function requireProgram(context: TestContext, name: string): string {
  const found = findProgram([name]);
  if (found === undefined) context.skip(`no ${name} on the PATH: install it`);
  return found;
}
