import { join } from "node:path";
import { run } from "./run.ts";

/** Node itself, as npm has it, for Linux. The package `node` gets the same by a script at install. */
const library = `node-linux-${process.arch}`;

/**
 * Installs another version of Node beside a project.
 *
 * @returns the path of the program
 */
export async function installNode(project: string, major: number): Promise<string> {
  await run(project, "npm", "install", "--no-audit", "--no-fund", "--save-dev", `${library}@${major}`);
  return join(project, "node_modules", library, "bin", "node");
}
