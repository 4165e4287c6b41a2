import { existsSync } from "node:fs";
import { CliError } from "../CliError.ts";
import type { Session } from "../Session.ts";

/**
 * Puts files in the place of patterns such as `new/*.jpg`, which some shells leave to the program, and all do when they are quoted.
 *
 * @throws {CliError} `INVALID_USAGE` for a pattern that nothing matches
 */
export async function expandPatterns(inputs: readonly string[], session: Session): Promise<string[]> {
  const expanded: string[] = [];
  for (const input of inputs) {
    if (isPattern(input, session)) expanded.push(...(await matching(input, session)));
    else expanded.push(input);
  }
  return expanded;
}

/** A file that is called so is no pattern, and neither is an address or a row such as `name=What?`. */
function isPattern(input: string, session: Session): boolean {
  return /[*?[{]/.test(input) && !/^https?:|=/.test(input) && !existsSync(session.resolve(input));
}

async function matching(pattern: string, session: Session): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  const options = { cwd: session.resolve("."), expandDirectories: false, absolute: true };
  const files = await glob(process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern, options);
  if (files.length === 0) {
    throw new CliError("INVALID_USAGE", `No file matches ${pattern} in ${session.resolve(".")}.`);
  }
  return files.map((file) => session.display(file)).sort((a, b) => (a < b ? -1 : 1));
}
