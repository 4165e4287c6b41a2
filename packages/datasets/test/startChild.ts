import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { madeOnce } from "@minibatch/testing";
import { onTestFinished } from "vitest";

const run = promisify(execFile);
const inRepository = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What {@link startChild} takes. */
export interface ChildOptions {
  /** A command line of the shell to run before, such as `ulimit`. */
  readonly prelude?: string;
  /** A program that runs the shell, with its first arguments. */
  readonly under?: readonly string[];
}

/**
 * Starts a process that runs `script`, a module in which `$src` stands for the compiled sources of this package.
 *
 * @param args what `process.argv` holds from its second place on
 */
export async function startChild(
  script: string,
  args: readonly string[],
  { prelude = ":", under = [] }: ChildOptions = {},
): Promise<ChildProcessByStdio<null, Readable, null>> {
  const sources = await madeOnce("compiled-datasets", compile);
  const module = script.replaceAll("$src", pathToFileURL(sources).href);
  const command = `${prelude}; exec "$0" --input-type=module -e "$@"`;
  const [program = "sh", ...rest] = [...under, "sh", "-c", command, process.execPath, module, ...args];
  const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Node 20 runs no TypeScript, and `dist` may be old or missing. */
async function compile(folder: string): Promise<void> {
  const off = ["composite", "incremental", "declaration", "declarationMap", "isolatedDeclarations"];
  await run(inRepository("node_modules/.bin/tsc"), [
    "-p",
    inRepository("packages/datasets"),
    "--outDir",
    folder,
    "--tsBuildInfoFile",
    "null",
    ...off.flatMap((option) => [`--${option}`, "false"]),
  ]);
  const exports = { "./internal/platform": "./platform.node.js" };
  const manifest = { name: "@minibatch/datasets", type: "module", exports };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
}
