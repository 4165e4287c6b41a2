import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BackendError } from "../BackendError.ts";
import { backendsFolder } from "../backendsFolder.node.ts";
import { runCommand } from "./runCommand.node.ts";
import type { SetupOptions, SetupStep } from "./SetupStep.ts";

/** A setup that is under way: everything happens in a folder beside the target until it is whole. */
export interface Setup {
  /** Where to work; moved to {@link target} at the end. */
  readonly workshop: string;
  readonly target: string;
  readonly offline: boolean;
  readonly signal: AbortSignal | undefined;
  readonly steps: SetupStep[];
  /** Runs one step and tells of it. `body` returns the detail. */
  step(title: string, body: () => Promise<string>): Promise<void>;
  /** Runs a program in the workshop. */
  run(
    program: string,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
    cwd?: string,
  ): Promise<string>;
}

function homeless(): never {
  throw new BackendError(
    "SETUP_FAILED",
    "This user has no home folder to put libraries into: name a folder with MINIBATCH_BACKENDS.",
  );
}

/**
 * Sets a backend's folder up: `body` fills a folder beside it, which takes its place when `body` is through, and is
 * removed when anything fails, so that nothing is left half done.
 *
 * @param backend the name of the folder
 */
export async function runSetup<Result>(
  backend: string,
  { folder, offline = false, signal, onStep }: SetupOptions,
  body: (setup: Setup) => Promise<Result>,
): Promise<Result> {
  const target = join(backendsFolder(folder) ?? homeless(), backend);
  const workshop = `${target}.partial-${process.pid}`;
  const before = await identity(target);
  const steps: SetupStep[] = [];
  const tell = (step: SetupStep) => {
    if (step.state !== "started") steps.push(step);
    onStep?.(step);
  };
  const setup: Setup = {
    workshop,
    target,
    offline,
    signal,
    steps,
    async step(title, work) {
      signal?.throwIfAborted();
      tell({ title, state: "started", detail: "" });
      try {
        tell({ title, state: "done", detail: await work() });
      } catch (error) {
        tell({ title, state: "failed", detail: error instanceof Error ? error.message : String(error) });
        throw error;
      }
    },
    run: (program, args, env = {}, cwd = workshop) => runCommand(program, args, { cwd, env, signal }),
  };
  try {
    const result = await body(setup);
    if (existsSync(workshop)) await setup.step("put it in its place", () => moveIn(workshop, target, before));
    return result;
  } catch (error) {
    if (existsSync(workshop)) {
      await rm(workshop, { recursive: true, force: true });
      tell({ title: "undo what was done", state: "done", detail: `removed ${workshop}` });
    }
    throw error;
  }
}

/**
 * Makes the empty workshop of a setup, into which libraries come by npm, and removes those of processes that died.
 *
 * @throws {BackendError} `SETUP_FAILED` where no network may be used
 */
export async function openWorkshop({ workshop, target, offline }: Setup): Promise<void> {
  if (offline) {
    throw new BackendError(
      "SETUP_FAILED",
      `"${basename(target)}" is not set up here, and \`offline\` forbids to get it by npm: set it up once without`,
    );
  }
  await mkdir(dirname(target), { recursive: true });
  for (const name of await readdir(dirname(target))) {
    const [, pid] = /\.partial-(\d+)$/.exec(name) ?? [];
    const ours = name.startsWith(`${basename(target)}.`) && pid !== undefined;
    if (ours && !isAlive(Number(pid)))
      await rm(join(dirname(target), name), { recursive: true, force: true });
  }
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop);
  await writeFile(join(workshop, "package.json"), '{ "private": true }\n');
}

/** Another process may have been faster; what it put there may run already and stays. */
async function moveIn(workshop: string, target: string, before: number | undefined): Promise<string> {
  const now = await identity(target);
  if (now !== undefined && now !== before) {
    await rm(workshop, { recursive: true, force: true });
    return `${target}, by another process`;
  }
  const old = `${target}.before-${process.pid}`;
  if (now !== undefined) await rename(target, old);
  await rename(workshop, target);
  await rm(old, { recursive: true, force: true });
  return target;
}

async function identity(path: string): Promise<number | undefined> {
  return existsSync(path) ? (await stat(path)).ino : undefined;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
